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

/** What is folded when a log is folded to its files, its branches or its subjects. */
export type FoldTo = 'files' | 'branches' | 'subjects';

/**
 * The first lines of what is folded then: of each file; of each branch; or of each message of
 * several lines, but where a file or a branch begins, which would fold with it.
 */
export function foldedLines(histories: Histories, to: FoldTo): number[] {
  const found: number[] = [];
  for (let file = 0; file < histories.fileCount; file++) {
    const [first, end] = histories.revisionsOf(file);
    for (let r = first; r < end; r++) {
      const kind = r === first ? 'files' : opensLine(histories, r) ? 'branches' : 'subjects';
      const [line, last] = histories.linesOf(r);
      if (kind === to && (to !== 'subjects' || last > line)) found.push(line);
    }
  }
  return found;
}
