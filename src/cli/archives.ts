import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { archivesInOrder } from '../core/formats/rcs/names';
import type { PrintOptions } from '../core/formats/rcs/print';
import { ArchiveReader } from '../core/formats/rcs/read';
import { workingFileOf } from '../core/text/workingFile';
import { UsageError } from './errors';

/** Reads all archives below a folder, one at a time. */
export function readFolder(folder: string, options: PrintOptions = {}): ArchiveReader {
  const root = resolve(folder);
  const reader = new ArchiveReader(options);
  const archives = archivesInOrder(readable(folder, () => listBelow(root)));
  if (archives.length === 0) {
    throw new UsageError(`${folder} holds no archives: no file in it ends in “,v”.`, false);
  }
  for (const below of archives) {
    const path = join(root, below);
    const bytes = readable(path, () => readFileSync(path));
    reader.add({ bytes, path, workingFile: workingFileOf(below) });
  }
  return reader;
}

function listBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' });
}

function readable<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} cannot be read: ${reason}`, false);
  }
}
