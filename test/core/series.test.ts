import { deepEqual, equal, ok } from 'node:assert/strict';
import { readLog, type Log } from '../../src/core/log';
import type { Series } from '../../src/core/recovery/series/series';
import { inOrder, printDump } from '../generate/printed';
import { makeReleases } from '../generate/releases';
import { withSharedLog } from './sharedLog';

/** So many generated repositories, each with five releases alive at once. */
const REPOSITORIES = 50;

describe('series of releases', () => {
  it(`join no branches of two releases, in ${String(REPOSITORIES)} repositories`, () => {
    const wrong: string[] = [];
    let [majors, together] = [0, 0];
    for (let seed = 0; seed < REPOSITORIES; seed++) {
      const repository = makeReleases(seed);
      const log = readLog(printDump(repository));
      const truth = releasesOf(log, repository);
      const { all, ofBranch } = log.recovery.series;
      for (const series of all) {
        const names = new Set(series.branches.map(({ id }) => majorOf(truth[id]!)));
        if (names.size > 1) wrong.push(`${String(seed)}: ${[...names].join(' ')}`);
      }
      for (const name of new Set(truth)) {
        if (typeof name !== 'string' || name !== majorOf(name)) continue;
        const branches = [...ofBranch].filter((_, id) => truth[id] === name);
        if (branches.length < 2) continue;
        majors += branches.length;
        together += mostOf(branches.filter((series) => series >= 0));
      }
    }
    deepEqual(wrong, []);
    ok(together > 0.9 * majors, `${String(together)} of ${String(majors)} branches`);
  }).timeout(60_000);

  it('hold no two branches of a file, but where one leaves from the other', () => {
    for (let seed = 0; seed < 10; seed++) holdsLaws(readLog(printDump(makeReleases(seed))));
  });

  withSharedLog('of the shared log', (bytes) => {
    it('are few, and rise', () => {
      const log = readLog(bytes);
      holdsLaws(log);
      const { all, ofBranch } = log.recovery.series;
      equal(all.length, 14);
      const without = log.recovery.branches.all.filter((b) => b.isRelease && ofBranch[b.id]! < 0);
      equal(without.length, 5);
      deepEqual(all.flatMap(({ name }) => name ?? []).sort(), [
        'netbsd-10',
        'netbsd-2-0',
        'netbsd-3',
        'netbsd-5',
      ]);
      for (const series of all)
        ok(late(series) <= 0.2, `${String(series.id)}: ${String(late(series))}`);
    });
  });
});

/** The release that each branch is of in truth: `rel-3`, or the minor `rel-3-1`. */
function releasesOf(
  log: Log,
  repository: ReturnType<typeof makeReleases>,
): (string | null | undefined)[] {
  const files = inOrder(repository);
  equal(log.histories.fileCount, files.length);
  const { all, lines } = log.recovery.branches;
  return all.map(({ members }) => {
    const [member] = members;
    const first = log.histories.numberText(lines.first(member!));
    const { revisions } = files[lines.file(member!)]!;
    return revisions.find(({ number }) => number === first)!.branch;
  });
}

const majorOf = (release: string): string => /^rel-\d+/.exec(release)![0];

/** How often the most frequent of some ids is among them. */
function mostOf(ids: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

function holdsLaws({ histories, recovery: { series, branches } }: Log): void {
  const { lines } = branches;
  for (const { branches: all } of series.all) {
    const members = all.flatMap((branch) => branch.members);
    for (const a of members)
      for (const b of members) {
        if (a >= b || lines.file(a) !== lines.file(b)) continue;
        const [one, other] = [a, b].map((m) => `${histories.numbers.text(lines.number(m))}.`);
        ok(one!.startsWith(other!) || other!.startsWith(one!), `${one!} and ${other!}`);
      }
  }
}

/** The share of tickets that come after a higher one. */
function late({ tickets }: Series): number {
  let [highest, count] = [0, 0];
  for (const [, ticket] of tickets) {
    if (ticket < highest) count++;
    highest = Math.max(highest, ticket);
  }
  return count / tickets.length;
}
