import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isoDate } from '../../src/core/history/dates';
import { NO_REVISION } from '../../src/core/history/ids';
import { readLog, type Log } from '../../src/core/log';
import { holdOutBranches, holdOutPaths } from '../../src/cli/holdOut';
import { comparePreOrder } from '../../src/core/text/preOrder';
import { reportOn } from '../../src/core/answers/report';
import { withSharedLog } from './sharedLog';

function revisions({ histories }: Log): number[] {
  return Array.from({ length: histories.count }, (_, r) => r);
}

withSharedLog('the history of NetBSD sys/arch/xen', (bytes) => {
  const log = readLog(bytes);
  const { histories } = log;
  const all = revisions(log);
  const files = Array.from({ length: histories.fileCount }, (_, file) => log.history(file));
  const depth = (n: number): number =>
    all.filter((r) => histories.numbers.depth(histories.number(r)) === n).length;
  const days = all.map((r) => isoDate(histories.day(r))!).sort();
  const table: [string, unknown, unknown][] = [
    ['title', log.title, '/src/sys/arch/xen'],
    ['revisions', histories.count, 8607],
    ['files', histories.fileCount, 153],
    ['on trunks', depth(2), 3361],
    ['on branches', depth(4), 5201],
    ['on branches of branches', depth(6), 45],
    ['branches', histories.branchCount, 2537],
    ['branches of a file at most', Math.max(...files.map(({ branches }) => branches.length)), 62],
    ['revisions of a file at most', Math.max(...files.map(({ count }) => count)), 400],
    ['lists of branches', all.filter((r) => histories.listedBranches(r).length > 0).length, 1328],
    ['authors', new Set(all.map((r) => histories.author(r))).size, 104],
    ['messages', new Set(all.map((r) => histories.message(r))).size, 2815],
    ['first day', days[0], '2004-03-11'],
    ['last day', days.at(-1), '2025-10-19'],
    ['empty messages', all.filter((r) => histories.message(r) === '').length, 0],
    ['longest message', Math.max(...all.map((r) => histories.message(r).length)), 15250],
    ['base names', files.filter(({ file }) => log.name(file) !== null).length, 149],
    ['problems', log.problems, []],
  ];
  for (const [what, measured, expected] of table) {
    it(`${what}: ${JSON.stringify(expected)}`, () => deepEqual(measured, expected));
  }
  properties(log);
  recovered(log);

  it('reads the same with ordinary blanks', () => {
    const text = new TextDecoder().decode(bytes).replaceAll('\u00a0', ' ');
    const blank = readLog(text).histories;
    deepEqual([blank.count, blank.fileCount], [8607, 153]);
  });
});

for (const name of ['pump.histlog', 'mailed.txt']) {
  describe(`the sample ${name}`, () =>
    properties(readLog(new Uint8Array(readFileSync(join('test/logs', name))))));
}

it('every sample has a reader', () => {
  for (const name of readdirSync('test/logs').filter((file) => !file.endsWith('.picture'))) {
    const { format } = readLog(new Uint8Array(readFileSync(join('test/logs', name))));
    equal(format === undefined, name === 'notes.txt', name);
  }
});

/** What holds of every whole log. */
function properties(log: Log): void {
  const { histories } = log;

  it('no gap on a trunk or in a branch', () => {
    for (const r of revisions(log)) {
      const before = histories.predecessor(r);
      const { numbers } = histories;
      const number = histories.number(r);
      if (numbers.part(number) > 1)
        equal(numbers.part(histories.number(before)), numbers.part(number) - 1);
      else if (!numbers.isTrunk(number))
        equal(histories.number(before), numbers.pointOf(numbers.parent(number)));
      else equal(before, NO_REVISION);
    }
  });

  it('no date runs backwards along a line of descent', () => {
    for (const r of revisions(log)) {
      const before = histories.predecessor(r);
      if (before !== NO_REVISION) equal(histories.day(before) <= histories.day(r), true);
    }
  });

  it('the lists of branches and the branches that follow agree', () => {
    for (const r of revisions(log)) {
      const leaving = log.history(histories.fileOf(r)).branchesFrom(r);
      deepEqual(
        leaving.map(({ branch }) => branch),
        histories.listedBranches(r),
      );
    }
  });

  it('every line of a file belongs to one revision', () => {
    for (let r = 1; r < histories.count; r++) {
      equal(histories.linesOf(r)[0], histories.linesOf(r - 1)[1] + 1);
    }
  });
}

/** What is recovered of the real log: at least so much, and nothing that contradicts itself. */
function recovered(log: Log): void {
  const { histories, recovery } = log;
  const { files, branches, edges } = reportOn(log);
  const atLeast: [string, number, number][] = [
    ['files with a name', files.named, 147],
    ['files with a full path', files.fullPaths, 127],
    ['branches of a file with a name', branches.named, 1850],
    ['pull-ups', edges.pullUps, 670],
    ['pulled-up revisions with a source', edges.pullUpRevisionsWithSource, 555],
  ];
  for (const [what, count, least] of atLeast) {
    it(`${what}: at least ${least}`, () => equal(count >= least, true, String(count)));
  }

  it('a branch has one name, and one branch of a file', () => {
    const { all, lines } = recovery.branches;
    for (const { members } of all)
      equal(new Set(members.map((m) => lines.file(m))).size, members.length);
    const names = all.flatMap(({ name }) => name ?? []);
    equal(new Set(names).size, names.length);
    deepEqual(recovery.contradictions, []);
  });

  it('every path stands where the order of the log has it', () => {
    const full = recovery.paths.files.flatMap(({ parts }) =>
      parts.includes(null) ? [] : [parts as string[]],
    );
    for (let i = 1; i < full.length; i++)
      equal(comparePreOrder(full[i - 1]!, full[i]!) < 0, true, full[i]!.join('/'));
  });

  it('every revision is in one changeset, after what it was made from', () => {
    const { changesets } = recovery;
    let count = 0;
    for (let id = 0; id < changesets.count; id++) count += changesets.revisionsOf(id).length;
    equal(count, histories.count);
    for (const r of revisions(log)) {
      const before = histories.predecessor(r);
      equal(before === NO_REVISION || changesets.of(before) <= changesets.of(r), true);
    }
  });

  it('without half of the lines that name branches, 93 % of them are found, and none is wrong', () => {
    const tries = Array.from({ length: 20 }, (_, i) => holdOutBranches(log, i + 1));
    equal(
      tries.reduce((sum, { wrong }) => sum + wrong, 0),
      0,
    );
    const mean = tries.reduce((sum, { found, hidden }) => sum + found / hidden, 0) / tries.length;
    equal(mean >= 0.93, true, String(mean));
  });

  it('without the placeholders of half the files, 80 full paths are found, and none is wrong', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { found, wrong } = holdOutPaths(log, seed);
      deepEqual([found >= 80, wrong], [true, 0], `seed ${seed}: ${found}`);
    }
  });
}
