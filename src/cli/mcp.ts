import { readFile } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { serveTools } from '../agents/server';
import type { ToolContext } from '../agents/tool';
import { ABSENT, Places } from '../core/formats/rcs/archive';
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
    const source = await openSource(path, learn);
    let log: Log | undefined;
    const open = (): Promise<{ log: Log; context: ToolContext }> => {
      if (!log) {
        log = source.log();
        if (log.fault) process.stderr.write(`annals: a fault in Annals: ${log.fault.message}\n`);
      }
      return Promise.resolve({ log, context: contextOf(log) });
    };
    logs.push({ name: path, open });
  }
  // A client that has gone takes no answer any more.
  process.stdout.on('error', () => process.exit(0));
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
      const path = histories.stated(histories.fileOf(revision))?.path ?? '';
      if (!isAbsolute(path)) return 'The texts of this log are not on this machine.';
      try {
        const archive = parseArchive(await readFile(path), new Numbers(), new Places());
        const place = archive.find(archive.known(histories.numberText(revision)));
        if (place === ABSENT) return 'The archive does not have this revision any more.';
        const told = annotate(archive, place);
        if ('fault' in told) return `The edits of ${told.fault.revision} do not fit.`;
        return { text: decode(told.text), origins: told.origins };
      } catch (error) {
        return `The archive cannot be read: ${reasonOf(error)}`;
      }
    },
  };
}
