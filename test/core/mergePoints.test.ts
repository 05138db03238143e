import { deepEqual } from 'node:assert/strict';
import { readLog, type Log } from '../../src/core/log';

const RULE = '-'.repeat(28);

/** A file of which 1.3 merged the branch 1.1.2, as CVSNT logs it. */
const LOG = `
RCS file: /cvs/motor.c,v
Working file: motor.c
head: 1.3
branch:
locks: strict
access list:
symbolic names:
keyword substitution: kv
total revisions: 4;\tselected revisions: 4
description:
${RULE}
revision 1.3
date: 2010/03/04 10:00:00;  author: ada;  state: Exp;  lines: +1 -0;  kopt: kv;  commitid: a1;  mergepoint: 1.1.2.1;  filename: motor.c;
Merge the branch rel-1.
${RULE}
revision 1.2
date: 2010/03/03 10:00:00;  author: ada;  state: Exp;  lines: +1 -0;  kopt: kv;  commitid: a2;  mergepoint: 1.9;
Two.
${RULE}
revision 1.1
date: 2010/03/01 10:00:00;  author: ada;  state: Exp;
branches:  1.1.2;
One.
${RULE}
revision 1.1.2.1
date: 2010/03/02 10:00:00;  author: ada;  state: Exp;  lines: +1 -0;
Fix.
${'='.repeat(77)}
`;

const delta = (number: string, next: string, more = ''): string =>
  `${number}\ndate 2010.03.01.10.00.00; author ada; state Exp;\nbranches${number === '1.1' ? ' 1.1.2.1' : ''};\nnext ${next};\n${more}\n`;
const ARCHIVE = `head 1.3;\naccess;\nsymbols;\nlocks;\n\n${delta('1.3', '1.2', 'mergepoint1 1.1.2.1;')}${delta('1.2', '1.1')}${delta('1.1', '')}${delta('1.1.2.1', '')}desc\n@@\n\n${['1.3', '1.2', '1.1', '1.1.2.1'].map((number) => `${number}\nlog\n@w\n@\ntext\n@@\n`).join('\n')}`;

function edges({ histories, recovery }: Log): string[] {
  const number = (r: number): string => histories.numberText(r);
  return recovery.edges.map(
    ({ kind, status, from, to }) => `${kind} ${status} ${number(from)} -> ${number(to)}`,
  );
}

describe('merge points of CVSNT', () => {
  for (const [what, text] of [
    ['a log', LOG],
    ['an archive', ARCHIVE],
  ] as const) {
    it(`are stated merges in ${what}; one that points nowhere is none`, () => {
      deepEqual(edges(readLog(text)), ['merge stated 1.1.2.1 -> 1.3']);
    });
  }
});
