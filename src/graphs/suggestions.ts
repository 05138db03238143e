import { tagsOf } from '../core/answers/tags';
import type { Log } from '../core/log';
import { KEYS, KINDS } from '../core/query/parse';
import { fileLabel } from '../core/words/files';

/** What may be asked of a log: the keys, and the names that it has for them; names with blanks in quotes. */
export function suggestionsFor(log: Log): readonly string[] {
  const { histories, recovery } = log;
  const names = (key: string, all: Iterable<string>): string[] =>
    [...new Set(all)].sort().map((name) => `${key}:${/\s/.test(name) ? `"${name}"` : name}`);
  const authors = new Set<number>();
  for (let r = 0; r < histories.count; r++) authors.add(histories.authorId(r));
  const branches = recovery.branches.all.flatMap(({ name }) => name ?? []);
  const files = recovery.paths.files.map((_, file) => fileLabel(log, file));
  const tags = tagsOf(histories).map(({ name }) => name);
  return [
    ...KEYS.map((key) => `${key}:`),
    ...KINDS.map((kind) => `kind:${kind}`),
    ...names(
      'author',
      [...authors].map((id) => histories.authorText(id)),
    ),
    'branch:trunk',
    ...names('branch', branches),
    ...names('file', files),
    ...names('tag', tags),
  ];
}
