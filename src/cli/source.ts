import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { recogniseFormat } from '../core/formats/index';
import type { PrintOptions } from '../core/formats/rcs/print';
import { ArchiveReader } from '../core/formats/rcs/read';
import { archivesLog, finish, readLog, type Log } from '../core/log';
import { readFolder } from './archives';
import { workingNameOf } from '../core/text/workingFile';
import { UsageError } from './errors';
import { readInput } from './input';

/** What a command reads: a log, an archive, or a folder of archives. */
export interface Source {
  log(): Log;
  /** The text of the log; of archives, what `cvs log` prints of them. */
  print(options: PrintOptions): Uint8Array;
}

export async function openSource(path: string): Promise<Source> {
  if (path !== '-' && (await isFolder(path))) {
    return {
      log: () => finish(archivesLog(readFolder(path))),
      print: (options) => readFolder(path, options).finish().bytes,
    };
  }
  const bytes = await readInput(path);
  // `cvs log` prints where an archive is from the root on.
  const name = path === '-' ? undefined : resolve(path);
  return {
    log: () => readLog(bytes, name),
    print: (options) => {
      if (recogniseFormat(bytes)?.isText !== false) return textOf(bytes, path, options);
      const reader = new ArchiveReader(options);
      reader.add({
        bytes,
        path: name ?? 'archive,v',
        workingFile: workingNameOf(name ?? 'archive'),
      });
      return reader.finish().bytes;
    },
  };
}

function textOf(bytes: Uint8Array, path: string, options: PrintOptions): Uint8Array {
  if (Object.keys(options).length === 0) return bytes;
  throw new UsageError(`${path} is no archive: print takes -b and -N for archives.`, false);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
