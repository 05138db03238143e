import { deepEqual, equal } from 'node:assert/strict';
import { readLog, type Log } from '../../src/core/log';
import { cvsRlog } from '../generate/archives';
import { dumpOfLog, inOrder, printDump } from '../generate/printed';
import { makeRepository, type Repository, type TrueRevision } from '../generate/repository';

const SEEDS = Array.from({ length: 50 }, (_, i) => i + 1);

/** What is recovered against what is true: how much was told, and each thing that is false. */
function compare(
  repository: Repository,
  log: Log,
): { wrong: string[]; told: number; onwardWrong: number } {
  const { histories, recovery } = log;
  const files = inOrder(repository);
  equal(histories.fileCount, files.length);
  equal(histories.problems.length, 0);
  const wrong: string[] = [];
  let [told, onwardWrong] = [0, 0];
  for (const [file, { path, revisions }] of files.entries()) {
    const truth = new Map(revisions.map((r) => [r.number, r]));
    const { parts, evidence } = recovery.paths.files[file]!;
    const name = parts.at(-1) ?? null;
    if (name !== null && name !== path.split('/').at(-1)) wrong.push(`name ${name} of ${path}`);
    if (!parts.includes(null) && parts.join('/') !== path) {
      if (evidence.some(({ kind }) => kind === 'onward')) onwardWrong++;
      else wrong.push(`path ${parts.join('/')} of ${path}: ${JSON.stringify(evidence)}`);
    }
    if (!parts.includes(null)) told++;
    const [first, end] = histories.revisionsOf(file);
    for (let r = first; r < end; r++) {
      const known = recovery.branches.of(r)?.name ?? null;
      const real = truth.get(histories.numberText(r))!;
      if (known !== null) told++;
      if (known !== null && known !== real.branch)
        wrong.push(`branch ${known} of ${path} ${real.number}, which is ${String(real.branch)}`);
    }
  }
  wrong.push(
    ...wrongEdges(
      files.map(({ revisions }) => revisions),
      log,
    ),
  );
  return { wrong, told, onwardWrong };
}

function wrongEdges(
  files: readonly (readonly TrueRevision[])[],
  { histories, recovery }: Log,
): string[] {
  return recovery.edges.flatMap(({ kind, from, to }) => {
    if (kind !== 'pull-up') return [];
    const real = files[histories.fileOf(to)]!.find(
      ({ number }) => number === histories.numberText(to),
    );
    const isReal =
      real?.from === histories.numberText(from) && histories.fileOf(from) === histories.fileOf(to);
    return isReal
      ? []
      : [`pull-up of ${histories.numberText(from)} as ${histories.numberText(to)}`];
  });
}

describe('repositories whose truth is known', () => {
  it(`nothing wrong is told of ${SEEDS.length}`, () => {
    const all = SEEDS.map((seed) => {
      const repository = makeRepository(seed);
      return { seed, ...compare(repository, readLog(printDump(repository))) };
    });
    deepEqual(
      all.flatMap(({ seed, wrong }) => wrong.map((what) => `${seed}: ${what}`)),
      [],
    );
    const told = all.reduce((sum, each) => sum + each.told, 0);
    console.log(
      `      ${told} names and paths told; rising names alone misled ${all.reduce((sum, each) => sum + each.onwardWrong, 0)} times`,
    );
    equal(told > 1000, true);
  });

  it('every revision is in one changeset, after what it was made from, on every run', () => {
    for (const seed of SEEDS.slice(0, 10)) {
      const text = printDump(makeRepository(seed));
      const [one, other] = [readLog(text), readLog(text)];
      const { changesets, branches } = one.recovery;
      deepEqual(changesets.ofRevision, other.recovery.changesets.ofRevision);
      let count = 0;
      for (let id = 0; id < changesets.count; id++) {
        const revisions = changesets.revisionsOf(id);
        count += revisions.length;
        const files = [...revisions]
          .filter((r) => !one.recovery.messages.factsOf(r).placeholder)
          .map((r) => one.histories.fileOf(r));
        equal(new Set(files).size, files.length, 'one revision of a file');
        for (const r of revisions) {
          const before = one.histories.predecessor(r);
          equal(before < 0 || changesets.of(before) <= id, true);
          equal(changesets.of(r), id);
          equal(branches.of(r) === undefined || branches.of(r) === changesets.branchOf(id), true);
        }
      }
      equal(count, one.histories.count);
    }
  });

  it('cvs log prints their archives so', function () {
    this.timeout(60_000);
    for (const seed of SEEDS.slice(0, 5)) {
      const repository = makeRepository(seed);
      equal(dumpOfLog(repository.title, cvsRlog(repository)), printDump(repository));
    }
  });
});
