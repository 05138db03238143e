import { readFile } from 'node:fs/promises';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { serveTools } from '../agents/server';
import type { ToolContext } from '../agents/tool';
import { Places } from '../core/formats/rcs/archive';
import { parseArchive } from '../core/formats/rcs/parse';
import { annotate } from '../core/formats/rcs/texts';
import { Numbers } from '../core/history/numbers';
import type { Log } from '../core/log';
import { decode } from '../core/text/decode';
import { reasonOf } from '../core/text/reason';
import { openSource } from './source';

/** Serves logs to an agent over standard input and output, until that ends. */
export async function serveMcp(
  paths: readonly string[],
  learn: readonly string[] | undefined,
): Promise<void> {
  const logs = [];
  for (const path of paths) {
    const log = (await openSource(path, learn)).log();
    logs.push({ name: path, log, context: contextOf(log) });
  }
  const transport = new StdioServerTransport();
  const closed = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
  });
  await serveTools(logs, transport);
  await closed;
}

/** Texts are had where the log is made of archives, which it names by their paths. */
function contextOf(log: Log): ToolContext {
  if (log.format?.id !== 'rcs') return {};
  return {
    textOf: async (revision) => {
      const { histories } = log;
      const path = histories.stated(histories.fileOf(revision))!.path;
      try {
        const archive = parseArchive(await readFile(path), new Numbers(), new Places());
        const place = archive.find(archive.known(histories.numberText(revision)));
        const told = annotate(archive, place);
        if ('fault' in told) return `The edits of ${told.fault.revision} do not fit.`;
        return { text: decode(told.text), origins: told.origins };
      } catch (error) {
        return `The archive cannot be read: ${reasonOf(error)}`;
      }
    },
  };
}
