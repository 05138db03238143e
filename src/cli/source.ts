import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { recogniseFormat } from '../core/formats/index';
import { rcsArchive } from '../core/formats/rcs/format';
import type { PrintOptions } from '../core/formats/rcs/print';
import { ArchiveReader } from '../core/formats/rcs/read';
import { knownFromLog } from '../core/elsewhere/fromLog';
import { learnInSteps, toldElsewhere } from '../core/elsewhere/learn';
import { readKnownInSteps } from '../core/elsewhere/read';
import type { KnownFiles } from '../core/elsewhere/source';
import { archivesLog, finish, readLog, type Log } from '../core/log';
import { givenOf, NOTHING_TOLD } from '../core/recovery/given';
import { readFolder } from './archives';
import { workingNameOf } from '../core/text/workingFile';
import { isMarkup, textOfMarkup } from '../markup/markup';
import { isAddress } from '../web/address';
import { UsageError } from './errors';
import { readInput } from './input';

/** What a command reads: a log, an archive, or a folder of archives. */
export interface Source {
  log(): Log;
  /** The text of the log; of archives, what `cvs log` prints of them. */
  print(options: PrintOptions): Uint8Array;
}

/** Opens what a command is about, with what other sources of the same history tell of it. */
export async function openSource(path: string, others: readonly string[] = []): Promise<Source> {
  const source = await openAlone(path);
  const known: [string, KnownFiles][] = [];
  for (const other of others) known.push([other, await readOther(other)]);
  return known.length === 0 ? source : { ...source, log: () => learned(source.log(), known) };
}

async function readOther(path: string): Promise<KnownFiles> {
  if (path !== '-' && (await isFolder(path))) return knownFromLog((await openAlone(path)).log());
  const given = await readInput(path);
  const bytes = (isMarkup(given) ? textOfMarkup(given) : undefined) ?? given;
  return finish(readKnownInSteps(bytes));
}

/** Each source is asked of what the log and those before it do not tell. */
function learned(log: Log, others: readonly [string, KnownFiles][]): Log {
  let told = NOTHING_TOLD;
  for (const [path, known] of others) {
    const news = toldElsewhere(log, finish(learnInSteps(log, known)), path);
    told = {
      ...told,
      elsewhere: {
        files: { ...news.files, ...told.elsewhere.files },
        branches: { ...news.branches, ...told.elsewhere.branches },
      },
    };
    log = log.withGiven(givenOf(log.histories, told));
  }
  return log;
}

async function openAlone(path: string): Promise<Source> {
  if (path !== '-' && (await isFolder(path))) {
    return {
      log: () => finish(archivesLog(readFolder(path))),
      print: (options) => readFolder(path, options).finish().bytes,
    };
  }
  const given = await readInput(path);
  const bytes = (isMarkup(given) ? textOfMarkup(given) : undefined) ?? given;
  // `cvs log` prints where an archive is from the root on.
  const name = path === '-' || isAddress(path) ? undefined : resolve(path);
  return {
    log: () => readLog(bytes, name),
    print: (options) => {
      const format = recogniseFormat(bytes);
      if (format === rcsArchive) return printOf(bytes, name ?? 'archive,v', options);
      if (Object.keys(options).length > 0)
        throw new UsageError(
          `${path} is no archive: print takes -b, -N, -r and -d for archives.`,
          false,
        );
      return format?.isText === false ? finish(format.read(bytes, name)).bytes : bytes;
    },
  };
}

function printOf(bytes: Uint8Array, path: string, options: PrintOptions): Uint8Array {
  const reader = new ArchiveReader(options);
  reader.add({ bytes, path, workingFile: workingNameOf(path) });
  return reader.finish().bytes;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
