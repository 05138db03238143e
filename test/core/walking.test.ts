import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { citationsOf } from '../../src/core/answers/citations';
import { revisionsLike } from '../../src/core/answers/goTo';
import { stepFrom, type Step } from '../../src/core/answers/moves';
import { tokensOn } from '../../src/core/answers/tokens';
import { fileLabel } from '../../src/core/words/files';
import { finish, readLog } from '../../src/core/log';

const text = readFileSync('test/logs/pump.histlog', 'utf8');
const log = readLog(text);
const { histories } = log;

const named = (r: number | undefined): string =>
  r === undefined ? '-' : `${fileLabel(log, histories.fileOf(r))} ${histories.numberText(r)}`;
const find = (name: string): number =>
  Array.from({ length: histories.count }, (_, r) => r).find((r) => named(r) === name)!;

describe('from a revision to the next of its kind', () => {
  /** [from, kind, next, previous] */
  const steps: readonly (readonly [string, Step, string, string])[] = [
    ['Makefile 1.4', 'revision', 'Makefile 1.3', '-'],
    ['motor.c 1.3', 'file', 'ramp.c 1.2', 'motor.c 1.7'],
    ['motor.c 1.7', 'file', 'ramp.c 1.2', 'Makefile 1.4'],
    ['motor.c 1.6', 'branch', 'motor.c 1.3.4.3', 'motor.c 1.7'],
    ['motor.c 1.5', 'author', 'motor.c 1.4', 'Makefile 1.1'],
    ['motor.c 1.3.4.3', 'ticket', 'valve.c 1.2.2.2', '-'],
    ['motor.c 1.3.4.3', 'commit', 'valve.c 1.2.2.2', '-'],
    ['motor.c 1.7', 'ticket', '-', '-'],
    ['File 5 1.1', 'revision', '-', 'File 5 1.2'],
  ];
  for (const [from, step, next, previous] of steps)
    it(`${from}: ${step}`, () => {
      equal(named(stepFrom(log, find(from), step, 'next')), next);
      equal(named(stepFrom(log, find(from), step, 'previous')), previous);
    });
});

describe('revisions by words', () => {
  /** [what is typed, what comes first, how many are found] */
  const searches: readonly (readonly [string, string, number])[] = [
    ['motor 1.5', 'motor.c 1.5', 5],
    ['1.5 motor.c', 'motor.c 1.5', 4],
    ['pump-1 ruth motor', 'motor.c 1.3.4.3', 4],
    ['vlvc 1.5', 'valve.c 1.5', 2],
    ['2006-06-11', 'motor.c 1.7', 2],
    ['watchdog', 'Makefile 1.4', 3],
    ['nowhere', 'motor.c 1.7', 1],
    ['nowhere pump-1', '-', 0],
  ];
  for (const [typed, first, count] of searches)
    it(typed, () => {
      const found = finish(revisionsLike(log, typed, 100));
      equal(found.length, count);
      equal(named(found[0]), first);
    });

  it('are all, the newest first, where nothing is typed', () => {
    const [first, second] = finish(revisionsLike(log, '', 2));
    ok(histories.day(first!) >= histories.day(second!));
  });
});

describe('a revision written down', () => {
  it('in messages, Markdown and commands', () => {
    deepEqual(
      Object.fromEntries(
        citationsOf(log, find('valve.c 1.2.2.2')).map((one) => [one.label, one.text]),
      ),
      {
        'Path and number': 'valve.c 1.2.2.2',
        'Line for a message':
          'valve.c 1.2.2.2 (ruth, 2006-07-03): Pull up following revision(s) (requested by ines in ticket #31): firmware/pump/motor.c: revision 1.…',
        Markdown:
          'valve.c 1.2.2.2 (ruth, 2006-07-03): Pull up following revision(s) (requested by ines in ticket \\#31): firmware/pump/motor.c: revision 1.…',
        'Get this revision': 'cvs update -r 1.2.2.2 valve.c',
        'Get this branch': 'cvs update -r pump-1 valve.c',
        'Show what it changed': 'cvs diff -u -r 1.2.2.1 -r 1.2.2.2 valve.c',
      },
    );
  });

  it('without commands where its path is not known', () => {
    const labels = citationsOf(log, find('File 5 1.2')).map(({ label }) => label);
    deepEqual(labels, ['Path and number', 'Line for a message', 'Markdown']);
  });
});

describe('tokens of a line', () => {
  /** [a line, or a part of it, kinds and texts] */
  const tokens: readonly (readonly [string, string])[] = [
    [' 1.7 11-Jun-2006', 'revision 1.7'],
    ['firmware/pump/valve.c: revision 1.5', 'reference firmware/pump/valve.c, reference 1.5'],
    ['see rev. 1.4', 'revision 1.5, reference 1.4'],
    ['on branch kaja-sensorless', 'reference ramp.c, branch kaja-sensorless'],
    ['XXX measure', ''],
  ];
  const lines = text.split('\n').map((line) => line.replaceAll('\u00a0', ' '));
  for (const [part, right] of tokens)
    it(part, () => {
      const at = lines.findIndex((line) => line.includes(part));
      const revision = histories.revisionAt(at);
      const isFirstLine = revision !== undefined && histories.linesOf(revision)[0] === at;
      const line = lines[at]!;
      const found = tokensOn(log, { line, revision, isFirstLine, above: '' });
      equal(found.map(({ kind, from, to }) => `${kind} ${line.slice(from, to)}`).join(', '), right);
    });
});
