import { deepEqual, equal } from 'node:assert/strict';
import { emptyBranches } from '../../src/core/answers/emptyBranches';
import { differences, reachOf, tagsOf } from '../../src/core/answers/tags';
import { readLog, type Log } from '../../src/core/log';
import { NO_REVISION } from '../../src/core/history/ids';
import { logFile as file } from './write';

/**
 * Two files with the releases 1-0 and 1-1 of a branch, and 2-0 of the trunk:
 *
 *     a.c   1.1 [r1-0] ── 1.2 ── 1.3 [r2-0]          b.c   1.1 [r1-0 r1-1 r2-0]
 *              └── 1.1.2.1 [r1-1]
 */
const LOG = [
  file('a.c', ['r2-0: 1.3', 'r1-1: 1.1.2.1', 'r1: 1.1.0.2', 'lab: 1.2.0.4', 'r1-0: 1.1'], {
    '1.3': '2010-03-09',
    '1.2': '2010-03-05',
    '1.1': '2010-03-01',
    '1.1.2.1': '2010-03-06',
  }),
  file('b.c', ['r2-0: 1.1', 'r1-1: 1.1', 'r1-0: 1.1', 'lab: 1.1.0.2'], { '1.1': '2010-03-01' }),
].join('');

const log = readLog(LOG);
const { histories } = log;

function reach(in_: Log, name: number, number: string): string {
  const { having, before } = reachOf(in_.histories, in_.find(name, number)!);
  return `${having.map((tag) => tag.name).join(' ')} | ${before?.name ?? ''}`;
}

describe('tags', () => {
  it('are of all files, the newest first', () => {
    const all = tagsOf(histories).map(
      ({ name, revisions }) =>
        `${name}: ${revisions.map((r) => histories.numberText(r)).join(' ')}`,
    );
    deepEqual(all, ['r2-0: 1.3 1.1', 'r1-1: 1.1.2.1 1.1', 'r1-0: 1.1 1.1']);
  });

  for (const [number, expected] of Object.entries({
    '1.1': 'r1-0 r1-1 r2-0 | ',
    '1.1.2.1': 'r1-1 | r1-0',
    '1.2': 'r2-0 | r1-0',
    '1.3': 'r2-0 | r1-0',
  })) {
    it(`which have ${number}, and the last before it: ${expected}`, () => {
      equal(reach(log, 0, number), expected);
    });
  }

  it('the files that differ between two', () => {
    const [newest, , oldest] = tagsOf(histories);
    deepEqual(differences(histories, oldest!, newest!), [
      { file: 0, from: log.find(0, '1.1'), to: log.find(0, '1.3') },
    ]);
  });

  it('a file that has only one of them differs', () => {
    const { histories: one } = readLog(file('c.c', ['x: 1.1'], { '1.1': '2010-03-01' }));
    const [x] = tagsOf(one);
    const nothing = { name: 'y', revisions: [], moment: 0 };
    deepEqual(differences(one, nothing, x!), [{ file: 0, from: NO_REVISION, to: 0 }]);
  });

  it('branches that nothing was committed to keep their names', () => {
    const all = emptyBranches(histories).map(
      ({ name, points }) => `${name}: ${points.map((r) => histories.numberText(r)).join(' ')}`,
    );
    deepEqual(all, ['lab: 1.2 1.1']);
  });

  it('of a part, nobody knows which branches are empty', () => {
    const part = file('a.c', ['lab: 1.1.0.2'], { '1.1': '2010-03-01' });
    equal(emptyBranches(readLog(part).histories).length, 1);
    const more = part.replace('total revisions: 1;', 'total revisions: 2;');
    equal(emptyBranches(readLog(more).histories).length, 0);
  });
});
