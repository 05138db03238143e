import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { readLog } from '../../src/core/log';
import { printable } from '../../src/core/text/printable';
import { isForeign, parseNames, toldIn } from '../../src/logs/namesFile';
import { sentence } from '../../src/workbench/sentence';

const CLI = resolve('dist/cli.js');

/** What no reader may meet as it is: orders to a terminal, signs that turn a line around, hidden ones. */
const HOSTILE = '\u001b]0;x\u0007\u009b2J\u202e\u2066\u200b\u00ad\u2060\u180e\u3164\u{e0041}\ufeff';
const SEEN = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u;

const DUMP = `History log of /src/x${HOSTILE}y
RevisionDateAuthorComments
\u00a01.2\u00a002-Jan-2004\u00a0 c${HOSTILE}l\u00a0Fix of a${HOSTILE}b.
ok ${HOSTILE}ada@
\u00a01.1\u00a001-Jan-2004\u00a0 cl\u00a0branches: 1.1.2;
file d${HOSTILE}.c was initially added on branch rel${HOSTILE}-1.
\u00a01.1.2.1\u00a003-Jan-2004\u00a0 cl\u00a0Pull up following revision(s) (requested by a${HOSTILE} in ticket #4):
	sys/${HOSTILE}/d.c: revision 1.2
`;
const CVS_LOG = `RCS file: /cvs/a${HOSTILE}/b.c,v
Working file: a${HOSTILE}/b.c
head: 1.2
branch:
locks: strict
access list:
symbolic names:
	rel${HOSTILE}-1-base: 1.1
	rel-1${HOSTILE}: 1.1.0.2
keyword substitution: kv
total revisions: 9;	selected revisions: 9
description:
----------------------------
revision 1.2
date: 2004-01-02 00:00:00 +0000;  author: c${HOSTILE}l;  state: E${HOSTILE}p;  lines: +1 -1;
Words ${HOSTILE}.
=============================================================================
`;

describe('what a terminal is given', () => {
  const commands = [
    ['check', '-'],
    ['dump', '-'],
    ['graph', '-', '--file', '1'],
    ['report', '-'],
    ['log', '', '-'],
    ['log', '', '-', '--json'],
    ['log', '', '-', '--table', 'csv'],
    ['log', '', '-', '--table', 'markdown'],
    ['releases', '', '-'],
    ['manifest', 'trunk', '-'],
    ['compare', 'trunk', 'trunk@2004-01-01', '-'],
    ['compare', 'trunk', 'trunk@2004-01-01', '-', '--json'],
  ];
  for (const [name, input] of Object.entries({ 'a page': DUMP, 'a cvs log': CVS_LOG })) {
    for (const command of commands) {
      it(`${command.join(' ')} of ${name}`, () => {
        const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, ...command], {
          input,
          encoding: 'utf8',
        });
        ok(status === 0 || status === 1, stderr);
        deepEqual(SEEN.exec(stdout.replace(/\r?\n|\t/g, '')), null);
      });
    }
  }
});

describe('a text made printable', () => {
  const cases: [string, string][] = [
    ['plain words', 'plain words'],
    ['tab\there', 'tab<U+0009>here'],
    ['a\u200bb', 'a<U+200B>b'],
    ['soft\u00adhyphen', 'soft<U+00AD>hyphen'],
    ['tag\u{e0041}', 'tag<U+E0041>'],
    ['half \ud800', 'half <U+D800>'],
    ['x\u200dy', 'x<U+200D>y'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['❤\ufe0f 👩\u200d💻', '❤\ufe0f 👩\u200d💻'],
    ['\u2067turned\u2069', '<U+2067>turned<U+2069>'],
  ];
  for (const [given, shown] of cases)
    it(JSON.stringify(given), () => equal(printable(given), shown));
});

describe('a sentence for a notification', () => {
  it('has no link, and no hidden sign', () =>
    equal(
      sentence('No [x](command:quit?[1]) in a\u202e'),
      'No [x] (command:quit?[1]) in a<U+202E>',
    ));
});

describe('a fault', () => {
  it('keeps the revisions of a log, and is told', () => {
    const broken = new Set<number>();
    broken.has = () => {
      throw new Error('some fault');
    };
    const log = readLog(DUMP).withGiven({ hidden: broken });
    equal(log.recovery.changesets.count, 3);
    equal(log.fault?.message, 'some fault');
    deepEqual(
      log.problems.filter(({ code }) => code === 'recovery-failed').map(({ line }) => line),
      [0],
    );
  });
});

describe('a file of names', () => {
  const told = (log: unknown): unknown =>
    toldIn(parseNames(JSON.stringify({ annals: 1, logs: { log } }))!, 'log');
  const place = { name: 'a.c', source: 's', line: 3 };

  it('loses only the record that is broken', () =>
    deepEqual(
      told({
        files: { a: 'x', b: 5 },
        elsewhere: { files: { p: place, q: { ...place, line: -1 } }, branches: {} },
      }),
      {
        files: { a: 'x' },
        listed: {},
        branches: {},
        elsewhere: { files: { p: place }, branches: {} },
      },
    ));

  it('that has lists for objects is none of ours', () => {
    equal(parseNames('{"annals":1,"logs":[]}'), undefined);
    equal(told([1, 2]), undefined);
    ok(isForeign({ annals: 1, logs: { log: [1] } }, 'log'));
    ok(!isForeign({ annals: 1, logs: {} }, '__proto__'));
  });
});
