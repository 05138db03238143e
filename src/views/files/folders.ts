import type { FileId } from '../../core/history/ids';
import type { Log } from '../../core/log';
import { OPEN } from '../../core/words/files';

/** A directory of a log, or files of which none knows the directory. */
export interface Folder {
  readonly name: string;
  readonly path: string;
  readonly isOpen: boolean;
  readonly parent: Folder | undefined;
  /** Folders and files, in the order of the log. */
  readonly entries: (Folder | FileId)[];
  /** Files in it and below. */
  count: number;
}

export interface FolderTree {
  readonly root: Folder;
  readonly ofFile: readonly Folder[];
}

const trees = new WeakMap<Log, FolderTree>();

/** The files of a log by recovered path; flat where no directory is known at all. */
export function foldersOf(log: Log): FolderTree {
  let tree = trees.get(log);
  if (!tree) trees.set(log, (tree = build(log)));
  return tree;
}

function build({ recovery }: Log): FolderTree {
  const root = makeFolder('', undefined, '', false);
  const byPath = new Map<string, Folder>();
  const ofFile = recovery.paths.files.map(({ parts }, file) => {
    let folder = root;
    const isNameless = parts.length === 1 && parts[0] === null;
    const directory = isNameless ? [null] : parts.slice(0, -1);
    for (const part of recovery.hasDirectories ? directory : []) {
      folder = folderIn(folder, part, byPath);
    }
    folder.entries.push(file);
    for (let up: Folder | undefined = folder; up; up = up.parent) up.count++;
    return folder;
  });
  return { root, ofFile };
}

/** A folder has one for all files in it of which no line tells the directory. */
function folderIn(parent: Folder, part: string | null, byPath: Map<string, Folder>): Folder {
  const name = part ?? OPEN;
  const path = parent.path === '' ? name : `${parent.path}/${name}`;
  // A directory cannot be called so, for a path is made of its parts without slashes.
  const key = part === null ? `${path}/` : path;
  let folder = byPath.get(key);
  if (!folder) {
    byPath.set(key, (folder = makeFolder(name, parent, key, part === null)));
    parent.entries.push(folder);
  }
  return folder;
}

function makeFolder(
  name: string,
  parent: Folder | undefined,
  path: string,
  isOpen: boolean,
): Folder {
  return { name, parent, path, isOpen, entries: [], count: 0 };
}
