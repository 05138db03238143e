import type { Log } from '../log';

type LineRange = readonly [first: number, last: number];

/** What a line of a log is in, the smallest first: its message, its revision, its line of descent, its file. */
export function nestedLines(log: Log, line: number): LineRange[] {
  const { histories } = log;
  const revision = histories.revisionAt(line);
  if (revision === undefined) return [];
  const [first, last] = histories.linesOf(revision);
  const message = Math.min(last, histories.messageLine(revision));
  const file = histories.fileOf(revision);
  const history = log.history(file);
  const all = history.lineOf(revision).revisions;
  return [
    ...(line >= message ? [[message, last] as const] : []),
    [first, last],
    linesBetween(log, Math.min(...ends(all)), Math.max(...ends(all))),
    linesBetween(log, history.first, history.end - 1),
  ];
}

/** A page may have turned the order of a line around. */
function ends(revisions: readonly number[]): [number, number] {
  return [revisions[0]!, revisions.at(-1)!];
}

function linesBetween({ histories }: Log, first: number, last: number): LineRange {
  return [histories.linesOf(first)[0], histories.linesOf(last)[1]];
}
