import type { FileId } from '../../core/history/ids';
import type { Log } from '../../core/log';
import { OPEN } from '../../core/words/files';
import { compareBytes } from '../../core/recovery/paths/preOrder';

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
  let lastName = '';
  const ofFile = recovery.paths.files.map(({ parts }, file) => {
    let folder = root;
    const name = parts.at(-1) ?? null;
    const directory = name === null && parts.length === 1 ? [null] : parts.slice(0, -1);
    for (const part of recovery.hasDirectories ? directory : []) {
      folder =
        part === null
          ? openFolder(folder, file, name, lastName)
          : namedFolder(folder, part, byPath);
    }
    if (name !== null) lastName = name;
    folder.entries.push(file);
    for (let up: Folder | undefined = folder; up; up = up.parent) up.count++;
    return folder;
  });
  return { root, ofFile };
}

function namedFolder(parent: Folder, name: string, byPath: Map<string, Folder>): Folder {
  const path = parent.path === '' ? name : `${parent.path}/${name}`;
  let folder = byPath.get(path);
  if (!folder) {
    byPath.set(path, (folder = makeFolder(name, parent, path, false)));
    parent.entries.push(folder);
  }
  return folder;
}

/** Files side by side without a directory are shown together, up to where their names fall. */
function openFolder(parent: Folder, file: FileId, name: string | null, lastName: string): Folder {
  const last = parent.entries.at(-1);
  const isSame = typeof last === 'object' && last.isOpen && last.entries.at(-1) === file - 1;
  if (isSame && (name === null || compareBytes(lastName, name) < 0)) return last;
  const folder = makeFolder(OPEN, parent, `${parent.path}/${OPEN}${String(file)}`, true);
  parent.entries.push(folder);
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
