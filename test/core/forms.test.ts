import { deepEqual, equal } from 'node:assert/strict';
import { readLog, type Log } from '../../src/core/log';
import { isoDate } from '../../src/core/history/dates';
import { cvsRlog } from '../generate/archives';
import { inOrder, printDump, writeArchive } from '../generate/printed';
import { makeRepository } from '../generate/repository';

const SEEDS = [1, 2, 3, 4, 5, 6];

/** Each file as lines `1.2 < 1.1 2004-05-01 ada: message`, in the order of the log. */
function told({ histories }: Log): string[][] {
  return Array.from({ length: histories.fileCount }, (_, file) => {
    const [first, end] = histories.revisionsOf(file);
    return Array.from({ length: end - first }, (_, i) => {
      const r = first + i;
      const before = histories.predecessor(r);
      const from = before < 0 ? '-' : histories.numberText(before);
      return `${histories.numberText(r)} < ${from} ${isoDate(histories.day(r))} ${histories.author(r)}: ${histories.message(r)}`;
    });
  });
}

describe('one repository in every form', function () {
  this.timeout(60_000);
  for (const seed of SEEDS) {
    it(`seed ${seed}: the page, the text of rlog and the archives tell the same`, () => {
      const repository = makeRepository(seed);
      const page = told(readLog(printDump(repository)));
      const rlog = readLog(cvsRlog(repository));
      deepEqual(told(rlog), page);
      deepEqual(rlog.problems, []);
      const archives = inOrder(repository).map(
        (file) => told(readLog(writeArchive(file), `${file.path},v`))[0],
      );
      deepEqual(archives, page);
    });
  }

  it('paths are those of the log, and nothing is inferred of them', () => {
    const repository = makeRepository(7);
    const { recovery } = readLog(cvsRlog(repository));
    deepEqual(
      recovery.paths.files.map(({ parts }) => parts.join('/')),
      inOrder(repository).map(({ path }) => path),
    );
    equal(
      recovery.paths.files.every(({ status }) => status === 'stated'),
      true,
    );
  });

  it('a log that is cut anywhere gives what stands before the cut, and says where it is cut', () => {
    const text = cvsRlog(makeRepository(8));
    const whole = new Map(messages(text));
    for (let cut = 1000; cut < text.length - 100; cut += 173) {
      const part = readLog(text.slice(0, cut));
      for (const [revision, message] of messages(text.slice(0, cut))) {
        equal(whole.get(revision)?.startsWith(message), true, `${cut}: ${revision}: ${message}`);
      }
      const codes = part.problems.map(({ code }) => code);
      // Above `head:` of the next file nothing of it is there yet.
      const rule = '='.repeat(77);
      const behind = text.slice(0, cut).split(rule).at(-1)!;
      const isBetweenFiles = text.slice(0, cut).includes(rule) && !behind.includes('head:');
      if (!isBetweenFiles)
        deepEqual(codes.filter((code) => code === 'cut-log').length, 1, String(cut));
    }
  });
});

/** Each revision as `path 1.2 date author`, and its message. */
function messages(text: string): [string, string][] {
  const { histories } = readLog(text);
  return Array.from({ length: histories.count }, (_, r) => [
    `${histories.stated(histories.fileOf(r))!.path} ${histories.numberText(r)} ${isoDate(histories.day(r))} ${histories.author(r)}`,
    histories.message(r),
  ]);
}
