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

  it('a log that is cut anywhere gives what stands before the cut', () => {
    const text = cvsRlog(makeRepository(8));
    const whole = told(readLog(text)).flat();
    for (let cut = 1000; cut < text.length; cut += 2611) {
      const part = told(readLog(text.slice(0, cut))).flat();
      const told_ = new Set(whole.map((line) => line.replace(/ < \S+/, '').split(': ')[0]));
      for (const line of part)
        equal(told_.has(line.replace(/ < \S+/, '').split(': ')[0]), true, line);
    }
  });
});
