import { addTo } from '../../columns/grouped';
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
  /** All files by their base names. */
  readonly byBaseName: ReadonlyMap<string, readonly FileId[]>;
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

function filesByName(log: Log): Pick<Names, 'files' | 'byBaseName'> {
  const byBaseName = new Map<string, FileId[]>();
  for (let file = 0; file < log.histories.fileCount; file++) {
    const name = log.name(file);
    if (name !== null) addTo(byBaseName, name, file);
  }
  const single = [...byBaseName].filter(([, all]) => all.length === 1);
  return { files: new Map(single.map(([name, all]) => [name, all[0]!])), byBaseName };
}

/** The files whose path, with the title of its page above it, ends in a path, as far as it is known. */
export function filesEndingIn(log: Log, path: string): FileId[] {
  const { histories, recovery } = log;
  const wanted = path.split('/').filter((part) => part !== '');
  const candidates = namesOf(log).byBaseName.get(wanted.at(-1) ?? '') ?? [];
  return candidates.filter((file) => {
    const title = histories.pages[histories.pageOf(file)]?.title ?? '';
    const parts = [
      ...title.split('/').filter((part) => part !== ''),
      ...recovery.paths.files[file]!.parts,
    ];
    // An open part may stand for any directories.
    return wanted.every((_, i) => {
      const [own, other] = [parts.at(-1 - i), wanted.at(-1 - i)];
      return (
        own === null || own === undefined || own === other || parts.slice(-1 - i).includes(null)
      );
    });
  });
}
