import { equal } from 'node:assert/strict';
import { readLog } from '../../src/core/log';

/**
 * What `cvs log` prints of files with revisions written `1.2 2010-03-31 10:00:00 words #id`, newest
 * first; an id is optional.
 */
function cvsLog(files: Readonly<Record<string, readonly string[]>>): string {
  const blocks = Object.entries(files).map(([path, revisions]) => {
    const total = `total revisions: ${String(revisions.length)};`;
    const head = `RCS file: /cvs/${path},v\nWorking file: ${path}\nhead: 1.9\nbranch:\nlocks: strict\naccess list:\nsymbolic names:\nkeyword substitution: kv\n${total}\tselected revisions: ${String(revisions.length)}\ndescription:\n`;
    const texts = revisions.map((revision) => {
      const [number, day, time, words, id] = revision.split(' ');
      const commit = id ? `  commitid: ${id.slice(1)};` : '';
      const date = `${day!} ${time!}${id ? ' +0000' : ''}`;
      return `${'-'.repeat(28)}\nrevision ${number!}\ndate: ${date};  author: ada;  state: Exp;${commit}\n${words!}\n`;
    });
    return `\n${head}${texts.join('')}${'='.repeat(77)}\n`;
  });
  return blocks.join('');
}

/** The changesets, oldest first, as `a 1.1 b 1.1 | a 1.2`. */
function changesets(files: Readonly<Record<string, readonly string[]>>): string {
  const { histories, recovery } = readLog(cvsLog(files));
  const { changesets: all } = recovery;
  return Array.from({ length: all.count }, (_, id) =>
    Array.from(all.revisionsOf(id), (r) => {
      const name = histories.stated(histories.fileOf(r))!.path.replace(/^.*\/|,v$/g, '');
      return `${name} ${histories.numberText(r)}`;
    }).join(' '),
  ).join(' | ');
}

/** [what, revisions by file, changesets] */
const cases: [string, Record<string, string[]>, string][] = [
  [
    'of one day, an hour apart, with the same words',
    { a: ['1.1 2010-03-31 10:00:00 w'], b: ['1.1 2010-03-31 11:00:00 w'] },
    'a 1.1 | b 1.1',
  ],
  [
    'over midnight',
    { a: ['1.1 2010-03-31 23:59:58 w'], b: ['1.1 2010-04-01 00:00:03 w'] },
    'a 1.1 b 1.1',
  ],
  [
    'longer than the longest pause as a whole',
    {
      a: ['1.1 2010-03-31 10:00:00 w'],
      b: ['1.1 2010-03-31 10:04:00 w'],
      c: ['1.1 2010-03-31 10:08:00 w'],
    },
    'a 1.1 b 1.1 c 1.1',
  ],
  [
    'a file again within seconds: before the widest pause',
    {
      a: ['1.2 2010-03-31 10:02:01 w', '1.1 2010-03-31 10:00:00 w'],
      b: ['1.1 2010-03-31 10:02:00 w'],
      c: ['1.1 2010-03-31 10:00:01 w'],
    },
    'a 1.1 c 1.1 | a 1.2 b 1.1',
  ],
  [
    'one id, whatever clock and words say',
    { a: ['1.1 2010-03-31 10:00:00 w #x1'], b: ['1.1 2010-03-31 12:00:00 v #x1'] },
    'a 1.1 b 1.1',
  ],
  [
    'two ids within a second',
    { a: ['1.1 2010-03-31 10:00:00 w #x1'], b: ['1.1 2010-03-31 10:00:00 w #x2'] },
    'a 1.1 | b 1.1',
  ],
  [
    'by the clock, not by the order of the log',
    { a: ['1.1 2010-03-31 12:00:00 v'], b: ['1.1 2010-03-31 10:00:00 w'] },
    'b 1.1 | a 1.1',
  ],
];

describe('changesets of a log with clocks', () => {
  for (const [what, files, expected] of cases) it(what, () => equal(changesets(files), expected));
});
