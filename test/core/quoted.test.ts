import { deepEqual } from 'node:assert/strict';
import { readLog } from '../../src/core/log';

const RULE = `${'-'.repeat(28)}\n`;
const END = `${'='.repeat(77)}\n`;

/** A revision as CVS 1.11 prints it: `1.2 2010/03/02 ada`, and its message. */
function revision(head: string, message: string): string {
  const [number, date, author] = head.split(' ');
  return `${RULE}revision ${number}\ndate: ${date} 10:00:00;  author: ${author};  state: Exp;  lines: +1 -1\n${message}\n`;
}

/** What stands above the revisions of a file. */
function top(name: string, count: number, head = `1.${count}`, description = ''): string {
  return `\nRCS file: /cvs/lab/${name},v\nhead: ${head}\nbranch:\nlocks: strict\naccess list:\nsymbolic names:\nkeyword substitution: kv\ntotal revisions: ${count};\tselected revisions: ${count}\ndescription:\n${description}`;
}

const THREE = revision('1.3 2010/03/03 ada', 'Three.');
const TWO = revision('1.2 2010/03/02 ada', 'Two.');
const ONE = revision('1.1 2010/03/01 ada', 'One.');
const OLD = revision('1.2 2009/03/02 eve', 'Old.');
const OTHER = `${top('b.c', 2)}${revision('1.2 2009/03/02 eve', 'Other 2.')}${revision('1.1 2009/03/01 eve', 'Other 1.')}${END}`;
const LONG = `${top('b.c', 9)}${[9, 8, 7, 6, 5, 4, 3, 2, 1].map((n) => revision(`1.${n} 2009/03/0${n} eve`, 'Other.')).join('')}${END}`;

/** Each file as `a.c: 1.3 ada, 1.2 ada`, then the problems as `5 code`. */
function told(text: string): string {
  const { histories, problems } = readLog(text);
  const files = Array.from({ length: histories.fileCount }, (_, file) => {
    const [from, to] = histories.revisionsOf(file);
    const revisions = Array.from(
      { length: to - from },
      (_, i) => `${histories.numberText(from + i)} ${histories.author(from + i)}`,
    );
    const name = histories.stated(file)!.path.replace(/^.*\/|,v$/g, '');
    return `${name}: ${revisions.join(', ')}`;
  });
  return [...files, ...problems.map(({ code }) => code)].join('; ');
}

const A = 'a.c: 1.3 ada, 1.2 ada, 1.1 ada';
const B = 'b.c: 1.2 eve, 1.1 eve';

describe('what a message of cvs log quotes is text', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['an older revision', `${top('a.c', 3)}${THREE}${OLD}${TWO}${ONE}${END}`, A],
    ['revisions behind the last', `${top('a.c', 3)}${THREE}${TWO}${ONE}${OLD}${END}`, A],
    ['the log of a file', `${top('a.c', 3)}${THREE}${TWO}${OTHER}${ONE}${END}`, A],
    ['a longer log', `${top('a.c', 3)}${THREE}${TWO}${LONG}${ONE}${END}`, A],
    ['a log, in the last message', `${top('a.c', 3)}${THREE}${TWO}${ONE}${OTHER}${END}`, A],
    ['two logs', `${top('a.c', 3)}${THREE}${OTHER}${OTHER}${TWO}${ONE}${END}`, A],
    [
      'in a file above another',
      `${top('a.c', 3)}${THREE}${OLD}${TWO}${ONE}${END}${OTHER}`,
      `${A}; ${B}`,
    ],
    [
      'a revision above the head, in the description',
      `${top('a.c', 3, '1.3', `Sea\n${revision('1.99 2001/01/01 eve', 'x')}`)}${THREE}${TWO}${ONE}${END}`,
      A,
    ],
  ];
  for (const [what, text, right] of cases) {
    it(what, () => deepEqual(told(text), right));
  }
});

describe('a file that has not what its head counts', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'does not take the next file’s',
      `${top('a.c', 5, '1.2')}${TWO}${ONE}${END}${OTHER}`,
      `a.c: 1.2 ada, 1.1 ada; ${B}; fewer-revisions`,
    ],
    ['is cut', `${top('a.c', 3)}${THREE}${TWO}`, 'a.c: 1.3 ada, 1.2 ada; cut-log'],
    [
      'is cut, and another run follows',
      `${top('a.c', 4)}${revision('1.4 2010/03/04 ada', 'Four.')}${THREE}cvs [log aborted]: received interrupt signal\n${OTHER}`,
      `a.c: 1.4 ada, 1.3 ada; ${B}; cut-log`,
    ],
    [
      'was asked for its head only',
      `${top('a.c', 1).replace('description:\n', '')}${END}${OTHER}`,
      B,
    ],
    ['was asked for its description only', `${top('a.c', 3)}Tides.\n${END}${OTHER}`, B],
    [
      'has a description without a newline above its rule',
      `${top('a.c', 3).replace('selected revisions: 3', 'selected revisions: 0')}Tides.${END}${OTHER}`,
      `${B}; part-of-history`,
    ],
  ];
  for (const [what, text, right] of cases) {
    it(what, () => deepEqual(told(text), right));
  }
});

describe('what programs say above a log is none of it', () => {
  const chatter = [
    'cvs log: Logging .',
    'cvs [log aborted]: x',
    '/usr/bin/cvs rlog: Logging lab',
    'opencvs log: x',
    'cvs.exe log: x',
    '? motor.o',
    '$ cvs log',
    '? motor.o\n'.repeat(3000).trimEnd(),
  ];
  for (const line of chatter) {
    for (const end of ['\n', '\r\n']) {
      it(`${line.slice(0, 40)} ${JSON.stringify(end)}`, () =>
        deepEqual(told(`${line}\n${OTHER}`.replaceAll('\n', end)), B));
    }
  }
});

describe('the message of a revision of cvs log', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['*** empty log message ***', ''],
    ['*** empty log message *** is said.', '*** empty log message *** is said.'],
    ['*** empty log message ***\nand more', '*** empty log message ***\nand more'],
    ['branches:  1.1.2;\nOpenPGP signature using key ID 0x12345678;\nSigned.', 'Signed.'],
    ['OpenPGP signature using key ID 0x12345678;\nSigned.', 'Signed.'],
  ];
  for (const [printed, message] of cases) {
    it(printed, () => {
      const text = `${top('a.c', 1)}${revision('1.1 2010/03/01 ada', printed)}${END}`;
      deepEqual(readLog(text).histories.message(0), message);
    });
  }
});

describe('an archive', () => {
  /** One revision; `log` stands between its `@`. */
  const archive = (number: string, log: string, author = 'ada'): string =>
    `head ${number};\naccess;\nsymbols;\nlocks; strict;\ncomment @# @;\n\n${number}\ndate 2010.03.01.10.00.00; author ${author}; state Exp;\nbranches;\nnext;\n\ndesc\n@@\n\n${number}\nlog\n@${log}@\ntext\n@x\n@\n`;
  const read = (text: string): string => {
    const { histories, problems } = readLog(text, 'a.c,v');
    const codes = problems.map(({ code }) => code);
    const r = 0;
    return [histories.numberText(r), histories.author(r), histories.message(r), ...codes].join('|');
  };
  const cases: readonly (readonly [string, string, string])[] = [
    ['has authors in UTF-8', archive('1.1', 'One.', 'jürgen'), '1.1|jürgen|One.'],
    [
      'may begin a message like a list',
      archive('1.1', 'branches:  1.1.2;\n'),
      '1.1|ada|branches:  1.1.2;',
    ],
    ['says where it is cut', archive('1.1', 'One.').slice(0, -3), '1.1|ada|One.|cut-log'],
    ['says so when messages are lost', archive('1.1', 'x').split('desc')[0]!, '1.1|ada||cut-log'],
    [
      'keeps a number that none can have',
      archive('1.99999999999', 'One.'),
      '1.99999999999|ada|One.|impossible-number',
    ],
  ];
  for (const [what, text, right] of cases) {
    it(what, () => deepEqual(read(text), right));
  }
});
