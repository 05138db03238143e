import { deepEqual } from 'node:assert/strict';
import { readLog } from '../../src/core/log';
import { referenceAt } from '../../src/core/answers/references';
import { dump } from './write';

const log = readLog(
  dump([
    '1.5: motor',
    '1.4',
    '1.3 [1.3.2]',
    '1.2',
    '1.1: file motor.c was initially added on branch b.',
    '1.3.2.1',
    '1.2',
    '1.1: file valve.c was initially added on branch b.',
  ]).replace('/src/test', '/src/fw'),
);

/** `^` marks the column; what the number there means in a message of motor.c, `-` for nothing. */
const cases: [string, string][] = [
  ['see revision ^1.4', '1.4'],
  ['see revision 1.^4.', '1.4'],
  ['see rev. ^1.4 for more', '1.4'],
  ['back out r^1.4', '1.4'],
  ['Back out ^1.4', '1.4'],
  ['Pull up revision ^1.3 (requested by cl in ticket #3):', '1.3'],
  ['Pull up revisions 1.2-^1.4 (requested by cl)', '1.4'],
  ['revisions 1.1, 1.2 and ^1.3', '1.3'],
  ['revision ^1.9', '-'],
  ['for more than ^1.3 volts', '-'],
  ['version ^1.3 of the board', '-'],
  ['revision ^1.3.4.5', '-'],
  ['revision ^1.3beta', '-'],
  ['valve.c revision ^1.2', '-'],
  ['\tfw/valve.c: revision ^1.2', '1.2 of valve.c'],
  ['\tfw/pump.c: revision ^1.2', '-'],
  ['fw/valve.c and fw/motor.c: revision ^1.2', '-'],
  ['\tfw/motor.c: revision ^1.2', '1.2'],
  ['\tsrc/fw/motor.c: revision ^1.2', '1.2'],
  ['\tother/motor.c: revision ^1.2', '-'],
  ['motor.c: revision ^1.2', '-'],
  ['(valve.c) revision ^1.2', '-'],
  ['valve.c; revision ^1.2', '-'],
  ['<fw/valve.h> rev ^1.2', '-'],
  ['OpenBSD revision ^1.2', '-'],
  ['from FreeBSD rev ^1.3', '-'],
  ['http://x.org/rev^1.3', '-'],
];

function told(reference: ReturnType<typeof referenceAt>): string {
  if (reference?.kind !== 'revision') return '-';
  const file = log.histories.fileOf(reference.revision);
  return `${log.histories.numberText(reference.revision)}${file === 0 ? '' : ` of ${log.name(file)!}`}`;
}

describe('references', () => {
  for (const [marked, expected] of cases) {
    it(marked, () => {
      const column = marked.indexOf('^');
      const reference = referenceAt(log, 0, marked.replace('^', ''), column, false, '');
      deepEqual(told(reference), expected);
    });
  }

  it('is of the path at the end of the line above', () => {
    deepEqual(
      told(referenceAt(log, 0, 'revision 1.2', 10, false, 'fw/valve.c:')),
      '1.2 of valve.c',
    );
  });

  it('is a branch in a list of branches', () => {
    const line = '\u00a01.3\u00a001-Jan-2004\u00a0 cl\u00a0branches: 1.3.2; 1.3.4;';
    const at = (text: string): string | undefined =>
      referenceAt(log, 2, line, line.indexOf(text) + 1, true, '')?.kind;
    deepEqual([at('1.3.2'), at('1.3.4'), at('1.3\u00a0')], ['branch', undefined, 'revision']);
  });
});
