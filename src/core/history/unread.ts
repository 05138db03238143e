import type { Histories } from './histories';
import type { Problem } from '../problems/problem';

/** The beginning of a revision as a page writes it, whatever its blanks are, and as CVS does. */
const HEADERS =
  /^[ \t\u00a0]*\d+(?:\.\d+)+[ \t\u00a0]+\d{1,2}-[A-Z][a-z]{2}-\d{4}[ \t\u00a0]+\S|^revision \d[\d.]*(?:[^\d.\n][^\n]*)?\n(?:[^\n]*\n)?date: /gm;

/** Most messages have nothing of the kind. */
const HINT = /\d-[A-Z][a-z]{2}-\d|^revision \d/m;

/** Lines of messages that look like revisions; where a problem stands on them already, that tells it. */
export function noteUnread(histories: Histories, told: readonly Problem[]): Problem[] {
  const known = new Set(told.map(({ line }) => line));
  const problems: Problem[] = [];
  for (let r = 0; r < histories.count; r++) {
    const message = histories.message(r);
    if (!HINT.test(message)) continue;
    const first = histories.messageLine(r);
    const lines = [...message.matchAll(HEADERS)]
      .map(({ index }) => first + linesIn(message.slice(0, index)))
      .filter((line) => !known.has(line));
    const [line] = lines;
    if (line === undefined) continue;
    const of = histories.numberText(r);
    problems.push({ line, code: 'unread-headers', data: { lines: lines.length, of } });
  }
  return problems;
}

/** How many lines look like revisions and were not read. */
export function countUnread(problems: readonly Problem[]): number {
  return problems.reduce((sum, problem) => {
    if (problem.code === 'unread-headers') return sum + problem.data.lines;
    return sum + (problem.code === 'quoted-revision' ? 1 : 0);
  }, 0);
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
