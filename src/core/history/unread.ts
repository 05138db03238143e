import type { Problem } from '../problems/problem';
import type { Histories } from './histories';
import type { RevisionId } from './ids';

/** The beginning of a revision as a page writes it, whatever its blanks are, and as CVS does. */
const HEADERS =
  /^[ \t\u00a0]*\d+(?:\.\d+)+[ \t\u00a0]+\d{1,2}-[A-Z][a-z]{2}-\d{4}[ \t\u00a0]+\S|^revision \d[\d.]*(?:[^\d.\n][^\n]*)?\n(?:[^\n]*\n)?date: /gm;

/** Most messages have nothing of the kind. */
const HINT = /\d-[A-Z][a-z]{2}-\d|^revision \d/m;

/** Lines of a message that look like revisions. */
interface Unread {
  readonly of: RevisionId;
  readonly line: number;
  readonly lines: number;
}

/** Problems of messages with such lines; where one stands in a message already, that tells it. */
export function noteUnread(histories: Histories, told: readonly Problem[]): Problem[] {
  const quoting = new Set(
    told.flatMap(({ line, code }) =>
      code === 'quoted-revision' ? (histories.revisionAt(line) ?? []) : [],
    ),
  );
  return [...unreadOf(histories)]
    .filter(({ of }) => !quoting.has(of))
    .map(({ of, line, lines }) => {
      return { line, code: 'unread-headers', data: { lines, of: histories.numberText(of) } };
    });
}

/** How many lines of messages look like revisions and were not read. */
export function countUnread(histories: Histories): number {
  let count = 0;
  for (const { lines } of unreadOf(histories)) count += lines;
  return count;
}

function* unreadOf(histories: Histories): Generator<Unread> {
  for (let of = 0; of < histories.count; of++) {
    const message = histories.message(of);
    if (!HINT.test(message)) continue;
    const [first, ...others] = message.matchAll(HEADERS);
    if (!first) continue;
    const line = histories.messageLine(of) + linesIn(message.slice(0, first.index));
    yield { of, line, lines: 1 + others.length };
  }
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
