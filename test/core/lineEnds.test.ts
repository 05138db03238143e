import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { foldHistories } from '../../src/core/history/folds';
import { readLog, type Log } from '../../src/core/log';
import { read } from './write';

const SAMPLES = readdirSync('test/logs').filter((name) => /log$|\.txt$/.test(name));

/** All of a log that its line ends must not change. */
function factsOf(log: Log): unknown {
  const { histories } = log;
  const revisions = Array.from({ length: histories.count }, (_, r) => [
    histories.numberText(r),
    histories.day(r),
    histories.author(r),
    histories.linesOf(r),
    histories.message(r).replace(/\r\n?/g, '\n').trimEnd(),
  ]);
  const files = Array.from({ length: histories.fileCount }, (_, file) => [
    histories.revisionsOf(file),
    // A byte offset, of which CRLF has more.
    { ...histories.stated(file), end: undefined },
  ]);
  return { revisions, files, folds: foldHistories(histories), problems: log.problems };
}

describe('line ends', () => {
  for (const name of SAMPLES)
    for (const [what, end] of [
      ['CRLF', '\r\n'],
      ['CR', '\r'],
    ] as const)
      it(`${what} change nothing of ${name}`, () => {
        const text = readFileSync(`test/logs/${name}`, 'utf8');
        deepEqual(factsOf(readLog(text.replaceAll('\n', end))), factsOf(readLog(text)));
      });
});

describe('folds', () => {
  const cases: readonly (readonly [revisions: string[], folds: string])[] = [
    [['1.2: One.\nTwo.', '1.1: One.\nTwo.'], '2-5 4-5'],
    [['1.2', '1.1'], '2-3'],
    [['1.1'], ''],
    [['1.1 [1.1.2]: One.', '1.1.2.2', '1.1.2.1'], '2-5 4-5'],
    [['1.1', '1.2', '1.1: One.\nTwo.'], '3-5 4-5'],
  ];
  for (const [revisions, right] of cases)
    it(`of ${revisions.join(', ').replaceAll('\n', ' ')}`, () => {
      const folds = foldHistories(read(revisions).histories);
      equal(folds.map((lines) => lines.join('-')).join(' '), right);
    });
});

describe('what a cvs log states of a file', () => {
  it('is all there', () => {
    const { histories } = readLog(readFileSync('test/logs/pump.cvslog', 'utf8'));
    deepEqual(
      [0, 1].map((file) => {
        const { path, head, defaultBranch, locks, symbols, selected, total } =
          histories.stated(file)!;
        return [
          path,
          head,
          defaultBranch,
          locks.map(({ user, number }) => `${user} ${number}`).join(),
          symbols.map(({ name, number }) => `${name} ${number}`).join(),
          `${String(selected)} of ${String(total)}`,
        ];
      }),
      [
        ['/cvs/firmware/pump/Attic/clock.c,v', '1.2', null, '', 'rel-1 1.1', '2 of 2'],
        [
          '/cvs/firmware/pump/motor.c,v',
          '1.3',
          null,
          'ines 1.3',
          'pump-1 1.2.0.2,rel-1 1.2',
          '5 of 5',
        ],
      ],
    );
  });
});
