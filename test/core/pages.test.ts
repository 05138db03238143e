import { deepEqual, equal } from 'node:assert/strict';
import { readLog, type Log } from '../../src/core/log';
import { isoDate } from '../../src/core/history/dates';
import { picture } from './write';

const TABLE = 'RevisionDateAuthorComments';

/** A page of rows as they stand; `~` is a no-break space. */
function page(rows: readonly string[], head = TABLE, title = '/src/lab'): string {
  const lines = [`History log of ${title}`, head, ...rows, '', 'RSS XML Feed'];
  return lines.join('\n').replaceAll('~', '\u00a0');
}

function read(...args: Parameters<typeof page>): Log {
  return readLog(page(...args));
}

/** Each revision as `1.2 ada: message`. */
function told({ histories }: Log): string[] {
  return Array.from(
    { length: histories.count },
    (_, r) => `${histories.numberText(r)} ${histories.author(r)}: ${histories.message(r)}`,
  );
}

const row = (number: string, day: string, message = 'm', author = 'ada'): string =>
  `~${number}~${day}~ ${author}~${message}`;

describe('pages of a part', () => {
  const cases: [string, string[], string][] = [
    [
      'only trunks, whose lists name what is left out',
      [
        row('1.2', '02-Jan-2010', 'branches: 1.2.2;\nb'),
        row('1.1', '01-Jan-2010'),
        row('1.1', '01-Jan-2010'),
      ],
      '1.2 1.1 | 1.1; 1 part-of-history',
    ],
    [
      'default branches: files that were only imported stand beside others',
      ['1.1.1.2', '1.1.1.1', '1.1.1.1', '1.2', '1.1', '1.1.1.1', '1.1'].map((n) =>
        row(n, '01-Jan-2010'),
      ),
      '1.1.1.2 1.1.1.1 | 1.1.1.1 | 1.2 1.1 | 1.1.1.1 | 1.1; 1 part-of-history',
    ],
    [
      'one branch: a fall to another number is another file',
      ['1.4.2.2', '1.4.2.1', '1.7.2.3', '1.7.2.2', '1.7.2.1', '1.1.2.1'].map((n) =>
        row(n, '01-Jan-2010'),
      ),
      '1.4.2.2 1.4.2.1 | 1.7.2.3 1.7.2.2 1.7.2.1 | 1.1.2.1; 1 part-of-history',
    ],
    [
      'sorted as text: one file',
      ['1.9', '1.8', '1.7', '1.6', '1.5', '1.4', '1.3', '1.2', '1.10.2.1', '1.10', '1.1'].map((n) =>
        row(n, '01-Jan-2010'),
      ),
      '1.9 1.8 1.7 1.6 1.5 1.4 1.3 1.2 1.10.2.1 1.10 1.1; 1 part-of-history',
    ],
    [
      'a branch above its own point',
      [row('1.1.2.1', '02-Jan-2010'), row('1.1', '01-Jan-2010', 'branches: 1.1.2;\na')],
      '1.1.2.1 1.1; 1 part-of-history',
    ],
    [
      'several files sorted together',
      ['1.3', '1.3', '1.2', '1.2', '1.2', '1.1', '1.1', '1.1'].map((n) => row(n, '01-Jan-2010')),
      '1.3 1.3 1.2 1.2 1.2 1.1 1.1 1.1; 1 mixed-files',
    ],
    [
      'oldest first',
      ['1.1', '1.2', '1.3', '1.1', '1.2'].map((n) => row(n, '01-Jan-2010')),
      '1.1 1.2 1.3 | 1.1 1.2',
    ],
    [
      'oldest first, two revisions without words and one that stands twice',
      [
        ...['1.1', '1.2', '1.2', '1.3', '1.1'].map((n) => row(n, '01-Jan-2010', 'same')),
        row('1.2', '02-Jan-2010', ''),
        row('1.3', '02-Jan-2010', ''),
      ],
      '1.1 1.2 1.3 | 1.1 1.2 1.3; 4 duplicate-revision',
    ],
  ];
  for (const [what, rows, expected] of cases) it(what, () => equal(picture(read(rows)), expected));

  it('words for numbers are on no branch, and what they say of branches does no harm', () => {
    const { histories, recovery } = read([
      row('1.3', '03-Jan-2010', 'c'),
      row('alpha', '02-Jan-2010', 'Sync with HEAD'),
      row('beta', '02-Jan-2010', 'merge the ada-boot branch'),
      row('1.1', '01-Jan-2010', 'branches: 1.1.2;\na'),
      row(
        '1.1.2.1',
        '01-Jan-2010',
        'file a.c was added on branch ada-boot on 2010-01-01 00:00:00 +0000',
      ),
    ]);
    deepEqual(
      [histories.count, histories.branchCount, recovery.branches.all.map(({ name }) => name)],
      [5, 1, ['ada-boot']],
    );
  });

  it('a sorted page has its lines of descent', () => {
    const numbers = ['1.9', '1.10', '1.1'].toSorted().toReversed();
    const { histories } = read(
      ['1.9', '1.8', '1.10.2.1', '1.10', '1.1'].map((n) => row(n, '01-Jan-2010')),
    );
    const before = Array.from({ length: histories.count }, (_, r) => {
      const p = histories.predecessor(r);
      return p < 0 ? '-' : histories.numberText(p);
    });
    deepEqual([numbers[0], before], ['1.9', ['1.8', '1.1', '1.10', '1.9', '-']]);
  });
});

describe('dates at borders', () => {
  const cases: [string, [string, string][], string][] = [
    [
      'a trunk from 2.1 above a younger file',
      [
        ['2.1', '01-Jan-2005'],
        ['1.3', '03-Jan-2010'],
        ['1.2', '02-Jan-2010'],
        ['1.1', '01-Jan-2010'],
      ],
      '2.1 | 1.3 1.2 1.1',
    ],
    [
      'numbers that were raised',
      [
        ['3.1', '01-Mar-2004'],
        ['1.2', '02-Jan-2003'],
        ['1.1', '01-Jan-2003'],
      ],
      '3.1 1.2 1.1',
    ],
    [
      'numbers that end in 0',
      [
        ['4.0', '05-Jan-2005'],
        ['3.1', '04-Jan-2005'],
        ['3.0', '03-Jan-2005'],
        ['2.0', '02-Jan-2005'],
      ],
      '4.0 3.1 3.0 2.0',
    ],
    [
      'two files of the same few numbers',
      [
        ['2.1', '23-Jul-2003'],
        ['2.0', '28-Apr-2003'],
        ['2.1', '03-Nov-2003'],
        ['2.0', '01-Nov-2003'],
      ],
      '2.1 2.0 | 2.1 2.0',
    ],
    [
      'a wide gap',
      [
        ['1.14', '21-Jan-2010'],
        ['1.10', '21-Jan-2010'],
        ['1.9', '20-Jan-2010'],
        ['1.8', '19-Jan-2010'],
      ],
      '1.14 1.10 1.9 1.8; 4 missing-revision',
    ],
    [
      'a file that is cut off, and the next one at the next lower number',
      [
        ['1.4', '31-Mar-2010'],
        ['1.3', '30-Mar-2010'],
        ['1.2', '29-Apr-2010'],
        ['1.1', '28-Apr-2010'],
      ],
      '1.4 1.3 | 1.2 1.1; 4 cut-off',
    ],
    [
      'one clock that was wrong',
      [
        ['1.5', '05-Jan-2004'],
        ['1.4', '05-Jan-2030'],
        ['1.3', '03-Jan-2003'],
        ['1.2', '02-Jan-2003'],
        ['1.1', '01-Jan-2003'],
      ],
      '1.5 1.4 1.3 1.2 1.1; 3 date-backwards',
    ],
    [
      'time zones',
      [
        ['1.2', '01-Jan-2004'],
        ['1.1', '02-Jan-2004'],
      ],
      '1.2 1.1',
    ],
    [
      'a number for the second time, and later',
      [
        ['1.3', '30-Mar-2010'],
        ['1.3', '30-Apr-2010'],
        ['1.2', '29-Apr-2010'],
        ['1.1', '28-Apr-2010'],
      ],
      '1.3 | 1.3 1.2 1.1; 3 cut-off',
    ],
    [
      'a head above a gap',
      [
        ['1.4', '25-Apr-2000'],
        ['1.2', '24-Apr-2000'],
        ['1.1', '23-Apr-2000'],
        ['1.3', '14-Jan-2004'],
        ['1.2', '13-Jan-2004'],
        ['1.1', '24-Dec-2003'],
      ],
      '1.4 1.2 1.1 | 1.3 1.2 1.1; 4 missing-revision',
    ],
  ];
  for (const [what, rows, expected] of cases) {
    it(what, () => equal(picture(read(rows.map(([n, day], i) => row(n, day, `m${i}`)))), expected));
  }
});

describe('what stands around the rows', () => {
  const two = ['1.2 ada: Two.', '1.1 bob: One.'];
  const cases: [string, string[], string, string[]][] = [
    [
      'columns apart by tabs',
      ['1.2\t02-Jan-2010\tada\tTwo.', '1.1\t01-Jan-2010\tbob\tOne.'],
      'Revision\tDate\tAuthor\tComments',
      two,
    ],
    ['by blanks', ['1.2 02-Jan-2010 ada Two.', '1.1 01-Jan-2010 bob One.'], TABLE, two],
    ['by nothing', ['1.202-Jan-2010adaTwo.', '1.101-Jan-2010bobOne.'], TABLE, two],
    [
      'a file’s own page',
      ['# 1.2\t\t02-Jan-2010\tada\tTwo.', '# 1.1\t\t01-Jan-2010\tbob\tOne.'],
      '#\tRevision\tCompare\tDate\tAuthor\tComments',
      two,
    ],
    [
      'who has it locked',
      ['~1.2 locked by: eve;~02-Jan-2010~ ada~Two.', row('1.1', '01-Jan-2010', 'One.', 'bob')],
      TABLE,
      two,
    ],
    [
      'a dead revision, struck through',
      ['~1\u0336.\u03362\u0336~02-Jan-2010~ ada~Two.', row('1.1', '01-Jan-2010', 'One.', 'bob')],
      TABLE,
      two,
    ],
    [
      'authors with blanks',
      ['1.2 02-Jan-2010  Ada Bo Clee Two.', '1.1 01-Jan-2010  Ada Bo Clee One.'],
      TABLE,
      ['1.2 Ada Bo Clee: Two.', '1.1 Ada Bo Clee: One.'],
    ],
    [
      'no author',
      ['1.2 02-Jan-2010  (no author) Two.', '1.1 01-Jan-2010  bob One.'],
      TABLE,
      ['1.2 (no author): Two.', '1.1 bob: One.'],
    ],
    [
      'authors in any script',
      ['1.2 02-Jan-2010  Ада Two.', '1.1 01-Jan-2010  あだ One.'],
      TABLE,
      ['1.2 Ада: Two.', '1.1 あだ: One.'],
    ],
    [
      'a word for a number',
      [
        row('1.3', '03-Jan-2010', 'Three.'),
        '~control~02-Jan-2010~ ada~Two.',
        row('1.1', '01-Jan-2010', 'One.', 'bob'),
      ],
      TABLE,
      ['1.3 ada: Three.', ...two],
    ],
    [
      'a summary and the whole',
      [
        row('1.2', '02-Jan-2010', 'Two is a long me\n\nTwo is a long message.\n\nshow more ...'),
        row('1.1', '01-Jan-2010', 'One.', 'bob'),
      ],
      TABLE,
      ['1.2 ada: Two is a long message.', '1.1 bob: One.'],
    ],
    [
      'a summary alone',
      [
        row('1.2', '02-Jan-2010', 'Two is a long me\n\nshow more ...'),
        row('1.1', '01-Jan-2010', 'One.', 'bob'),
      ],
      TABLE,
      ['1.2 ada: Two is a long me', '1.1 bob: One.'],
    ],
    [
      'a list of branches that was typed',
      [
        row('1.2', '02-Jan-2010', 'branches: 1.9.2; 1.8.4;\nTwo.'),
        row('1.1', '01-Jan-2010', 'One.', 'bob'),
      ],
      TABLE,
      ['1.2 ada: branches: 1.9.2; 1.8.4;\nTwo.', '1.1 bob: One.'],
    ],
    [
      'a page that a message quotes',
      [
        row(
          '1.2',
          '02-Jan-2010',
          `From the web:\nHistory log of /x\n${TABLE}\n1.7 01-Jan-2009 joe Fix.\nRSS XML Feed\nEnd.`,
        ),
        row('1.1', '01-Jan-2010', 'One.', 'bob'),
      ],
      TABLE,
      [
        `1.2 ada: From the web:\nHistory log of /x\n${TABLE}\n1.7 01-Jan-2009 joe Fix.\nRSS XML Feed\nEnd.`,
        '1.1 bob: One.',
      ],
    ],
    [
      'a revision that a swallowed message quoted',
      [
        row('1.2', '02-Jan-2010', ''),
        row('1.1', '01-Jan-2010', 'Was wrong.', 'bob'),
        row('1.1', '01-Jan-2010', 'One.', 'bob'),
      ],
      TABLE,
      ['1.2 ada: ', '1.1 bob: One.'],
    ],
  ];
  for (const [what, rows, head, expected] of cases) {
    it(what, () => deepEqual(told(read(rows, head)), expected));
  }

  it('tags above a revision are its tags, and no text of the one above', () => {
    const head = 'Revision (<<< Hide revision tags) (Show revision tags >>>)DateAuthorComments';
    const { histories } = read(
      [
        'Revision tags: b, a',
        row('1.2', '02-Jan-2010', 'Two.'),
        'Revision tags: start',
        row('1.1', '01-Jan-2010', 'One.'),
      ],
      head,
    );
    deepEqual([histories.extra(0).tags, histories.extra(1).tags], [['b', 'a'], ['start']]);
    equal(histories.message(0), 'Two.');
  });

  it('pages of results go on with each other, and what stands on two of them counts once', () => {
    const first = page(
      [row('1.3', '03-Jan-2010'), row('1.2', '02-Jan-2010')],
      TABLE,
      '/src/lab (Results 1 – 2 of 3)',
    );
    const second = page(
      [row('1.2', '02-Jan-2010'), row('1.1', '01-Jan-2010')],
      TABLE,
      '/src/lab (Results 2 – 3 of 3)',
    );
    const log = readLog(`${first}\n${second}`);
    equal(picture(log), '1.3 1.2 1.1');
    equal(log.title, '/src/lab');
  });

  it('a file’s own page names the file', () => {
    const log = read(
      ['# 1.1\t\t01-Jan-2010\tada\tOne.'],
      '#\tRevision\tCompare\tDate\tAuthor\tComments',
      '/src/lab/motor.c',
    );
    deepEqual([log.title, log.name(0)], ['/src/lab/motor.c', 'motor.c']);
  });

  for (const footer of [
    '',
    'RSS XML Feed',
    'served\u00a0by\u00a0{OpenGrok',
    'Last Index Update: Wed Nov 25',
    '1 2 3 >>',
    'RSS XML Feed of latest changes',
  ]) {
    it(`below the table: ${footer || 'nothing'}`, () => {
      const { histories } = readLog(
        `History log of /x\n${TABLE}\n\u00a01.1\u00a001-Jan-2010\u00a0 ada\u00a0One.\n\n${footer}`,
      );
      equal(histories.message(0), 'One.');
    });
  }
});

describe('dates of other servers', () => {
  const cases: [string, string][] = [
    ['21-Dez-2020', '2020-12-21'],
    ['12-Mrz-2020', '2020-03-12'],
    ['11-févr.-2020', '2020-02-11'],
    ['18-Sept-2020', '2020-09-18'],
    ['31-3月-2010', '2010-03-31'],
    ['15-мая-2020', '2020-05-15'],
    ['11-thg 3-2020', '2020-03-11'],
    ['٢١-ديسمبر-٢٠٢٠', '2020-12-21'],
    ['12-03-2020', '2020-03-12'],
    ['21-XII-2020', '2020-12-21'],
    ['2010-03-31', '2010-03-31'],
    ['2010/03/31 23:30:00 -0400', '2010-04-01'],
  ];
  for (const [date, day] of cases) {
    for (const [form, line] of [
      ['strict', `~1.1~${date}~ ada~One.`],
      ['tabs', `1.1\t${date}\tada\tOne.`],
    ] as const) {
      it(`${date}, ${form}`, () => equal(isoDate(read([line]).histories.day(0)), day));
    }
  }

  it('the language that knows most months of a page decides', () => {
    const { histories } = read(
      ['21-lip-2020', '20-cze-2020', '19-maj-2020'].map((day, i) => row(`1.${3 - i}`, day)),
    );
    deepEqual(
      [0, 1, 2].map((r) => isoDate(histories.day(r))),
      ['2020-07-21', '2020-06-20', '2020-05-19'],
    );
  });

  it('a date that no one can read costs the date only', () => {
    const log = read([row('1.2', '31-Xyz-2020', 'Two.'), row('1.1', '01-Jan-2010', 'One.')]);
    deepEqual(told(log), ['1.2 ada: Two.', '1.1 ada: One.']);
    equal(picture(log), '1.2 1.1; 3 impossible-date');
  });
});

describe('encodings and lost no-break spaces', () => {
  const text = page([row('1.2', '02-Jan-2010', 'Zwölf.'), row('1.1', '01-Jan-2010', 'Eins.')]);
  const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
  const cases: [string, Uint8Array][] = [
    ['UTF-16, little end first', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first', swapped(Buffer.from(`\ufeff${text}`, 'utf16le'))],
  ];
  for (const [what, bytes] of cases) {
    it(what, () =>
      deepEqual(told(readLog(new Uint8Array(bytes))), ['1.2 ada: Zwölf.', '1.1 ada: Eins.']),
    );
  }

  it('what is no log is called by its name', () => {
    const seems = (bytes: number[]): unknown => readLog(Uint8Array.from(bytes)).problems[0]?.data;
    deepEqual(seems([0x1f, 0x8b, 8, 0]), { seems: 'compressed (gzip)' });
    deepEqual(seems([...Buffer.from('Hello', 'utf16le')]), {
      seems: 'UTF-16 without a byte-order mark',
    });
  });

  it('a page of which a part lost them', () => {
    const rows = ['1.3', '1.2', '1.1'].map((n) => row(n, '01-Jan-2004'));
    const lost = rows.map((r) => r.replaceAll('~', ' '));
    equal(
      picture(read([...rows, ...rows, ...lost, ...lost])),
      Array(4).fill('1.3 1.2 1.1').join(' | '),
    );
  });

  it('a file of which every message quotes a revision', () => {
    const rows = Array.from({ length: 30 }, (_, i) => [
      row(`1.${30 - i}`, '01-Jan-2004', 'see'),
      row(`1.${36 - i}`, '01-Jan-2003', 'q', 'x'),
    ]).flat();
    const { histories } = read(rows);
    deepEqual([histories.fileCount, histories.count], [1, 30]);
  });
});
