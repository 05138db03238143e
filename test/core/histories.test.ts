import { deepEqual, equal } from 'node:assert/strict';
import { readLog } from '../../src/core/log';
import { picture, read } from './write';

/** [what, revisions, what is read of them] */
const cases: [string, string[], string][] = [
  ['a trunk', ['1.2', '1.1'], '1.2 1.1'],
  ['two files', ['1.2', '1.1', '1.1'], '1.2 1.1 | 1.1'],
  ['files of one revision', ['1.1', '1.1', '1.1'], '1.1 | 1.1 | 1.1'],
  [
    'branches and their branches',
    ['1.2', '1.1 [1.1.2 1.1.4]', '1.1.4.2', '1.1.4.1 [1.1.4.1.2]', '1.1.4.1.2.1', '1.1.2.1', '1.1'],
    '1.2 1.1 1.1.4.2 1.1.4.1 1.1.4.1.2.1 1.1.2.1 | 1.1',
  ],
  ['a vendor branch', ['1.1 [1.1.1]', '1.1.1.2', '1.1.1.1', '1.1'], '1.1 1.1.1.2 1.1.1.1 | 1.1'],
  [
    'a trunk from above 1.1',
    ['1.5', '1.4', '1.9 @2005-01-01', '1.8'],
    '1.5 1.4 | 1.9 1.8; 4 cut-off',
  ],
  ['a trunk from 2.1', ['2.2', '2.1', '1.1 @2005-01-01'], '2.2 2.1 | 1.1'],
  ['from 1.9 to 2.1', ['2.1', '1.9', '1.8'], '2.1 1.9 1.8'],
  ['a gap on the trunk', ['1.5', '1.2', '1.1'], '1.5 1.2 1.1; 4 missing-revision'],
  [
    'a gap in a branch',
    ['1.1 [1.1.2]', '1.1.2.4', '1.1.2.1'],
    '1.1 1.1.2.4 1.1.2.1; 6 missing-revision',
  ],
  ['a branch without its first', ['1.1 [1.1.2]', '1.1.2.2'], '1.1 1.1.2.2; 5 missing-revision'],
  [
    'a listed branch that is missing',
    ['1.1 [1.1.2 1.1.4]', '1.1.2.1', '1.1'],
    '1.1 1.1.2.1 | 1.1; 3 missing-branch',
  ],
  [
    'a branch that is not listed',
    ['1.1', '1.1.2.1', '1.1'],
    '1.1 1.1.2.1 | 1.1; 4 unlisted-branch',
  ],
  [
    'a branch point that is missing',
    ['1.4', '1.2 [1.2.2]', '1.1', '1.2.2.1', '1.3.2.1'],
    '1.4 1.2 1.1 1.2.2.1 1.3.2.1; 4 missing-revision; 8 missing-branch-point',
  ],
  ['a revision twice', ['1.3', '1.2', '1.2', '1.1'], '1.3 1.2 1.1; 5 duplicate-revision'],
  [
    'two revisions with one number',
    ['1.3', '1.2', '1.2 @2003-01-01 bo: other', '1.1 @2002-01-01'],
    '1.3 1.2 1.1; 5 duplicate-revision',
  ],
  [
    'a block twice',
    ['1.4', '1.3', '1.2', '1.3', '1.2', '1.1'],
    '1.4 1.3 1.2 1.1; 6 duplicate-revision; 7 duplicate-revision',
  ],
  ['out of order', ['1.4', '1.2', '1.3', '1.1'], '1.4 1.2 1.3 1.1; 5 out-of-order'],
  ['a quoted revision', ['1.20', '1.5', '1.19', '1.18'], '1.20 1.19 1.18; 4 quoted-revision'],
  ['a quoted history', ['1.20', '1.7', '1.6', '1.5', '1.19'], '1.20 1.19; 4 quoted-revision'],
  [
    'a quoted revision of a branch that cannot be',
    ['1.1', '1.3', '1.2', '1.1', '1.9.2.1', '1.1'],
    '1.1 | 1.3 1.2 1.1 | 1.1; 7 quoted-revision',
  ],
  [
    'a trunk of which much was outdated',
    ['1.14', '1.10', '1.6', '1.1', '1.2', '1.1'],
    '1.14 1.10 1.6 1.1 | 1.2 1.1; 4 missing-revision; 5 missing-revision; 6 missing-revision',
  ],
  ['a branch with the number 0', ['5.1 [5.1.0]', '5.0', '5.1.0.1', '1.1'], '5.1 5.0 5.1.0.1 | 1.1'],
  [
    'a trunk that ends above its first revision, and its branch',
    ['4.0 [4.0.16]', '1.3', '4.0.16.1', '1.2', '1.1'],
    '4.0 1.3 4.0.16.1 | 1.2 1.1; 5 cut-off',
  ],
  [
    'a trunk that ends above its first revision, and the first of a younger file',
    ['5.2 @2003-04-28', '1.1 @2003-12-17'],
    '5.2 | 1.1; 3 cut-off',
  ],
  [
    'the first revision of the next file behind branches',
    ['2.2 [2.2.2] @2000-04-28', '2.2.2.1 @2000-05-28', '1.1 @2001-02-17'],
    '2.2 2.2.2.1 | 1.1; 3 cut-off',
  ],
  [
    'a head that is higher and older than the first of the file above',
    ['1.1 @2006-05-11', '1.2 [1.2.18] @2002-05-31', '1.2.18.1 @2003-05-31', '1.1 @2007-05-31'],
    '1.1 | 1.2 1.2.18.1 | 1.1; 4 cut-off',
  ],
  [
    'a log that a message quotes',
    [
      '1.3',
      '1.2: Bring it back:\nRCS file: x,v\ntotal revisions: 2; selected revisions: 2\ndescription:',
      '1.2 cl: Old second.',
      '1.1 cl: Old first.',
      '1.1',
    ],
    '1.3 1.2 1.1; 8 quoted-revision; 9 quoted-revision',
  ],
  [
    'half a log',
    ['1.1.2.2', '1.1.2.1', '1.2', '1.1'],
    '1.1.2.2 1.1.2.1 | 1.2 1.1; 3 missing-trunk',
  ],
  ['two pages', ['1.1', '|', '1.1'], '1.1 | 1.1'],
  ['a page that ends in a file', ['1.3', '1.2', '|', '1.1'], '1.3 1.2 | 1.1'],
  [
    'an impossible number',
    ['1.3', '1.2.3: odd', '1.2', '1.1'],
    '1.3 1.2.3 1.2 1.1; 4 impossible-number',
  ],
  [
    'a number too large',
    ['1.99999999999999999999', '1.2', '1.1'],
    '1.3 1.2 1.1; 3 impossible-number',
  ],
];

describe('revisions and files', () => {
  for (const [what, revisions, expected] of cases) {
    it(what, () => equal(picture(read(revisions)), expected));
  }

  it('takes ordinary blanks for no-break spaces where structure agrees', () => {
    const revisions = ['1.3', '1.2: see 1.4 11-Mar-2005 cl there', '1.1 [1.1.2]', '1.1.2.1', '1.1'];
    equal(picture(read(revisions, ' ')), '1.3 1.2 1.1 1.1.2.1 | 1.1');
  });

  for (const [what, message, expected] of [
    ['in a strict log', '1.9 11-Mar-2005 cl a list', '1.3 1.2 1.1; 5 unread-headers'],
    ['that leads on in a strict log', '1.1 11-Mar-2005 cl a list', '1.3 1.2 1.1; 5 unread-headers'],
  ] as const) {
    it(`leaves a line that imitates a revision ${what} to its message`, () => {
      const log = read(['1.3', '1.2', message, '1.1']);
      equal(picture(log), expected);
      equal(log.histories.message(1), `m\n${message}`);
    });
  }

  it('leaves a line that imitates a revision between blanks to its message', () => {
    const log = read(
      ['1.3', '1.2', ' 1.9 11-Mar-2003 cl a list', ' 1.4 11-Mar-2003 cl more', '1.1'],
      ' ',
    );
    equal(picture(log), '1.3 1.2 1.1; 5 quoted-revision');
  });

  it('reads what lost its no-break spaces between two that did not', () => {
    equal(picture(read(['1.3', ' 1.2 01-Jan-2004 cl m', '1.1'])), '1.3 1.2 1.1');
  });
});

describe('predecessors', () => {
  const predecessors = (revisions: string[]): string[] => {
    const { histories } = read(revisions);
    return Array.from({ length: histories.count }, (_, r) => {
      const before = histories.predecessor(r);
      return `${histories.numberText(r)} < ${before < 0 ? '-' : histories.numberText(before)}`;
    });
  };
  const table: [string, string[], string[]][] = [
    ['on the trunk', ['1.2', '1.1'], ['1.2 < 1.1', '1.1 < -']],
    ['from a branch to its point', ['1.1 [1.1.2]', '1.1.2.1'], ['1.1 < -', '1.1.2.1 < 1.1']],
    ['over a gap', ['1.4', '1.1'], ['1.4 < 1.1', '1.1 < -']],
    ['from 2.1 to 1.9', ['2.1', '1.9'], ['2.1 < 1.9', '1.9 < -']],
    [
      'over a missing branch point',
      ['1.4', '1.1', '1.3.2.2'],
      ['1.4 < 1.1', '1.1 < -', '1.3.2.2 < 1.1'],
    ],
    ['out of order', ['1.3', '1.1', '1.2'], ['1.3 < 1.2', '1.1 < -', '1.2 < 1.1']],
    ['without a trunk', ['1.3.2.1'], ['1.3.2.1 < -']],
  ];
  for (const [what, revisions, expected] of table) {
    it(what, () => deepEqual(predecessors(revisions), expected));
  }
});

describe('messages and lines', () => {
  const HEADER = '\u00a01.1\u00a001-Jan-2004\u00a0 cl\u00a0';
  const table: [string, string, string, [number, number]][] = [
    ['one line', `${HEADER}one`, 'one', [1, 1]],
    ['more lines', `${HEADER}one\ntwo\n\nfour\n`, 'one\ntwo\n\nfour', [1, 4]],
    ['CRLF', `${HEADER}one\r\ntwo\r\n`, 'one\ntwo', [1, 2]],
    ['CR', `${HEADER}one\rtwo`, 'one\ntwo', [1, 2]],
    [
      'no other line end',
      `${HEADER}one\u2028still\u0085one\fand\vone`,
      'one\u2028still\u0085one\fand\vone',
      [1, 1],
    ],
    ['branches', `${HEADER}branches: 1.1.2; 1.1.4;\none`, 'one', [1, 2]],
    ['an empty message', HEADER, '', [1, 1]],
    ['an empty message, trimmed', HEADER.slice(0, -1), '', [1, 1]],
    ['a footer', `${HEADER}one\n\nRSS XML Feed`, 'one', [1, 1]],
    ['a footer with a newline', `${HEADER}one\n\nRSS XML Feed\n`, 'one', [1, 1]],
    [
      'words that are a list of branches',
      `${HEADER}branches: 1.1.2 is new`,
      'branches: 1.1.2 is new',
      [1, 1],
    ],
  ];
  for (const [what, text, message, lines] of table) {
    it(what, () => {
      const { histories } = readLog(text);
      equal(histories.count, 1);
      equal(histories.message(0), message);
      deepEqual(
        histories.linesOf(0).map((line) => line + 1),
        lines,
      );
    });
  }

  const bytes = (...parts: (string | number[])[]): Uint8Array =>
    Buffer.concat(
      parts.map((part) =>
        typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part),
      ),
    );
  const encodings: [string, Uint8Array, string][] = [
    ['a BOM', bytes([0xef, 0xbb, 0xbf], HEADER, 'one'), 'one'],
    ['a Latin-1 byte', bytes(HEADER, 'caf', [0xe9]), 'café'],
    ['UTF-8 beside Latin-1', bytes(HEADER, 'é caf', [0xe9], ' é'), 'é café é'],
    ['Windows-1252', bytes(HEADER, [0x93], 'so', [0x94]), '“so”'],
    [
      'a Latin-1 letter before a no-break space',
      bytes([0xa0], '1.1', [0xa0], '11-Mar-2005', [0xa0], ' andr', [0xe9, 0xa0], 'one'),
      'one',
    ],
    [
      'no-break spaces of Latin-1',
      bytes(Buffer.from(HEADER, 'latin1').toJSON().data, 'one'),
      'one',
    ],
  ];
  for (const [what, source, message] of encodings) {
    it(what, () => {
      const { histories } = readLog(source);
      equal(histories.count, 1);
      equal(histories.message(0), message);
    });
  }
});
