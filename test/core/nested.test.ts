import { deepEqual } from 'node:assert/strict';
import { nestedLines } from '../../src/core/answers/nested';
import { foldedLines, type FoldTo } from '../../src/core/history/folds';
import { read } from './write';

// The page's head is two lines, and each list of branches is one more.
const LOG = read(['1.2: Two\nlines.', '1.1 [1.1.2]: One', '1.1.2.2: a\nb', '1.1.2.1: c\nd', '1.1']);

describe('what a line of a log is in', () => {
  const cases: [line: number, string][] = [
    [0, ''],
    [3, '2-3 2-3 2-5 2-9'],
    [5, '5-5 4-5 2-5 2-9'],
    [7, '6-7 6-7 6-9 2-9'],
    [10, '10-10 10-10 10-10 10-10'],
  ];
  for (const [line, expected] of cases)
    it(`line ${line}`, () =>
      deepEqual(
        nestedLines(LOG, line)
          .map(([first, last]) => `${first}-${last}`)
          .join(' '),
        expected,
      ));
});

describe('what is folded', () => {
  const cases: [FoldTo, number[]][] = [
    ['files', [2, 10]],
    ['branches', [6]],
    ['subjects', [4, 8]],
  ];
  for (const [to, expected] of cases)
    it(to, () => deepEqual(foldedLines(LOG.histories, to), expected));
});
