import type { AuthorId, FileId } from '../../history/ids';
import type { Log } from '../../log';
import type { Branch } from '../../recovery/branches/branches';
import { tagsOf } from '../tags';

/** What a log calls by names. */
export interface Names {
  readonly branches: ReadonlyMap<string, Branch>;
  readonly tags: ReadonlySet<string>;
  readonly authors: ReadonlyMap<string, AuthorId>;
  /** Files by base names that no other has. */
  readonly files: ReadonlyMap<string, FileId>;
  /** The base names of all files. */
  readonly baseNames: ReadonlySet<string>;
}

const known = new WeakMap<Log, Names>();

export function namesOf(log: Log): Names {
  let names = known.get(log);
  if (!names) known.set(log, (names = collect(log)));
  return names;
}

function collect(log: Log): Names {
  const { histories, recovery } = log;
  const branches = new Map<string, Branch>();
  for (const branch of recovery.branches.all)
    if (branch.name !== null && !branches.has(branch.name)) branches.set(branch.name, branch);
  const authors = new Map<string, AuthorId>();
  for (let r = 0; r < histories.count; r++) {
    const id = histories.authorId(r);
    if (!authors.has(histories.authorText(id))) authors.set(histories.authorText(id), id);
  }
  const tags = new Set(tagsOf(histories).map(({ name }) => name));
  return { branches, tags, authors, ...filesByName(log) };
}

function filesByName(log: Log): Pick<Names, 'files' | 'baseNames'> {
  const files = new Map<string, FileId>();
  const baseNames = new Set<string>();
  for (let file = 0; file < log.histories.fileCount; file++) {
    const name = log.name(file);
    if (name === null) continue;
    if (baseNames.has(name)) files.delete(name);
    else files.set(name, file);
    baseNames.add(name);
  }
  return { files, baseNames };
}
