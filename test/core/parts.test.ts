import { deepEqual, equal } from 'node:assert/strict';
import { readLog, type Log } from '../../src/core/log';
import { randomFrom } from '../../src/cli/random';
import { cvsRlog, numbersOf } from '../generate/archives';
import { dumpOfLog, inOrder } from '../generate/printed';
import { makeRepository, type Repository, type RepositoryFile } from '../generate/repository';

const SEEDS = Array.from({ length: 12 }, (_, i) => i + 1);

/** A repository of which some files were only imported, so that `-b` shows their vendor branch. */
function withImports(seed: number): Repository {
  const { title, files } = makeRepository(seed);
  const random = randomFrom(seed + 77);
  const imported = Array.from({ length: 15 }, (_, i): RepositoryFile => {
    const time = Date.UTC(2003, 5, 1 + i) / 1000;
    const first = { time, author: 'ada', branch: null, commit: 0, isDead: false };
    const imports = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, n) => ({
      ...first,
      number: `1.1.1.${n + 1}`,
      time: time + n * 8_640_000,
      message: `Import kit ${n + 1}`,
    }));
    return {
      path: `kit/${String.fromCharCode(97 + i)}.c`,
      revisions: [{ ...first, number: '1.1', message: 'Initial revision' }, ...imports],
      defaultBranch: '1.1.1',
    };
  });
  return { title, files: [...files, ...imported] };
}

/** The numbers of each file as they were read, in the order of the log. */
function numbersRead({ histories }: Log): string[] {
  return Array.from({ length: histories.fileCount }, (_, file) => {
    const [first, end] = histories.revisionsOf(file);
    return Array.from({ length: end - first }, (_, i) => histories.numberText(first + i)).join(' ');
  });
}

function check(log: string, also: (read: Log) => void = () => undefined): void {
  const read = readLog(dumpOfLog('/src/sys/arch/pump', log));
  deepEqual(numbersRead(read), numbersOf(log));
  also(read);
}

describe('pages of a part, printed by the real cvs', function () {
  this.timeout(120_000);

  it('the default branch of each file: every file and revision, and one note', () => {
    for (const seed of SEEDS) {
      check(cvsRlog(withImports(seed), '-b'), ({ problems }) => {
        deepEqual(
          problems.map(({ code }) => code),
          ['part-of-history'],
        );
      });
    }
  });

  it('the trunk of each file', () => {
    for (const seed of SEEDS) check(cvsRlog(makeRepository(seed), '-b'));
  });

  it('a part of the revisions by date: what is there is read', () => {
    for (const seed of SEEDS.slice(0, 4)) {
      const log = cvsRlog(makeRepository(seed), '-b', '-d', '>2004-06-01');
      equal(
        readLog(dumpOfLog('/src', log)).histories.count,
        numbersOf(log).join(' ').split(' ').length,
      );
    }
  });

  it('one branch of each file', () => {
    for (const seed of SEEDS) {
      const repository = makeRepository(seed);
      const names = new Set(repository.files.flatMap((f) => f.revisions.map((r) => r.branch)));
      for (const name of names) {
        if (name === null) continue;
        const log = onBranch(repository, name);
        if (log !== '') check(log);
      }
    }
  });

  it('sorted by the text of numbers: one file, each line of it in order', () => {
    for (const file of SEEDS.flatMap((seed) => inOrder(makeRepository(seed)).slice(0, 8))) {
      const log = cvsRlog({ title: '/src', files: [file] });
      const entries = log
        .split(/^-{28}\n/m)
        .slice(1)
        .map((entry) => entry.replace(/^={77}\n/m, ''));
      const byText = (a: string, b: string): number => (numberOf(a) < numberOf(b) ? 1 : -1);
      const sorted = dumpOfLog(
        '/src/pump.c',
        `\n${'-'.repeat(28)}\n${entries.sort(byText).join(`${'-'.repeat(28)}\n`)}`,
      );
      const { histories } = readLog(sorted);
      deepEqual([histories.fileCount, histories.count], [1, file.revisions.length], sorted);
    }
  });
});

function numberOf(entry: string): string {
  return /^revision ([\d.]+)/.exec(entry)![1]!;
}

/** What `cvs log -rNAME` prints: the revisions of one branch, whatever its number in a file. */
function onBranch(repository: Repository, name: string): string {
  const whole = cvsRlog(repository);
  const files = inOrder(repository).map(
    ({ revisions }) => new Set(revisions.filter((r) => r.branch === name).map((r) => r.number)),
  );
  const parts = whole.split(/^={77}\n/m).filter((file) => /^-{28}$/m.test(file));
  return parts
    .map((file, i) => {
      const [head, ...entries] = file.split(/^-{28}\n/m);
      const chosen = entries.filter((entry) => files[i]!.has(numberOf(entry)));
      return chosen.length === 0
        ? ''
        : `${[head, ...chosen].join(`${'-'.repeat(28)}\n`)}${'='.repeat(77)}\n`;
    })
    .join('');
}
