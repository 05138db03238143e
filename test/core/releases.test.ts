import { deepEqual, equal } from 'node:assert/strict';
import { changesOf, changesPulledUp } from '../../src/core/answers/releases/changes';
import { marksOf } from '../../src/core/answers/releases/marks';
import { markWords } from '../../src/core/answers/releases/markWords';
import { releasesOf } from '../../src/core/answers/releases/releases';
import { releaseTable } from '../../src/core/answers/releases/releaseTable';
import { finish, readLog, type Log } from '../../src/core/log';
import { findChangesets } from '../../src/core/query/match';
import { queryFor } from '../../src/core/query/queryFor';
import { encode } from '../../src/core/text/encode';

/**
 * Two files and two releases. `old` left the trunk in February 2010 and had its last commit in 2011; `new`
 * left in February 2012. The second file was changed while `new` may have been made, and has no commit on it.
 *
 *     a  1.1 ──── 1.2 ─────────── 1.3 ── 1.4 ── 1.5     1.2 in old, by ticket #3; 1.4 in new, by #7
 *     b  1.1 ─────────────── 1.2
 */
const LOG = `History log of /src/pump
 1.5 01-May-2014  ada Fifth.
 1.4 01-May-2013  ada Fourth.
 1.3 01-Jan-2012  ada branches: 1.3.2; Third.
 1.2 01-May-2010  ada Second.
 1.1 01-Jan-2010  ada branches: 1.1.2; Add a.
 1.3.2.3 06-Jul-2014  bo Apply patch (requested by ada in ticket #9).
 1.3.2.2 06-Jun-2013  bo Pull up revision 1.4 (requested by ada in ticket #7).
 1.3.2.1 01-Mar-2012  bo Update new branch to new-base2.
 1.1.2.3 06-Jun-2011  bo Mend it on old.
 1.1.2.2 06-Jun-2010  bo Pull up revision 1.2 (requested by ada in ticket #3).
 1.1.2.1 01-Mar-2010  bo Update old branch to old-base2.
 1.2 15-Jan-2012  ada Second of b.
 1.1 01-Jan-2010  ada Add b.
`;

describe('releases', () => {
  const log = readLog(encode(LOG));

  it('are the branches that take pull-ups, the newest first', () => {
    const { all, left } = releasesOf(log);
    deepEqual([all.map(({ title }) => title), left], [['new', 'old'], 0]);
  });

  /** [change, what new has of it, what old has of it] */
  const marks: [change: string, ofNew: string, ofOld: string][] = [
    ['Fifth.', 'lacks it', 'ended before'],
    ['Fourth.', 'pulled up #7', 'ended before'],
    ['Third.', 'has it', 'ended before'],
    ['Second of b.', 'cannot tell', 'ended before'],
    ['Second.', 'has it', 'pulled up #3'],
    ['Add a.', 'has it', 'has it'],
    ['Add b.', 'has it', 'has it'],
    ['Apply patch (requested by ada in ticket #9).', 'pulled up #9', 'ended before'],
    ['Mend it on old.', 'lacks it', 'has it'],
  ];
  for (const [change, ...words] of marks) {
    it(change, () => deepEqual(marksOf(log, changesetOf(log, change)).map(markWords), words));
  }

  it('have the changes that were pulled up, from where they were made', () => {
    deepEqual(said(log, finish(changesPulledUp(log))), [
      'Second.',
      'Fourth.',
      'Apply patch (requested by ada in ticket #9).',
    ]);
  });

  /** [query, the changes of the commits that it finds] */
  const queries: [query: string, changes: string[]][] = [
    ['ticket:7', ['Fourth.']],
    ['kind:sync', []],
    ['in:new -in:old author:ada', ['Third.', 'Fourth.']],
    ['in:old -in:new', ['Update old branch to old-base2.', 'Mend it on old.']],
    ['in:new@2012 date:2012', ['Third.', 'Update new branch to new-base2.']],
    ['-in:new date:2012..', ['Fifth.']],
  ];
  for (const [query, changes] of queries) {
    it(query, () => {
      const found = finish(findChangesets(log, queryFor(log, query)));
      deepEqual(said(log, changesOf(log, found)), changes);
    });
  }

  it('are columns of a table', () => {
    const [heads, row] = releaseTable(log, [changesetOf(log, 'Fourth.')]);
    equal(heads!.join(' '), 'date author branch files message new old');
    equal(
      row!.join(' | '),
      '2013-05-01 | ada | trunk | File 1 1.4 | Fourth. | pulled up #7 | ended before',
    );
  });
});

describe('releases that are told by their tickets alone', () => {
  it('take one ticket of one day as one change, where its source is not in the log', () => {
    const log = readLog(
      encode(`History log of /src/pump
 1.2 01-May-2012  ada branches: 1.2.2; Second.
 1.1 01-Jan-2010  ada branches: 1.1.2; First.
 1.2.2.1 06-Jun-2013  bo Apply patch (requested by ada in ticket #9).
 1.1.2.1 06-Jun-2013  bo Apply patch (requested by ada in ticket #9).
`),
    );
    const changes = finish(changesPulledUp(log));
    equal(changes.length, 1);
    deepEqual(
      marksOf(log, changes[0]!).map(({ kind }) => kind),
      ['received', 'received'],
    );
  });
});

function changesetOf({ histories, recovery }: Log, message: string): number {
  for (let r = 0; r < histories.count; r++)
    if (histories.message(r) === message) return recovery.changesets.of(r);
  throw new Error(`No revision says “${message}”.`);
}

function said({ histories, recovery }: Log, changes: Int32Array): string[] {
  return Array.from(changes, (id) => histories.message(recovery.changesets.speaker(id)));
}
