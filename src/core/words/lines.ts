import type { Histories } from '../history/histories';
import type { RevisionId } from '../history/ids';

/** The line of a log that a revision starts on, as editors count. */
export function lineNumber(histories: Histories, revision: RevisionId): number {
  return histories.linesOf(revision)[0] + 1;
}

/** `line 12`, `lines 12, 14 and 2 others`: at most `most` by number. */
export function linesWords(lines: readonly number[], most = 3): string {
  const shown = lines.slice(0, most).map(String).join(', ');
  const rest = lines.length - most;
  const more = rest > 0 ? ` and ${String(rest)} ${rest === 1 ? 'other' : 'others'}` : '';
  return `${lines.length === 1 ? 'line' : 'lines'} ${shown}${more}`;
}
