import { equal, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sentenceOf } from '../../src/core/problems/problem';
import { readLog } from '../../src/core/log';
import { isoDate, NO_DATE } from '../../src/core/history/dates';
import { dump, picture, read } from './write';

const NB = '\u00a0';

const TRUNK = [
  '1.9 [1.8.2]',
  '1.8 [1.8.2]',
  '1.7 [1.7.2 1.7.4]',
  '1.6',
  '1.5',
  '1.4',
  '1.3',
  '1.2',
  '1.1',
];
const BRANCHES = ['1.7.4.2', '1.7.4.1', '1.7.2.1', '1.8.2.2', '1.8.2.1'];
const WHOLE = [...TRUNK.slice(1), ...BRANCHES];
const NEXT = ['1.3', '1.2', '1.1'];
const REST = '| 1.3 1.2 1.1';

const all = '1.8 1.7 1.6 1.5 1.4 1.3 1.2 1.1 1.7.4.2 1.7.4.1 1.7.2.1 1.8.2.2 1.8.2.1';

/** What is read of a file and the one below it, when one record of the first is damaged. */
describe('one damaged record', () => {
  const cases: [string, string[], string][] = [
    [
      'a lower number in the place of another',
      WHOLE.with(3, '1.0'),
      `${all.replace('1.5 ', '')} ${REST}; 8 quoted-revision; 9 missing-revision`,
    ],
    [
      'a higher number in the place of another',
      WHOLE.with(3, '1.57'),
      `${all.replace('1.5 ', '')} ${REST}; 8 quoted-revision; 9 missing-revision`,
    ],
    [
      'a word for the number of a branch point',
      WHOLE.with(1, '\u00a0x.y\u00a001-Jan-2004\u00a0 cl\u00a0branches: 1.7.2; 1.7.4;\nm'),
      `${all} ${REST}; 5 impossible-number`,
    ],
    ['a record doubled', WHOLE.toSpliced(3, 0, '1.5'), `${all} ${REST}; 9 duplicate-revision`],
    [
      'a revision of another file among the branches',
      WHOLE.toSpliced(9, 0, '1.99 @2020-01-01'),
      `${all} ${REST}; 14 quoted-revision`,
    ],
    [
      'a revision of a branch above its place',
      WHOLE.toSpliced(3, 0, '1.8.2.2'),
      `${all} ${REST}; 8 quoted-revision`,
    ],
  ];
  for (const [what, records, expected] of cases)
    it(what, () => equal(picture(read([...records, ...NEXT])), expected));
});

/** RCS prints branches in one order, so a record out of it is hardly one of its file. */
describe('a record against the order of branches', () => {
  const cases: readonly (readonly [what: string, records: string[], right: string])[] = [
    [
      'a tip with a lower number',
      ['1.1 [1.1.2]', '1.1.2.1', '1.1.2.4', '1.1.2.3', '1.1.2.2', '1.1.2.1'],
      '1.1 1.1.2.4 1.1.2.3 1.1.2.2 1.1.2.1 | 1.3 1.2 1.1; 5 quoted-revision',
    ],
    [
      'a branch before its turn, and once more in its place',
      ['1.2 [1.2.2]', '1.1 [1.1.2 1.1.4]', '1.1.4.1', '1.2.2.1', '1.1.2.1', '1.2.2.2', '1.2.2.1'],
      '1.2 1.1 1.1.4.1 1.1.2.1 1.2.2.2 1.2.2.1 | 1.3 1.2 1.1; 8 quoted-revision',
    ],
    [
      'a later revision of the trunk among branches',
      [
        '1.9 @2014-01-01',
        ...[8, 7, 6, 5, 4, 3, 2].map((part) => `1.${String(part)}`),
        '1.1 [1.1.2 1.1.4 1.1.6 1.1.8]',
        '1.1.8.1',
        '1.9 @2014-01-01',
        '1.1.6.1',
        '1.1.4.1',
        '1.1.2.1',
      ],
      '1.9 1.8 1.7 1.6 1.5 1.4 1.3 1.2 1.1 1.1.8.1 1.1.6.1 1.1.4.1 1.1.2.1 | 1.3 1.2 1.1; 14 duplicate-revision',
    ],
    [
      'the header of the next, without its branches',
      ['1.4', '1.3', '1.3 [1.3.2]', '1.2', '1.1', '1.3.2.1'],
      '1.4 1.3 1.2 1.1 1.3.2.1 | 1.3 1.2 1.1; 4 quoted-revision',
    ],
    [
      'branches of the number that is missing',
      [...TRUNK.with(8, '1.6 [1.1.2]'), '1.1.2.1', ...BRANCHES],
      `1.9 ${all.replace('1.1 ', '1.1 1.1.2.1 ')} ${REST}; 14 wrong-number`,
    ],
    [
      'the same near the top of a page',
      ['1.4', '1.80 [1.3.2]', '1.2', '1.1', '1.3.2.1'],
      '1.4 1.3 1.2 1.1 1.3.2.1 | 1.3 1.2 1.1; 4 wrong-number',
    ],
    [
      'a date on top of a line, where no number is missing',
      ['1.2', '\u00a002-Jan-2004\u00a0 ann\u00a0as noted', '1.1'],
      '1.2 1.1 | 1.3 1.2 1.1; 4 unread-headers',
    ],
    [
      'a gap that the rest of the file falls into',
      ['1.9', '1.8', '1.1', '1.6', '1.5', '1.4', '1.3', '1.2', '1.1'],
      '1.9 1.8 1.6 1.5 1.4 1.3 1.2 1.1 | 1.3 1.2 1.1; 5 quoted-revision; 6 missing-revision',
    ],
  ];
  for (const [what, records, right] of cases)
    it(what, () => equal(picture(read([...records, ...NEXT])), right));
});

/** What is read of 1.2 between its neighbours, when a field is gone: `-` stands for a no-break space. */
describe('a field that is gone', () => {
  const cases: readonly (readonly [what: string, line: string, right: string])[] = [
    ['nothing', '-1.2-01-Jan-2004- ada-Mend it.', '1.2|2004-01-01|ada|Mend it.'],
    ['the number', '-01-Jan-2004- ada-Mend it.', '1.2|2004-01-01|ada|Mend it.|impossible-number'],
    [
      'what is in the number',
      '--01-Jan-2004- ada-Mend it.',
      '1.2|2004-01-01|ada|Mend it.|impossible-number',
    ],
    ['the date', '-1.2- ada-Mend it.', '1.2||ada|Mend it.|impossible-date'],
    [
      'the date, before a list',
      '-1.2- ada-branches: 1.2.2;',
      '1.2||ada||part-of-history|impossible-date',
    ],
    ['what is in the date', '-1.2-- ada-Mend it.', '1.2||ada|Mend it.|impossible-date'],
    ['the author', '-1.2-01-Jan-2004-Mend it.', '1.2|2004-01-01||Mend it.|missing-author'],
    [
      'the author, of a short message',
      '-1.2-01-Jan-2004-Regen.',
      '1.2|2004-01-01||Regen.|missing-author',
    ],
    [
      'what is in the author',
      '-1.2-01-Jan-2004- -Mend it.',
      '1.2|2004-01-01||Mend it.|missing-author',
    ],
    ['the message', '-1.2-01-Jan-2004- ada', '1.2|2004-01-01|ada|'],
    ['the message, of a strange date', '-1.2-xx-yyy-zz- ada', '1.2||ada||impossible-date'],
  ];
  for (const [what, line, right] of cases)
    it(what, () => {
      const { histories, problems } = read([
        '1.3',
        line.replace(/-(?!Jan|2004|yyy|zz)/g, NB),
        '1.1',
      ]);
      const day = histories.day(1);
      equal(
        [
          histories.numberText(1),
          day === NO_DATE ? '' : isoDate(day),
          histories.author(1),
          histories.message(1).trim(),
          ...problems.map(({ code }) => code),
        ].join('|'),
        right,
      );
    });
});

describe('one line of a cvs log', () => {
  for (const name of ['pump.cvslog', 'pump.rlog']) {
    const lines = readFileSync(`test/logs/${name}`, 'latin1').split('\n');
    const whole = readLog(lines.join('\n'), name).histories;
    for (const [what, by] of [
      ['gone', []],
      ['garbled', ['gax bled']],
    ] as const)
      it(`${what} in ${name}, whichever it is, costs one revision at most, and is told`, () => {
        for (const [i, line] of lines.entries()) {
          const { histories, problems } = readLog(lines.toSpliced(i, 1, ...by).join('\n'), name);
          const lost = whole.count - histories.count;
          ok(lost <= 1 && histories.fileCount === whole.fileCount, `${line}: ${String(lost)} lost`);
          ok(lost === 0 || problems.length > 0, `${line}: not told`);
        }
      });
  }

  const RULE = '='.repeat(77);
  const file = (name: string, year: number, message = 'One.', total = 2): string =>
    [
      `RCS file: /cvs/a/${name},v`,
      `Working file: ${name}`,
      'head: 1.2',
      'branch:',
      'locks: strict',
      'access list:',
      'symbolic names:',
      `total revisions: ${String(total)};\tselected revisions: ${String(total)}`,
      'description:',
      ...[2, 1].flatMap((n) => [
        '-'.repeat(28),
        `revision 1.${String(n)}`,
        `date: ${String(year)}-01-0${String(n)} 10:00:00 +0000;  author: ada;  state: Exp;`,
        n === 1 ? message : 'Two.',
      ]),
      RULE,
      '',
      '',
    ].join('\n');
  const [a, b, c] = [file('a', 2009), file('b', 2010), file('c', 2001)];
  const withoutHead = b.slice(b.indexOf('Working'));
  const cases: readonly (readonly [what: string, log: string, right: string])[] = [
    ['nothing is damaged', a + b + c, 'a 2, b 2, c 2'],
    ['a rule is lost above a later file', a.replace(RULE, '') + b + c, 'a 2, b 2, c 2; cut-log'],
    ['a rule is lost above an earlier file', b.replace(RULE, '') + c + a, 'b 2, c 2, a 2; cut-log'],
    ['a line stands between', `${a}gax bled\n${b}${c}`, 'a 2, b 2, c 2; stray-line'],
    ['a head has lost its beginning', a + withoutHead + c, 'a 2, b 2, c 2; damaged-head'],
    [
      'a message quotes a rule, a line and a log',
      a + file('d', 2011, `See:\n${RULE}\nhere\n${b}Right?`) + c,
      'a 2, d 2, c 2',
    ],
    [
      'a message quotes a log without its beginning',
      a + file('d', 2011, `See:\n${RULE}\n${withoutHead}Right?`) + c,
      'a 2, d 2, c 2',
    ],
  ];
  for (const [what, log, right] of cases)
    it(what, () => {
      const { histories, problems } = readLog(log);
      const files = Array.from({ length: histories.fileCount }, (_, f) => {
        const [from, to] = histories.revisionsOf(f);
        const name = /(\w),v$/.exec(histories.stated(f)!.path)![1]!;
        return `${name} ${String(to - from)}`;
      });
      equal([files.join(', '), ...problems.map(({ code }) => code)].join('; '), right);
    });

  const lines = readFileSync('test/logs/pump.cvslog', 'utf8').split('\n');
  const head = lines.findIndex((line) => line.includes('Attic/clock.c,v'));
  it('a file whose archive is not named is where its working file says', () => {
    const { histories, problems } = readLog(lines.toSpliced(head, 1).join('\n'));
    equal(histories.stated(0)?.path, '/cvs/firmware/pump/clock.c,v');
    equal(
      problems.map(sentenceOf).join(),
      'The beginning of this file is damaged, so its path is taken from its working file, pump/clock.c.',
    );
  });
});

describe('lines that look like revisions', () => {
  it('are counted where they have no number, too', () => {
    const stray = `${NB}02-Jan-2004${NB} ann${NB}as noted`;
    equal(read(['1.2', stray, '1.1']).unreadLines, 1);
  });

  it('are counted where they were not read', () => {
    const input = dump([
      '1.2: As in\n 1.7 01-Jan-2003  cl m\nrevision 1.9\ndate: 2003/01/01;',
      '1.1',
    ]);
    const { stdout } = spawnSync(process.execPath, [resolve('dist/cli.js'), 'check', '-'], {
      input,
      encoding: 'utf8',
    });
    equal(
      stdout,
      '-: 2 revisions, 1 file, 0 branches, 1 author, 0 problems, 1 note\n' +
        '-:4: unread-headers: 2 lines of the message of 1.2 look like revisions, and are read as text.\n' +
        '2 lines look like revisions and were not read\n',
    );
  });
});
