import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { whereDidItGo } from '../../src/core/answers/fix';
import { reportOn } from '../../src/core/answers/report';
import { readLog } from '../../src/core/log';
import { people, problemReports } from '../../src/core/messages/people';
import { ageOf, agesAgree, joinAges, type Ages } from '../../src/core/recovery/branches/ages';
import { growing } from '../generate/growing';

describe('logs of many equal items', () => {
  for (const [kind, write] of Object.entries(growing)) {
    it(kind, () => {
      const log = readLog(write(300));
      const { recovery } = log;
      ok(recovery.edges.length <= 10_000 + 9 * log.histories.count);
      equal(reportOn(log).revisions, log.histories.count);
      const inSeries = recovery.series.all.flatMap(({ branches }) => branches);
      equal(new Set(inSeries).size, inSeries.length);
      whereDidItGo(log, 0);
    });
  }

  it('more ranges than can be linked keep their newest revision, and a problem each', () => {
    const log = readLog(growing['ranges on n revisions']!(400));
    const cut = log.problems.filter(({ code }) => code === 'cut-range');
    ok(cut.length > 0);
    for (const { line } of cut) {
      const to = log.histories.revisionAt(line);
      const [edge, ...others] = log.recovery.edgesTo(to!);
      equal(log.histories.numberText(edge!.from), '1.400');
      ok(others.length < 399);
    }
  });
});

describe('ages of branches', () => {
  /** Older points have seen at least as many tags, and one point has seen one number. */
  const isPossible = (ages: readonly (readonly [number, number])[]): boolean =>
    ages.every(([p, n]) => ages.every(([q, m]) => (p < q ? n >= m : p > q || n === m)));
  const list = (ages: readonly (readonly [number, number])[]): Ages =>
    ages.reduce<Ages>((all, [point, number]) => joinAges(all, ageOf(point, number)), []);
  const age = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 6 }));

  it('agree where all of them could be of branches made together', () => {
    fc.assert(
      fc.property(fc.array(age, { maxLength: 30 }), fc.array(age, { maxLength: 3 }), (a, b) => {
        const keep = (ages: [number, number][]): [number, number][] =>
          ages.reduce<[number, number][]>(
            (kept, next) => (isPossible([...kept, next]) ? [...kept, next] : kept),
            [],
          );
        const [one, other] = [keep(a), keep(b)];
        equal(agesAgree(list(one), list(other)), isPossible([...one, ...other]));
        equal(agesAgree(list(other), list(one)), isPossible([...one, ...other]));
        if (isPossible([...one, ...other]))
          deepEqual(joinAges(list(one), list(other)), list([...one, ...other]));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('people and reports of a message', () => {
  it('a number is told once, with its category where one is told', () =>
    deepEqual(problemReports('PR kern/12345, PR 12345 and PR 777, PR #777'), [
      'kern/12345',
      '777',
    ]));

  it('a person is told once in each role', () =>
    deepEqual(people('ok ada@ ok ada@\nfrom bob@x.org'), [
      { name: 'ada', role: 'ok' },
      { name: 'bob', role: 'from' },
    ]));
});
