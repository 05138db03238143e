import { deepEqual } from 'node:assert/strict';
import { shiftBy, type LineEdit } from '../../src/logs/lineShift';

const edit = (first: number, last: number, lines: number): LineEdit => {
  return { version: 1, first, last, lines };
};

/** A text of the lines 0 to 5, edited. */
describe('lines of a text that is edited', () => {
  /** [what, edits, where lines 0 to 5 stand then, which lines the lines of the new text are] */
  const cases: readonly (readonly [what: string, LineEdit[], number[], number[]])[] = [
    ['nothing', [], [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5]],
    ['a word on a line', [edit(2, 2, 1)], [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5]],
    ['two lines above the third', [edit(2, 2, 3)], [0, 1, 2, 5, 6, 7], [0, 1, 2, 2, 2, 3, 4, 5]],
    ['two lines taken away', [edit(1, 3, 1)], [0, 1, 1, 1, 2, 3], [0, 1, 4, 5]],
    ['two lines behind none', [edit(-1, -1, 3)], [2, 3, 4, 5, 6, 7], [0, 0, 0, 1, 2, 3, 4, 5]],
    ['one after another', [edit(0, 0, 2), edit(3, 4, 1)], [0, 2, 3, 3, 4, 5], [0, 0, 1, 2, 4, 5]],
  ];
  for (const [what, edits, now, then] of cases)
    it(what, () => {
      const shift = shiftBy(edits);
      deepEqual(
        now.map((_, line) => shift.now(line)),
        now,
      );
      deepEqual(
        then.map((_, line) => shift.then(line)),
        then,
      );
    });
});
