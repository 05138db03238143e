import { deepEqual, equal } from 'node:assert/strict';
import { readLog } from '../../src/core/log';
import { generateLog, ORDINARY, type Shape } from '../generate/generate';

const shapes: [string, Shape][] = [
  ['ordinary', ORDINARY],
  [
    'branches of branches of branches',
    { ...ORDINARY, depth: 5, branching: 0.3, files: 5, revisions: 12 },
  ],
  ['many files', { ...ORDINARY, files: 2000, revisions: 2 }],
  ['long messages', { ...ORDINARY, messageLines: 400, files: 3 }],
  ['a long trunk', { ...ORDINARY, files: 1, revisions: 5000, depth: 0 }],
];

describe('generated logs', () => {
  for (const [what, shape] of shapes) {
    it(`${what}: all that was written is read, without a problem`, () => {
      const text = generateLog(shape);
      const { histories, problems } = readLog(text);
      deepEqual(problems.slice(0, 3), []);
      equal(histories.fileCount, shape.files);
      equal(histories.count, text.split('\n\u00a0').length - 1);
    });
  }

  it('are the same for the same seed', () => {
    equal(generateLog(ORDINARY), generateLog(ORDINARY));
  });
});
