import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join, resolve } from 'node:path';
import { archivesInOrder } from '../core/formats/rcs/names';
import type { PrintOptions } from '../core/formats/rcs/print';
import { ArchiveReader } from '../core/formats/rcs/read';
import { workingFileOf } from '../core/text/workingFile';
import { UsageError } from './errors';

/** Reads all archives below a folder, one at a time; one that cannot be read is passed over. */
export function readFolder(folder: string, options: PrintOptions = {}): ArchiveReader {
  const root = resolve(folder);
  const reader = new ArchiveReader(options);
  const archives = archivesInOrder([...pathsBelow(root, '')]);
  if (archives.length === 0) {
    throw new UsageError(`${folder} holds no archives: no file in it ends in “,v”.`, false);
  }
  for (const below of archives) {
    const path = join(root, below);
    const bytes = readIfPossible(path);
    if (bytes) reader.add({ bytes, path, workingFile: workingFileOf(below) });
    else reader.passOver(path);
  }
  return reader;
}

/** The paths of all files below a folder. A link to a folder could lead back, and is not followed. */
function* pathsBelow(root: string, below: string): Generator<string> {
  for (const entry of entriesOf(join(root, below))) {
    const path = `${below}${entry.name}`;
    if (entry.isDirectory()) yield* pathsBelow(root, `${path}/`);
    else yield path;
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function readIfPossible(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
