import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { drawPicture } from '../../src/core/graph/picture';
import { readLog, type Log } from '../../src/core/log';
import { sentenceOf } from '../../src/core/problems/problem';
import { randomFrom } from '../../src/cli/random';
import { generateLog, ORDINARY } from '../generate/generate';
import { withSharedLog } from './sharedLog';
import { dump, picture, read } from './write';

/** What was read of each revision, in the order of the log. */
function told({ histories }: Log): string[] {
  return Array.from(
    { length: histories.count },
    (_, r) => `${histories.numberText(r)} ${histories.author(r)} ${histories.message(r)}`,
  );
}

/** Whatever it is, it is read without a throw, and every problem stands on a line that is there. */
function reads(source: string | Uint8Array): Log {
  const log = readLog(source);
  const text = typeof source === 'string' ? source : Buffer.from(source).toString('latin1');
  const lines = text.split(/\r\n|\r|\n/).length;
  for (const problem of log.problems) {
    const { line } = problem;
    const message = sentenceOf(problem);
    ok(line >= 0 && line < lines, `line ${line} of ${lines}`);
    ok(message.endsWith('.') || message.endsWith('here.'), message);
  }
  equal(
    new Set(log.problems.map((problem) => `${problem.line} ${problem.code} ${sentenceOf(problem)}`))
      .size,
    log.problems.length,
  );
  const { histories } = log;
  for (let r = 0; r < histories.count; r++) {
    const before = histories.predecessor(r);
    const [first, end] = histories.revisionsOf(histories.fileOf(r));
    ok(before === -1 || (before >= first && before < end && before !== r));
    equal(histories.revisionAt(histories.linesOf(r)[0]), r);
  }
  for (let file = 0; file < histories.fileCount; file++) {
    equal([...drawPicture(log.history(file))].length, log.history(file).count);
  }
  return log;
}

describe('bad input', () => {
  it('an empty file', () => deepEqual(told(reads('')), []));

  it('binary', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => void reads(bytes)));
  });

  it('any text, with pieces of a log in it', () => {
    const piece = fc.constantFrom(
      '\u00a0',
      '1.1',
      '1.2.2.1',
      '11-Mar-2005',
      ' ',
      '\n',
      '\r',
      'cl',
      'branches: 1.1.2;',
      'History log of /x\n',
      'RevisionDateAuthorComments\n',
      'RSS XML Feed',
      '\u00a01.3\u00a001-Jan-2004\u00a0 cl\u00a0m\n',
    );
    const text = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, (pieces) => void reads(pieces.join(''))),
      { numRuns: 400 },
    );
  });

  it('numbers in any order, doubled and missing', () => {
    const number = fc.constantFrom(
      '1.1',
      '1.2',
      '1.3',
      '1.4',
      '2.1',
      '1.1.2.1',
      '1.1.2.2',
      '1.3.2.1',
      '1.1.1.1',
      '1.1.2.1.2.1',
    );
    const numbers = fc.array(fc.tuple(number, fc.integer({ min: 1, max: 5 })), { maxLength: 30 });
    fc.assert(
      fc.property(numbers, fc.constantFrom('\u00a0', ' '), (all, gap) => {
        reads(
          dump(
            all.map(([n, day]) => `${n} @2004-01-0${String(day)}`),
            gap,
          ),
        );
      }),
      { numRuns: 400 },
    );
  });

  const whole = generateLog({ ...ORDINARY, files: 8, revisions: 6 });
  const bytes = new TextEncoder().encode(whole);
  const all = told(readLog(bytes));

  const records = whole.split(/(?=\n\u00a0)/);
  const changed = (change: (list: string[], i: number) => string[]): string[] =>
    records.slice(1).map((_, i) => change([...records], i + 1).join(''));

  it('any revision missing: all others stay', () => {
    for (const text of changed((list, i) => list.toSpliced(i, 1)))
      equal(reads(text).histories.count, all.length - 1);
  });

  it('any revision doubled: it counts once', () => {
    for (const text of changed((list, i) => list.toSpliced(i, 0, list[i]!))) {
      const { histories } = reads(text);
      // The first of two files of one revision may have been doubled, and no one could tell.
      ok(histories.count - all.length <= 1);
      ok(histories.count >= all.length);
    }
  });

  it('any date impossible: it is unknown, and all else stays', () => {
    for (const text of changed((list, i) =>
      list.with(i, list[i]!.replace(/\d\d-(?=\w{3}-)/, '99-')),
    )) {
      const log = reads(text);
      equal(log.histories.count, all.length);
      deepEqual(
        log.problems.map(({ code }) => code),
        ['impossible-date'],
      );
    }
  });

  it('a block doubled in place: nothing is read twice', () => {
    const records = dump(['1.9', '1.8', '1.7', '1.6', '1.5', '1.4', '1.3', '1.2', '1.1']).split(
      /(?=\u00a01\.\d\u00a0)/,
    );
    const doubled = [...records.slice(0, 6), ...records.slice(3, 6), ...records.slice(6)].join('');
    equal(reads(doubled).histories.count, 9);
  });

  it('a cut at any offset: everything before it is still there', () => {
    const random = randomFrom(3);
    const offsets = [
      ...Array.from({ length: 2000 }, (_, i) => i),
      ...Array.from({ length: 500 }, () => Math.floor(random() * bytes.length)),
    ];
    for (const offset of offsets) {
      const part = told(readLog(bytes.subarray(0, offset))).slice(0, -1);
      deepEqual(part, all.slice(0, part.length));
    }
  });

  const same: [string, (text: string) => string | Uint8Array][] = [
    ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['CR', (text) => text.replaceAll('\n', '\r')],
    ['a BOM', (text) => `\ufeff${text}`],
    ['Latin-1', (text) => Buffer.from(text, 'latin1')],
    ['no page header', (text) => text.slice(text.indexOf('\u00a0'))],
    ['no page footer', (text) => text.replace('\n\nRSS XML Feed', '')],
    [
      'bytes that start in the middle of a word',
      (text) => new TextEncoder().encode(`x${text}`).subarray(1),
    ],
  ];
  for (const [what, change] of same) {
    it(`${what}: the same is read`, () => deepEqual(told(reads(change(whole))), all));
  }

  it('a line of 5 MB', () => {
    const long = 'x'.repeat(5_000_000);
    const log = reads(dump([`1.2: ${long}`, long, '1.1']));
    equal(log.histories.message(0).length, 10_000_001);
    equal(picture(log), '1.2 1.1');
    equal(
      reads(dump(['1.2', '9'.repeat(5_000_000), ' '.repeat(5_000_000), '1.1'])).histories.count,
      2,
    );
  });

  it('thousands of branches from one revision', () => {
    const branches = Array.from({ length: 3000 }, (_, i) => `1.1.${String(2 * (i + 1))}`);
    const log = reads(
      dump([`1.1 [${branches.join(' ')}]`, ...branches.toReversed().map((b) => `${b}.1`)]),
    );
    deepEqual(
      [log.histories.count, log.histories.branchCount, log.problems.length],
      [3001, 3000, 0],
    );
  });

  it('numbers of 20 parts', () => {
    let number = '1.1';
    const revisions: string[] = [];
    while (number.split('.').length < 20) {
      revisions.push(`${number} [${number}.2]`);
      number += '.2.1';
    }
    deepEqual(reads(dump([...revisions, number])).problems, []);
  });

  it('a dead first revision', () => {
    equal(
      picture(
        reads(dump(['1.2', '1.1 [1.1.2]: file x was initially added on branch b.', '1.1.2.1'])),
      ),
      '1.2 1.1 1.1.2.1',
    );
  });

  it('pasted cvs log text in a message', () => {
    const pasted =
      '----------------------------\nrevision 1.99\ndate: 2003/01/01;  author: x;\nbranches:  1.99.2;\nwords\n=====';
    const log = reads(dump([`1.2: ${pasted}`, '1.1']));
    equal(picture(log), '1.2 1.1; 4 unread-headers');
    equal(log.histories.message(0), pasted);
  });

  it('two pages: each file knows its page', () => {
    const { histories } = read(['1.1', '1.1', '|', '1.2', '1.1']);
    deepEqual(
      histories.pages.map(({ title }) => title),
      ['/src/test', '/src/next'],
    );
    deepEqual(
      [0, 1, 2].map((file) => histories.pageOf(file)),
      [0, 0, 1],
    );
  });

  const hostile =
    '\u0000\u001b[2J\u0085\u202e<b>&amp;[x](command:y)`$(bug)`\ud800 \u0416\u4e2d\u{1f600}';
  it('names and messages in every script and with every control', () => {
    const log = reads(dump(['1.2', `1.1: ${hostile}`, '1.1']));
    equal(picture(log), '1.2 1.1 | 1.1');

    equal(
      /[\u0000-\u001f\u007f-\u009f\u202e]/.test([...drawPicture(log.history(0))].join('')),
      false,
    );
  });

  withSharedLog('of a real log', (real) => {
    const { histories } = readLog(real);
    it('any revision missing or doubled: all others stay', () => {
      const text = new TextDecoder().decode(real.subarray(0, 400_000));
      const records = text.slice(0, text.lastIndexOf('\n\u00a0')).split(/(?=\n\u00a0\d)/);
      for (let i = 1; i < records.length; i += 31) {
        equal(readLog(records.toSpliced(i, 1).join('')).histories.count, records.length - 2);
        equal(
          readLog(records.toSpliced(i, 0, records[i]!).join('')).histories.count,
          records.length - 1,
        );
      }
    }).timeout(60_000);

    it('a cut at any offset: everything before it is still there', () => {
      const random = randomFrom(11);
      for (let n = 0; n < 120; n++) {
        const offset = n < 60 ? n * 35 : Math.floor(random() * real.length);
        const part = readLog(real.subarray(0, offset)).histories;
        for (let r = 0; r < part.count - 1; r++) {
          equal(part.numberText(r), histories.numberText(r));
          equal(part.fileOf(r), histories.fileOf(r));
        }
      }
    }).timeout(60_000);
  });
});

it('samples that are bad are bad in the way that they say', () => {
  const half = readLog(readFileSync('test/logs/half.histlog'));
  deepEqual(
    half.problems.map(({ code }) => code),
    ['missing-trunk'],
  );
});
