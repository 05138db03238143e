import type { RevisionId } from '../core/history/ids';
import type { Log } from '../core/log';
import { tokensOf } from '../core/query/parse';
import { fileLabel } from '../core/words/files';
import type { Wanted } from './askedGraph';

/** What a graph is narrowed by from a row's menu. */
export type Narrowing = 'author' | 'branch' | 'file';

/** The same graph, of what a revision's branch, author or file has; undefined where a branch has no name. */
export function narrowedTo(
  wanted: Wanted,
  log: Log,
  revision: RevisionId,
  key: Narrowing,
  isNegated: boolean,
): Wanted | undefined {
  const value = valueOf(log, revision, key);
  if (value === undefined) return undefined;
  const text = withTerm(wanted.text, key, value, isNegated);
  const scope = wanted.scope === 'releases' ? wanted.scope : 'directory';
  return { ...wanted, scope, text, isFilter: true };
}

/** The same graph, asked something else: a place among its releases means another one then. */
export function withQuestion(wanted: Wanted, text: string, isFilter: boolean): Wanted {
  const sortedBy = typeof wanted.sortedBy === 'number' ? 'date' : wanted.sortedBy;
  return { ...wanted, text, isFilter, sortedBy };
}

/** The same graph, of some days: `2006`, `2006-03-01..2007-01-31`. */
export function withDates(wanted: Wanted, dates: string): Wanted {
  return { ...wanted, text: withTerm(wanted.text, 'date', dates, false), isFilter: true };
}

/** A query with a term, in the place of those that had the same key; what is left out adds up. */
export function withTerm(text: string, key: string, value: string, isNegated: boolean): string {
  const others = [...tokensOf(text)]
    .filter((token) => token.key !== key || isNegated)
    .map(({ from, to, isEnded, form }) => {
      const own = text.slice(from, to);
      return isEnded ? own : `${own}${form === 'pattern' ? '/' : '"'}`;
    });
  return [...others, `${isNegated ? '-' : ''}${key}:${quoted(value)}`].join(' ');
}

function quoted(value: string): string {
  return /[\s"*?]/.test(value) ? `"${value.replace(/["\\]/g, String.raw`\$&`)}"` : value;
}

function valueOf(log: Log, revision: RevisionId, key: Narrowing): string | undefined {
  const { histories, recovery } = log;
  switch (key) {
    case 'author':
      return histories.author(revision) || undefined;
    case 'branch': {
      const branch = recovery.branches.of(revision);
      return branch ? (branch.name ?? recovery.seriesOf(branch)?.name ?? undefined) : 'trunk';
    }
    case 'file':
      return fileLabel(log, histories.fileOf(revision));
  }
}
