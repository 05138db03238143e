import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { BINS, binOf, lifetimesOf } from '../../src/core/answers/lifetimes';
import { branchLabelOf } from '../../src/core/words/branches';
import { spanWords } from '../../src/core/words/dates';
import { readLog } from '../../src/core/log';
import { withTerm } from '../../src/panel/narrow';

const log = readLog(readFileSync('test/logs/pump.histlog'));

describe('lifetimes of branches', () => {
  const all = Int32Array.from({ length: log.recovery.changesets.count }, (_, id) => id);
  const told = (commits: Int32Array): string[] =>
    lifetimesOf(log, commits).all.map(({ branches: [branch], first, last, commits: n }) =>
      [branch ? branchLabelOf(log, branch) : 'trunk', spanWords(first, last), n].join(' '),
    );

  it('are the trunk, then branches by their beginnings', () => {
    deepEqual(told(all), [
      'trunk 2004-03-01 to 2006-06-12 19',
      'kaja-sensorless 2005-01-19 to 2005-03-20 3',
      'pump-1 2005-01-20 to 2006-07-03 4',
      '1.3.4.2.2 2005-04-01 1',
      '1.6.2 2006-05-30 1',
    ]);
  });

  it('are of the commits that are asked for', () => {
    const { changesets } = log.recovery;
    const kaja = all.filter((id) => log.histories.author(changesets.speaker(id)) === 'kaja');
    equal(told(kaja).length, 3);
    equal(told(Int32Array.of()).length, 0);
  });

  it('have every commit in one part of the time', () => {
    for (const { density, commits } of lifetimesOf(log, all).all)
      equal(
        density.reduce((a, b) => a + b, 0),
        commits,
      );
    deepEqual([binOf(10, 10, 20), binOf(20, 10, 20), binOf(7, 7, 7)], [0, BINS - 1, 0]);
  });
});

describe('a query that is narrowed', () => {
  /** [before, key, value, is it left out, after] */
  const queries: readonly (readonly [string, string, string, boolean, string])[] = [
    ['', 'author', 'ada', false, 'author:ada'],
    ['leak author:bo', 'author', 'ada', false, 'leak author:ada'],
    ['author:bo', 'author', 'ada', true, 'author:bo -author:ada'],
    ['-author:bo', 'author', 'ada', true, '-author:bo -author:ada'],
    ['date:2004 fix', 'date', '2005..2006', false, 'fix date:2005..2006'],
    ['"two words"', 'branch', 'a b', false, '"two words" branch:"a b"'],
  ];
  for (const [before, key, value, isNegated, after] of queries)
    it(`${before} by ${isNegated ? '-' : ''}${key}:${value}`, () =>
      equal(withTerm(before, key, value, isNegated), after));
});
