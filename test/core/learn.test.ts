import { deepEqual, equal, ok } from 'node:assert/strict';
import { learnInSteps, toldElsewhere } from '../../src/core/elsewhere/learn';
import { readKnownInSteps } from '../../src/core/elsewhere/read';
import { linesOf } from '../../src/core/history/lines';
import { TRUNK } from '../../src/core/history/numbers';
import { finish, readLog, type Log } from '../../src/core/log';
import { givenOf, NOTHING_TOLD } from '../../src/core/recovery/given';
import { encode } from '../../src/core/text/encode';
import { cvsRlog } from '../generate/archives';
import { inOrder, printDump, withSymbols } from '../generate/printed';
import { makeRepository, type Repository, type TrueRevision } from '../generate/repository';
import { withSharedLog } from './sharedLog';
import { read } from './write';

/** The log with what another text tells of it, and what that tells otherwise. */
function learned(log: Log, other: string): { log: Log; otherwise: string[] } {
  const news = finish(learnInSteps(log, finish(readKnownInSteps(encode(other)))));
  const told = { ...NOTHING_TOLD, elsewhere: toldElsewhere(log, news, 'other.txt') };
  const otherwise = news.contradictions.map(({ here, there }) => `${here} not ${there}`);
  return { log: log.withGiven(givenOf(log.histories, told)), otherwise };
}

/** `conf/a.c rel-1; ? dev-2`: each file's path with the names of its branches. */
function names({ histories, recovery }: Log): string {
  const lines = linesOf(histories);
  return recovery.paths.files
    .map(({ parts }, file) => {
      const [first, end] = lines.ofFile(file);
      const branches = [];
      for (let line = first; line < end; line++) {
        if (lines.isBranch(line)) branches.push(recovery.branches.ofMember(line).name ?? '?');
      }
      return [parts.map((part) => part ?? '?').join('/'), ...branches.sort()].join(' ');
    })
    .join('; ');
}

const PAGE = read([
  '1.2 [1.2.2] ada: Faster.',
  '1.1 ada: Pump.',
  '1.2.2.2 bo: Fix the pump.',
  '1.2.2.1 bo: Pull up.',
  '1.3 cy: Valve, again.',
  '1.2 cy: Valve.',
  '1.1 ada: Pump.',
]);

/** A head as `cvs log -h` prints it. */
function head(path: string, tip: string, total: number, ...symbols: string[]): string {
  const listed = symbols.map((symbol) => `\n\t${symbol}`).join('');
  return `RCS file: ${path},v\nhead: ${tip}\nbranch:\nlocks: strict\naccess list:\nsymbolic names:${listed}\nkeyword substitution: kv\ntotal revisions: ${total}\n${'='.repeat(77)}\n`;
}

const MAIL = `From ada@lab Mon Mar 31
Module Name:\tsrc
Committed By:\tbo
Date:\t\tThu Jan  1 10:00:00 UTC 2004

Modified Files:
\tsrc/test/dev [tag: rel-1]: pump.c

Log Message:
Fix the pump.


To generate a diff of this commit:
cvs rdiff -u -r1.2.2.1 -r1.2.2.2 src/test/dev/pump.c
`;

const GIT = ['Valve, again.', 'Valve.']
  .map(
    (words, i) =>
      `commit ${String(i).repeat(40)}\nAuthor: cy <cy@lab>\nDate:   Thu Jan 1 23:00:00 2004 +0000\n\n    ${words}\n\nM\tsys/test/dev/valve.c\n`,
  )
  .join('\n');

/** [what, another source, what is known then] */
const cases: [string, string, string][] = [
  [
    'heads',
    head('/cvs/src/test/dev/pump.c', '1.2', 4, 'rel-1: 1.2.0.2', 'tag-1: 1.1') +
      head('/cvs/src/test/valve.c', '1.3', 3),
    'dev/pump.c rel-1; valve.c',
  ],
  [
    'a head that names a revision which is not there',
    head('/cvs/x.c', '1.2', 4, 'a: 1.7'),
    '? ?; ?',
  ],
  ['a head that has no name for a branch', head('/cvs/x.c', '1.2', 4, 'a: 1.1'), '? ?; ?'],
  ['two heads that fit', head('/cvs/a.c', '1.3', 3) + head('/cvs/b.c', '1.3', 3), '? ?; ?'],
  [
    'a path of elsewhere gives the name alone',
    head('/cvs/lib/valve.c', '1.3', 3),
    '? ?; ?/valve.c',
  ],
  ['a commit mail', MAIL, 'dev/pump.c rel-1; ?'],
  [
    'a mail of several files, in two lines, and of a first revision',
    MAIL.replace(' [tag: rel-1]', '')
      .replace('Fix the pump.', 'Valve, again.')
      .replace('By:\tbo', 'By:\tcy')
      .replace(
        /cvs rdiff.*\n/,
        'cvs rdiff -u -r1.2 -r1.3 \\\n    src/test/dev/valve.c\ncvs rdiff -u -r0 -r1.1 src/test/new.c\n',
      ),
    '? ?; dev/valve.c',
  ],
  ['a conversion to git', GIT, '? ?; dev/valve.c'],
  [
    'commits of a neighbouring directory',
    `${head('/cvs/src/lib/x.c', '1.1', 3, 'rel-1: 1.1.0.4').replace(/=+\n/, '')}description:\n${[
      ['1.1', 'zoe', 'Else.'],
      ['1.1.4.2', 'bo', 'Fix the pump.'],
      ['1.1.4.1', 'bo', 'Pull up.'],
    ]
      .map(
        ([number, author, words]) =>
          `${'-'.repeat(28)}\nrevision ${number!}\ndate: 2004/01/01 10:00:00;  author: ${author!};  state: Exp;\n${words!}\n`,
      )
      .join('')}${'='.repeat(77)}\n`,
    '? rel-1; ?',
  ],
  ['something else', 'Dear all,\nnothing here.\n', '? ?; ?'],
];

describe('another source', () => {
  for (const [what, other, expected] of cases) {
    it(what, () => equal(names(learned(PAGE, other).log), expected));
  }

  it('that tells a name otherwise changes nothing, and is told', () => {
    const log = learned(PAGE, MAIL).log;
    const other = head('/cvs/src/test/dev/engine.c', '1.2', 4, 'rel-9: 1.2.0.2');
    const { otherwise } = learned(log, other);
    deepEqual(otherwise, ['dev/pump.c not dev/engine.c', 'rel-1 not rel-9']);
  });
});

/** Files with a right path, and with a wrong one; the same of branches. */
function judged(
  log: Log,
  repository: Repository,
): { right: number; wrong: string[]; open: number } {
  const result = { right: 0, wrong: [] as string[], open: 0 };
  const count = (told: string | null, truth: string): void => {
    if (told === truth) result.right++;
    else if (told === null) result.open++;
    else result.wrong.push(`${told} is ${truth}`);
  };
  const { histories, recovery } = log;
  for (const [file, truth] of inOrder(repository).entries()) {
    const { parts } = recovery.paths.files[file]!;
    count(parts.includes(null) ? null : parts.join('/'), truth.path);
    const byNumber = new Map(truth.revisions.map((r): [string, TrueRevision] => [r.number, r]));
    const [first, end] = histories.revisionsOf(file);
    for (let r = first; r < end; r++) {
      if (histories.numbers.branchOf(histories.number(r)) === TRUNK) continue;
      const { branch } = byNumber.get(histories.numberText(r))!;
      count(recovery.branches.of(r)?.name ?? null, branch!);
    }
  }
  return result;
}

describe('another source of a generated repository', () => {
  for (const [what, options] of [
    ['its heads', ['-h']],
    ['its whole log', []],
  ] as const) {
    it(`${what}: nothing is wrong, and more is known`, () => {
      let [before, after, open] = [0, 0, 0];
      for (let seed = 1; seed <= 12; seed++) {
        const repository = makeRepository(seed);
        const page = readLog(printDump(repository));
        const rlog = cvsRlog(withSymbols(repository), ...options);
        const { log } = learned(page, rlog.replaceAll('/module/', `${repository.title}/`));
        const now = judged(log, repository);
        deepEqual(now.wrong, [], `seed ${seed}`);
        before += judged(page, repository).right;
        after += now.right;
        open += now.open;
      }
      ok(after > before, `${after} after ${before}`);
      if (what === 'its whole log') equal(open, 0);
    });
  }
});

withSharedLog('another source of the shared log', (bytes) => {
  it('a third of its heads names every branch of their files', () => {
    const log = readLog(bytes);
    const { histories, recovery } = log;
    const lines = linesOf(histories);
    const branchesOf = (file: number): number[] => {
      const [first, end] = lines.ofFile(file);
      return Array.from({ length: end - first }, (_, i) => first + i).filter((l) =>
        lines.isBranch(l),
      );
    };
    const title = (line: number): string => `b-${recovery.branches.ofMember(line).id}`;
    const chosen = Array.from({ length: histories.fileCount }, (_, file) => file).filter(
      (file) => file % 3 === 0,
    );
    const heads = chosen.map((file) => {
      const [first, end] = histories.revisionsOf(file);
      const symbols = branchesOf(file).map((line) => {
        const number = histories.numbers.text(lines.number(line)).replace(/(\.\d+)$/, '.0$1');
        return `${recovery.branches.ofMember(line).name ?? title(line)}: ${number}`;
      });
      return head(`/cvs/f${file}.c`, histories.numberText(first), end - first, ...symbols);
    });
    const known = learned(log, heads.join('')).log.recovery.branches;
    const open = chosen.flatMap(branchesOf).filter((line) => known.ofMember(line).name === null);
    equal(open.length, 0);
  });
});
