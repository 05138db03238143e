import type { Histories } from './histories';

/**
 * The line ranges of files, lines of descent and revisions, first and last, by first line. An
 * editor folds one range a line, so where several start together the largest is given:
 *
 *     1.2        the file
 *     1.1        the revision
 *     1.1.4.2    the branch
 *     1.1.4.1    the revision
 */
export function foldHistories(histories: Histories): [number, number][] {
  const folds: [number, number][] = [];
  for (let file = 0; file < histories.fileCount; file++) {
    const [first, end] = histories.revisionsOf(file);
    for (let r = first; r < end; r++) {
      const [line, lastLine] = histories.linesOf(r);
      let last = lastLine;
      if (r === first) last = histories.linesOf(end - 1)[1];
      else if (opensLine(histories, r)) last = histories.linesOf(lastOfLine(histories, r, end))[1];
      if (last > line) folds.push([line, last]);
    }
  }
  return folds;
}

/** Is the revision on another line of descent than the one above it? */
function opensLine(histories: Histories, r: number): boolean {
  return branchAt(histories, r) !== branchAt(histories, r - 1);
}

function lastOfLine(histories: Histories, r: number, end: number): number {
  let last = r;
  while (last + 1 < end && branchAt(histories, last + 1) === branchAt(histories, r)) last++;
  return last;
}

function branchAt(histories: Histories, r: number): number {
  return histories.numbers.branchOf(histories.number(r));
}
