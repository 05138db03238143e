import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { textOf } from '../../src/core/formats/rcs/texts';
import { parseArchive } from '../../src/core/formats/rcs/parse';
import { Places } from '../../src/core/formats/rcs/archive';
import { Numbers } from '../../src/core/history/numbers';
import { readLog } from '../../src/core/log';
import { writeArchive } from '../generate/printed';
import { makeRepository } from '../generate/repository';

/** Archives of several branches, the first by hand. */
const ARCHIVES = [
  readFileSync('test/logs/valve.c,v', 'latin1'),
  ...[1, 2, 3].flatMap((seed) =>
    makeRepository(seed)
      .files.slice(0, 3)
      .map((file) => writeArchive(file)),
  ),
];

/** The text with one line damaged. */
type Damage = (lines: readonly string[], at: number) => readonly string[];

const DAMAGES: readonly (readonly [what: string, damage: Damage])[] = [
  ['gone', (lines, at) => lines.toSpliced(at, 1)],
  ['garbled', (lines, at) => lines.with(at, lines[at]!.replaceAll(/\S/g, '#'))],
  ['with an @ at its end', (lines, at) => lines.with(at, `${lines[at]!}@`)],
  ['doubled', (lines, at) => lines.toSpliced(at, 0, lines[at]!)],
  ['cut in the middle', (lines, at) => lines.with(at, lines[at]!.slice(0, lines[at]!.length / 2))],
  ['joined with the next', (lines, at) => lines.toSpliced(at, 2, lines.slice(at, at + 2).join(''))],
];

describe('a damaged archive', function () {
  this.timeout(60_000);
  for (const [what, damage] of DAMAGES)
    it(`loses no revision and changes at most two where any one line is ${what}, and tells`, () => {
      for (const archive of ARCHIVES) {
        const right = revisionsOf(archive);
        const lines = archive.split('\n');
        for (const at of lines.keys()) {
          const { revisions, problems } = revisionsOf(damage(lines, at).join('\n'));
          const where = `line ${String(at + 1)}: ${lines[at]!}`;
          deepEqual([...revisions.keys()].sort(), [...right.revisions.keys()].sort(), where);
          const changed = [...revisions].filter(([number, told]) => {
            const [signed, message] = right.revisions.get(number)!;
            return signed !== told[0] || message !== told[1];
          });
          const isSigned = changed.every(
            ([number, [signed]]) => signed === right.revisions.get(number)![0],
          );
          equal(changed.length <= 2, true, where);
          equal(isSigned || problems > right.problems, true, `untold: ${where}`);
        }
      }
    });

  it('whose links are gone is put in order by its numbers', () => {
    const archive = ARCHIVES[1]!;
    const right = [...revisionsOf(archive).revisions.keys()];
    const unlinked = archive.replaceAll(/^(?:next\t.*|branches[^;]*;|head.*)\n/gm, '');
    deepEqual([...revisionsOf(unlinked).revisions.keys()], right);
  });

  it('still gives the texts that its damage does not reach', () => {
    const bytes = Buffer.from(ARCHIVES[0]!.replace('head\t1.2;\n', '').replace('desc\n', ''));
    const archive = parseArchive(bytes, new Numbers(), new Places());
    const text = textOf(archive, archive.find(archive.known('1.1')));
    equal('text' in text ? Buffer.from(text.text).toString().split('\n').length > 1 : text, true);
  });
});

/** By number: who and when, and the message. */
function revisionsOf(archive: string): {
  revisions: Map<string, readonly [signed: string, message: string]>;
  problems: number;
} {
  const { histories, problems } = readLog(Buffer.from(archive), 'valve.c,v');
  const revisions = Array.from({ length: histories.count }, (_, revision) => {
    const signed = `${histories.author(revision)} ${String(histories.day(revision))}`;
    return [histories.numberText(revision), [signed, histories.message(revision)]] as const;
  });
  return { revisions: new Map(revisions), problems: problems.length };
}

/** What is odd to look at, and sound by rcsfile(5), is read as it stands and told as nothing. */
describe('a sound archive', () => {
  const valve = ARCHIVES[0]!;
  const message = 'log\n@First.\n@';
  const cases: readonly (readonly [what: string, archive: string, message?: string])[] = [
    [
      'with phrases of CVSNT behind a tab',
      valve.replaceAll('\nnext\t', '\ndeltatype\ttext;\nnext\t'),
    ],
    ['with such a phrase among its texts', valve.replace(/@\ntext\n/, '@\nkind\ttext;\ntext\n')],
    [
      'with a message that ends in “text”',
      valve.replace(message, 'log\n@Fix the\ntext\n@'),
      'Fix the\ntext',
    ],
    [
      'with a message that ends as texts begin',
      valve.replace(message, 'log\n@Fix\n1.2\nlog\n@'),
      'Fix\n1.2\nlog',
    ],
    [
      'with a message that ends in “text”, and a phrase of others before its text',
      valve.replace(message, 'log\n@Fix the\ntext\n@\nfoo\tbar;'),
      'Fix the\ntext',
    ],
    [
      'with words of others that are keywords',
      valve.replace('access;', 'access\nlog\nada;\nfoo\ntext;\nx\tauthor y;'),
    ],
    [
      'with a string of others that has a line “desc”',
      valve.replace('locks;', 'x\t@foo\ndesc\nbar@ y;\nlocks;'),
    ],
    ['with a text that ends as texts begin', valve.replace(/@(\s*)$/, '\n1.2\nlog\n@$1')],
    ['with a description that ends so', valve.replace(/desc\n@[^@]*@/, 'desc\n@foo\n1.1\nlog\n@')],
    [
      'with a comment that has a line “desc”',
      valve.replace(/comment\t@[^@]*@/, 'comment\t@\ndesc\n@'),
    ],
  ];
  for (const [what, archive, told] of cases)
    it(what, () => {
      const [right, read] = [revisionsOf(valve), revisionsOf(archive)];
      equal(read.problems, right.problems);
      deepEqual([...read.revisions.keys()], [...right.revisions.keys()]);
      if (told !== undefined)
        deepEqual(
          [...read.revisions.values()].some(([, each]) => each === told),
          true,
        );
    });

  it('whose description is followed by a damaged text keeps that', () => {
    const { revisions } = revisionsOf(valve.replace(/\nlog\n/, '\nlgo\n'));
    deepEqual(
      [...revisions.values()].map(([, each]) => each),
      [...revisionsOf(valve).revisions.values()].map(([, each]) => each),
    );
  });

  it('that is cut is told as cut alone', () => {
    const { problems } = readLog(Buffer.from(valve.slice(0, valve.indexOf('desc\n'))), 'valve.c,v');
    deepEqual(
      problems.map(({ code }) => code).filter((code) => code === 'damaged-archive'),
      [],
    );
  });

  it('that a message of a page quotes is text of it', () => {
    const page = readFileSync('test/logs/pump.histlog', 'utf8').replace(
      'Add valve.c.',
      'Add valve.c.\n1.2\ndate\t2001.01.02.00.00.00;\tauthor joe;\tstate Exp;',
    );
    equal(readLog(page).format?.id, 'dump');
  });
});
