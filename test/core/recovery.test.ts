import { fileKeysOf } from '../../src/core/history/fileKeys';
import { deepEqual, equal } from 'node:assert/strict';
import { readListedFiles } from '../../src/core/messages/listedFiles';
import { readRenames } from '../../src/core/messages/renames';
import { readLog, type Log } from '../../src/core/log';
import { branchTitle } from '../../src/core/words/branches';
import { whereDidItGo } from '../../src/core/answers/fix';
import { branchKeyOf, givenOf, NOTHING_TOLD, type Told } from '../../src/core/recovery/given';
import { matchListing } from '../../src/core/recovery/paths/listing';
import { readBranchWords } from '../../src/core/messages/branchWords';
import { people, problemReports } from '../../src/core/messages/people';
import { readPullUp } from '../../src/core/messages/pullUps';
import { dump, read } from './write';

const added = (name: string, branch: string, day = '2004-03-01'): string =>
  `file ${name} was added on branch ${branch} on ${day} 10:00:00 +0000`;

/** Every path, `=` stated, `~` inferred, `?` open. */
function paths({ recovery }: Log): string {
  const marks = { stated: '=', inferred: '~', partial: '', unknown: '' };
  return recovery.paths.files
    .map(({ parts, status }) => `${marks[status]}${parts.map((p) => p ?? '?').join('/')}`)
    .join(' ');
}

/** Every branch of more than no file: `name: 0 1.1.2, 1 1.3.2`. */
function branches({ histories, recovery }: Log): string {
  const { all, lines } = recovery.branches;
  const place = (m: number): string =>
    `${lines.file(m)} ${histories.numbers.text(lines.number(m))}`;
  return all
    .map(({ name, members }) => `${name ?? '-'}: ${members.map(place).join(', ')}`)
    .join('; ');
}

/** Every changeset, oldest first: `0 1.1 + 1 1.1`. */
function changesets({ histories, recovery }: Log): string[] {
  const { changesets: all } = recovery;
  return Array.from({ length: all.count }, (_, id) =>
    [...all.revisionsOf(id)]
      .map((r) => `${histories.fileOf(r)} ${histories.numberText(r)}`)
      .join(' + '),
  );
}

function edges({ histories, recovery }: Log): string[] {
  const place = (r: number): string => `${histories.fileOf(r)} ${histories.numberText(r)}`;
  return recovery.edges.map(
    ({ kind, status, from, to }) =>
      `${kind} ${place(from)} > ${place(to)}${status === 'inferred' ? ' ?' : ''}`,
  );
}

function table<Case>(
  cases: readonly [string, ...Case[]][],
  check: (...values: Case[]) => void,
): void {
  for (const [what, ...values] of cases) it(what, () => check(...values));
}

describe('pull-ups', () => {
  const spelled = (message: string): string => {
    const pullUp = readPullUp(message);
    if (!pullUp) return 'none';
    const items = pullUp.items.map(
      ({ path, ranges, appliedTo }) =>
        `${path ?? '.'} ${ranges.map(({ from, to }) => (from === to ? from : `${from}-${to}`)).join(' ')}${appliedTo === null ? '' : ` > ${appliedTo}`}`,
    );
    return [`#${pullUp.ticket ?? '-'} ${pullUp.requester ?? '-'}`, ...items].join('; ');
  };
  const head = 'Pull up following revision(s) (requested by ada in ticket #12):\n';
  table<string>(
    [
      [
        'its own file',
        'Pull up revision 1.1 (requested by cl in ticket #337):\nWords',
        '#337 cl; . 1.1',
      ],
      [
        'a range of its own file',
        'Pull up revisions 1.2-1.10 (requested by cl in ticket #337):',
        '#337 cl; . 1.2-1.10',
      ],
      [
        'its own file, short',
        'Pullup rev 1.16 (requested by tls in ticket #846)',
        '#846 tls; . 1.16',
      ],
      [
        'its own file, a list',
        'Pull up revisions 1.2, 1.4 and 1.6 (requested by cl in ticket #1).',
        '#1 cl; . 1.2 1.4 1.6',
      ],
      [
        'a path and the word',
        `${head}\tsys/x86/cpu.c: revision 1.92`,
        '#12 ada; sys/x86/cpu.c 1.92',
      ],
      ['a path and a number', `${head}src/sys/x86/cpu.c 1.3`, '#12 ada; src/sys/x86/cpu.c 1.3'],
      ['a colon and a number', `${head}sys/x86/cpu.c:1.8`, '#12 ada; sys/x86/cpu.c 1.8'],
      ['via patch', `${head}sys/x86/cpu.c: revision 1.29 via patch`, '#12 ada; sys/x86/cpu.c 1.29'],
      ['in brackets', `${head}sys/x86/cpu.c 1.181 (via patch)`, '#12 ada; sys/x86/cpu.c 1.181'],
      ['a patch alone', `${head}sys/x86/GENERIC patch`, '#12 ada; sys/x86/GENERIC '],
      [
        'a list with remarks',
        `${head}sys/x86/trap.c 1.97 (partial),1.111 (via patch)`,
        '#12 ada; sys/x86/trap.c 1.97 1.111',
      ],
      ['a range', `${head}sys/x86/intr.c: revision 1.46-1.49`, '#12 ada; sys/x86/intr.c 1.46-1.49'],
      [
        'up to',
        `${head}sys/x86/pmap.c upto 1.289 (partial, patch)`,
        '#12 ada; sys/x86/pmap.c 1.289',
      ],
      [
        'on the next line',
        `${head}sys/x86/trap.S 1.8,1.10,\n1.19 (partial),1.20`,
        '#12 ada; sys/x86/trap.S 1.8 1.10 1.19 1.20',
      ],
      [
        'applied to another',
        `${head}sys/x/a.c: revision 1.1\nsys/x/a.c: revision 1.2\n(applied to sys/x/b.c)`,
        '#12 ada; sys/x/a.c 1.1 > sys/x/b.c; sys/x/a.c 1.2 > sys/x/b.c',
      ],
      [
        'applied on its own line',
        `${head}sys/a.c: revision 1.5\nsys/b.c: revision 1.6 (applied to sys/c.c)`,
        '#12 ada; sys/a.c 1.5; sys/b.c 1.6 > sys/c.c',
      ],
      ['blanks without end', `${head}${' '.repeat(97)}1.2${' '.repeat(290)}x`, '#12 ada'],
      ['slashes without end', `${head}${'a/'.repeat(190)}!`, '#12 ada'],
      ['a removal', `${head}sys/x/a.c: file removal`, '#12 ada; sys/x/a.c '],
      [
        'a path in the words',
        `${head}sys/x/a.c: revision 1.2\nLike sys/x/b.c: 1.4 does it.`,
        '#12 ada; sys/x/a.c 1.2',
      ],
      ['of no ticket', 'Pull up revisions:\n\tsys/x/a.c: revision 1.2', '#- -; sys/x/a.c 1.2'],
      ['no pull-up', 'Pull the plug of the motor 1.2', 'none'],
    ],
    (message, expected) => equal(spelled(message), expected),
  );
});

describe('words about branches', () => {
  const words = (message: string): string => {
    const { sync, ownNames, merged } = readBranchWords(message);
    return [
      sync ? `sync ${sync.from ?? 'trunk'}` : '',
      ...ownNames.map((n) => `own ${n}`),
      ...merged.filter((m) => m.isCalledBranch).map((m) => `merge ${m.name}`),
    ]
      .filter((word) => word !== '')
      .join(', ');
  };
  table<string>(
    [
      ['sync with HEAD', 'Sync with HEAD.', 'sync trunk'],
      ['sync with head', '- sync with head.', 'sync trunk'],
      ['sync to current', 'sync to latest -current.', 'sync trunk'],
      ['update from HEAD', 'update from HEAD', 'sync trunk'],
      ['rebase', 'Rebase to HEAD as of a few days ago.', 'sync trunk'],
      ['from a branch', 'Sync with rel-4.', 'sync rel-4'],
      ['its own base', 'Sync with ada-motor-base-2.', 'sync ada-motor, own ada-motor'],
      ['its own name', 'Update ada-dm branch to ada-dm-base2.', 'own ada-dm'],
      ['a merge', 'Merge the ada-motor branch to head, at tag x', 'merge ada-motor'],
      ['on a day of no calendar', 'Sync with HEAD 20190231', 'sync trunk'],
      ['nothing', 'Make it faster.', ''],
    ],
    (message, expected) => equal(words(message), expected),
  );
});

describe('people and reports', () => {
  table<string>(
    [
      ['a report', 'Fix PR kern/12345.', 'kern/12345'],
      ['without a category', 'PR/29792 and PR#25022', '29792 25022'],
      ['a category alone', 'Fix port-xen/29851 by tomas', 'port-xen/29851'],
      ['no report', 'https://mail.example.org/port-xen/2009/01/05/msg.html', ''],
      ['an ok', 'ok ada@, bo@', 'ok:ada ok:bo'],
      ['a review', 'Reviewed by Ada Lovelace.', 'reviewed:Ada Lovelace'],
      ['a review by a login', 'Reviewed by ada and tested\nfor a week.', 'reviewed:ada'],
    ],
    (message, expected) =>
      equal(
        [
          ...problemReports(message),
          ...people(message).map(({ role, name }) => `${role}:${name}`),
        ].join(' '),
        expected,
      ),
  );
});

describe('branches across files', () => {
  const sync = '@2004-05-01 ada: Sync with HEAD.';
  table<string[] | string>(
    [
      [
        'what commits together is one branch, by the name of either',
        [
          '1.1 [1.1.2]',
          '1.1.2.2 @2004-05-01 ada: Move it.',
          `1.1.2.1: ${added('a.c', 'motor')}`,
          '1.2 [1.2.4]',
          '1.1',
          '1.2.4.1 @2004-05-01 ada: Move it.',
        ],
        'motor: 0 1.1.2, 1 1.2.4',
      ],
      [
        'equal commits of two authors or days are two',
        [
          '1.1 [1.1.2]',
          '1.1.2.1 @2004-05-01 ada: m',
          '1.1 [1.1.2]',
          '1.1.2.1 @2004-05-02 ada: m',
          '1.1 [1.1.2]',
          '1.1.2.1 @2004-05-01 bo: m',
        ],
        '-: 0 1.1.2; -: 1 1.1.2; -: 2 1.1.2',
      ],
      [
        'the words of a branch about itself beat equal commits',
        [
          '1.1 [1.1.2]',
          '1.1.2.2 @2004-06-01 ada: Merge from the trunk into the "alpha" branch.',
          '1.1.2.1 @2004-05-01 ada: Housekeeping.',
          '1.1 [1.1.2]',
          '1.1.2.2 @2004-05-01 ada: Housekeeping.',
          `1.1.2.1: ${added('b.c', 'beta')}`,
        ],
        'alpha: 0 1.1.2; beta: 1 1.1.2',
      ],
      [
        'a file was born on the first branch of its revision, and on no other',
        ['1.1 [1.1.4]: file a.c was initially added on branch motor.', '1.1.4.1: Add it.'],
        '-: 0 1.1.4',
      ],
      [
        'twins stay apart',
        [
          '1.1 [1.1.2 1.1.4]',
          `1.1.4.1 ${sync}`,
          `1.1.2.1 ${sync}`,
          '1.1 [1.1.2]',
          `1.1.2.1 ${sync}`,
        ],
        '-: 0 1.1.4; -: 0 1.1.2; -: 1 1.1.2',
      ],
      [
        'a name is one branch',
        [
          '1.1 [1.1.2]',
          `1.1.2.1: ${added('a.c', 'motor')}`,
          '1.1 [1.1.2]',
          `1.1.2.1: ${added('b.c', 'motor')}`,
        ],
        'motor: 0 1.1.2, 1 1.1.2',
      ],
      [
        'a file born on a branch',
        ['1.1 [1.1.2]: file a.c was initially added on branch motor.', '1.1.2.1: Born.'],
        'motor: 0 1.1.2',
      ],
      [
        'its own words',
        [
          '1.1 [1.1.2]',
          '1.1.2.1 @2004-05-01 ada: Sync with ada-dm-base2.',
          '1.1 [1.1.2]',
          '1.1.2.1 @2004-05-01 ada: Sync with ada-dm-base2.',
        ],
        'ada-dm: 0 1.1.2, 1 1.1.2',
      ],
    ],
    (revisions, expected) => equal(branches(read(revisions as string[])), expected),
  );

  it('describes what has no name', () => {
    const log = read(['1.1 [1.1.2]', '1.1.2.2 @2006-05-01 bo: m', '1.1.2.1 @2005-05-01 ada: m']);
    equal(branchTitle(log, log.recovery.branches.all[0]!), '1.1.2 of File 1, ada, bo 2005–2006');
  });

  it('gives no name where two are told, and says so', () => {
    const log = read([
      '1.1 [1.1.2]: file a.c was initially added on branch one.',
      `1.1.2.1: ${added('a.c', 'two')}`,
    ]);
    equal(branches(log), '-: 0 1.1.2');
    deepEqual(
      log.recovery.contradictions.map(({ code }) => code),
      ['two-branch-names'],
    );
  });
});

describe('changesets', () => {
  table<string[]>(
    [
      [
        'equal revisions of files are one',
        ['1.1: m', '1.1: m', '1.1: other'],
        ['0 1.1 + 1 1.1', '2 1.1'],
      ],
      ['the trunk and a branch are two', ['1.1 [1.1.2]: m', '1.1.2.1: m'], ['0 1.1', '0 1.1.2.1']],
      [
        'the same words twice a day are two',
        ['1.2: m', '1.1: m', '1.2: m', '1.1: m'],
        ['0 1.1 + 1 1.1', '0 1.2 + 1 1.2'],
      ],
      [
        'a placeholder stands beside the commit of its day',
        [
          '1.1 [1.1.2] @2004-01-01',
          '1.1.2.2 @2004-03-01 ada: Add it.',
          `1.1.2.1 @2004-01-01: ${added('a.c', 'motor')}`,
        ],
        ['0 1.1', '0 1.1.2.2 + 0 1.1.2.1'],
      ],
      [
        'a file born on a branch, with its first commit',
        ['1.1 [1.1.2]: file a.c was initially added on branch motor.', '1.1.2.1: Born.'],
        ['0 1.1 + 0 1.1.2.1'],
      ],
      [
        'an import is one, and another kit of that day another',
        [
          '1.1 [1.1.1]: Initial revision',
          '1.1.1.1: Import kit 1',
          '1.1 [1.1.1]: Initial revision',
          '1.1.1.1: Import kit 1',
          '1.1 [1.1.1]: Initial revision',
          '1.1.1.1: Import kit 2',
          '1.1: Initial revision',
        ],
        ['0 1.1 + 0 1.1.1.1 + 1 1.1 + 1 1.1.1.1', '2 1.1 + 2 1.1.1.1', '3 1.1'],
      ],
      [
        'two that cannot be one are split',
        ['1.3: b', '1.2: a', '1.1: c', '1.3: a', '1.2: b', '1.1: c'],
        ['0 1.1 + 1 1.1', '0 1.2', '0 1.3 + 1 1.2', '1 1.3'],
      ],
    ],
    (revisions, expected) => deepEqual(changesets(read(revisions)), expected),
  );
});

it('a commit speaks with its own words, not with those of a placeholder beside it', () => {
  const { histories, recovery } = read([
    '1.1 [1.1.2] ada: file a.c was initially added on branch motor.',
    '1.1.2.1 ada: Born.',
  ]);
  equal(histories.message(recovery.changesets.speaker(0)), 'Born.');
});

const pull = (lines: string, day = '2004-06-01'): string =>
  `@${day} eva: Pull up following revision(s) (requested by ada in ticket #1):\n${lines}`;

/** A file with a name, and a pull-up of its 1.2 that gives its path. */
function stated(path: string, words = ''): string[] {
  const name = path.split('/').at(-1)!;
  return [
    `1.2 @2004-05-01: ${words}${path}`,
    `1.1 [1.1.2 1.1.4] @2004-01-01: ${words}`,
    `1.1.4.1 @2004-01-01: ${added(name, 'other')}`,
    `1.1.2.1 ${pull(`test/${path}: revision 1.2`)}\n${path}`,
  ];
}

const named = (name: string): string[] => [
  '1.1 [1.1.2] @2004-01-01',
  `1.1.2.1 @2004-01-01: ${added(name, 'other')}`,
];

describe('paths', () => {
  table<string[] | string>(
    [
      ['a name alone', named('a.c'), '?/a.c'],
      ['a pull-up states it', stated('x86/a.c'), '=x86/a.c'],
      [
        'between two of a directory',
        [...stated('x86/a.c'), ...named('b.c'), ...stated('x86/c.c')],
        '=x86/a.c ~x86/b.c =x86/c.c',
      ],
      [
        'without a name between them',
        [...stated('x86/a.c'), '1.1', ...stated('x86/c.c')],
        '=x86/a.c x86/? =x86/c.c',
      ],
      [
        'onward while names rise',
        [...stated('x86/a.c'), ...named('b.c'), ...named('a.c')],
        '=x86/a.c ~x86/b.c ?/a.c',
      ],
      [
        'not past a file without a name',
        [...stated('x86/a.c'), '1.1', ...named('c.c')],
        '=x86/a.c ? ?/c.c',
      ],
      [
        'below what two share',
        [...stated('x/m/a.c'), ...named('b.c'), '1.1', ...stated('x/z/a.c')],
        '=x/m/a.c ~x/m/b.c x/? =x/z/a.c',
      ],
      [
        'another directory on the way',
        [...stated('conf/a'), ...stated('x86/c.c')],
        '=conf/a =x86/c.c',
      ],
    ],
    (revisions, expected) => equal(paths(read(revisions as string[])), expected),
  );

  it('does not take a line with numbers that the file lacks', () => {
    equal(
      paths(
        read([
          '1.1 [1.1.2 1.1.4]',
          `1.1.4.1: ${added('a.c', 'o')}`,
          `1.1.2.1 ${pull('test/x86/a.c: revision 1.7')}`,
        ]),
      ),
      '?/a.c',
    );
  });

  it('chooses none of two names, and says so', () => {
    const log = read([
      '1.1 [1.1.2 1.1.4]',
      `1.1.4.1: ${added('a.c', 'one')}`,
      `1.1.2.1: ${added('b.c', 'two')}`,
    ]);
    equal(paths(log), '?');
    deepEqual(
      log.recovery.contradictions.map(({ line, code }) => `${line + 1} ${code}`),
      ['5 two-names'],
    );
  });

  it('half a log recovers what it can', () => {
    const text = dump([...stated('x86/a.c'), ...named('b.c'), ...stated('x86/c.c')]);
    for (let end = 0; end < text.length; end += 7)
      readLog(text.slice(0, end)).recovery.contradictions.at(0);
  });
});

describe('where a change went', () => {
  const log = read([
    ...[
      '1.4 @2004-05-01 ada: four',
      '1.3 @2004-04-01 ada: three',
      '1.2 [1.2.2 1.2.4] @2004-02-01 ada: two',
      '1.1 @2004-01-01 ada: one',
    ],
    ...[
      '1.2.4.1 @2004-05-10 bo: Sync with HEAD.',
      `1.2.2.2 ${pull('test/x/a.c: revision 1.3-1.4\nsys/else/b.c: revision 1.9')}`,
    ],
    `1.2.2.1 @2004-02-01 ada: ${added('a.c', 'rel-1')}`,
    ...[
      '1.5 @2004-07-01 ada: Merge the rel-1 branch.',
      '1.4 @2004-04-03: m',
      '1.3 @2004-04-02: m',
      '1.2 @2004-02-01: m',
      '1.1 [1.1.2] @2004-01-01: m',
    ],
    ...[
      '1.1.2.2 @2004-06-03 eva: Pull up revision 1.4 (requested by ada in ticket #2):',
      `1.1.2.1 @2004-01-01 ada: ${added('b.c', 'rel-1')}`,
    ],
  ]);

  it('edges of all kinds, each as sure as it is', () => {
    deepEqual(edges(log), [
      'pull-up 0 1.3 > 0 1.2.2.2',
      'pull-up 0 1.4 > 0 1.2.2.2',
      'pull-up 1 1.4 > 1 1.1.2.2',
      'sync 0 1.4 > 0 1.2.4.1 ?',
      'merge 1 1.1.2.2 > 1 1.5',
    ]);
  });

  it('what the log does not hold is kept', () => {
    deepEqual(
      log.recovery.dangling.map(({ path, revision }) => `${path!} ${revision}`),
      ['sys/else/b.c 1.9'],
    );
  });

  it('every branch that received it', () => {
    const report = whereDidItGo(log, log.find(0, '1.3')!);
    deepEqual(
      report.arrivals.map(({ revision, by }) => `${by} ${log.histories.numberText(revision)}`),
      ['pull-up 1.2.2.2', 'sync 1.2.4.1'],
    );
    deepEqual(report.missed, []);
  });

  it('and the releases that did not', () => {
    const report = whereDidItGo(log, log.find(1, '1.3')!);
    deepEqual(
      report.missed.map(({ name }) => name),
      ['rel-1'],
    );
  });
});

describe('what a user tells', () => {
  const revisions = [
    '1.1 [1.1.2] @2004-01-02 ada: first',
    '1.1.2.1: branch',
    '1.1 @2004-01-03 ada: second',
  ];
  const keysOf = ({ histories }: Log): string[] =>
    Array.from({ length: histories.fileCount }, (_, file) => fileKeysOf(histories).of(file));
  const told = (change: (keys: string[]) => Partial<Told>, lines = revisions): Log => {
    const log = read(lines);
    return log.withGiven(givenOf(log.histories, { ...NOTHING_TOLD, ...change(keysOf(log)) }));
  };

  it('names a file', () =>
    equal(paths(told(([key]) => ({ files: { [key!]: 'x86/a.c' } }))), '=x86/a.c ?'));
  it('and what is no path is passed over', () => {
    equal(paths(told(([key]) => ({ files: { [key!]: './' } }))), '? ?');
  });
  it('names a branch', () =>
    equal(
      branches(told(([key]) => ({ branches: { [branchKeyOf(key!, '1.1.2')]: 'motor' } }))),
      'motor: 0 1.1.2',
    ));
  it('and it stays with the file when others come before it', () => {
    const [key] = keysOf(read(revisions));
    equal(
      paths(
        told(() => ({ files: { [key!]: 'x86/a.c' } }), ['1.1 @2003-01-01: before', ...revisions]),
      ),
      '? =x86/a.c ?',
    );
  });
});

describe('a listing', () => {
  const match = (revisions: string[], listing: string[]): string => {
    const log = read(revisions);
    const matched = matchListing(log.histories, log.recovery.paths, listing);
    return Array.from(
      { length: log.histories.fileCount },
      (_, file) => matched.get(file)?.join('/') ?? '-',
    ).join(' ');
  };
  table<string[] | string>(
    [
      [
        'fills directories',
        [...named('a.c'), ...named('b.c')],
        ['src/test/x/a.c', 'src/test/x/b.c'],
        'x/a.c x/b.c',
      ],
      ['relative to the title, too', [...named('a.c')], ['x/a.c'], 'x/a.c'],
      [
        'fills a name between two',
        [...named('a.c'), '1.1', ...named('c.c')],
        ['a.c', 'b.c', 'c.c'],
        'a.c b.c c.c',
      ],
      [
        'leaves open what could be either',
        [...named('a.c'), '1.1', ...named('d.c')],
        ['a.c', 'b.c', 'c.c', 'd.c'],
        'a.c - d.c',
      ],
      [
        'lacks deleted files',
        [...named('a.c'), ...named('b.c'), ...named('c.c')],
        ['a.c', 'c.c'],
        'a.c - c.c',
      ],
      ['contradicts nothing that is stated', stated('x86/a.c'), ['conf/a.c'], '-'],
      ['archives', [...named('a.c')], ['/cvs/src/test/x/Attic/a.c,v'], 'x/a.c'],
    ],
    (revisions, listing, expected) =>
      equal(match(revisions as string[], listing as string[]), expected),
  );
});

describe('hostile messages', () => {
  it('names without end', () => {
    deepEqual(read([`1.1: move ${'a'.repeat(8000)} -`]).recovery.contradictions, []);
  });

  it('a pull-up of itself without end', () => {
    const files = Array.from({ length: 300 }, () => [
      '1.1 [1.1.2]',
      `1.1.2.1 @2004-06-01 eva: Pull up revisions (requested by ada in ticket #1):\n${'rev 1.1\n'.repeat(300)}`,
    ]);
    equal(read(files.flat()).recovery.changesets.count, 2);
  });
});

describe('what commits list', () => {
  /** [message, the files that it lists] */
  const lists: [string, string][] = [
    ['* clock.c (tick, tock): Count again.', 'clock.c'],
    ['motor.c, motor.h: Turn the other way.\n* Makefile: Build it.', 'motor.c motor.h Makefile'],
    ['\t* x86/clock.c: One.\n\t(tick): Two.\n\t* x86/clock.c: Three.', 'x86/clock.c'],
    ['Note: this is prose. XXX: so is this.', ''],
    ['See e.g. a.c, which does: nothing.', ''],
  ];
  for (const [message, files] of lists) {
    it(JSON.stringify(message), () => equal(readListedFiles(message).join(' '), files));
  }

  /** [what, revisions, names by file] */
  const cases: [string, string[], string][] = [
    [
      'names files where two commits agree',
      [
        '1.2: * b.c: Two.\n* a.c: Two.',
        '1.1: * a.c: One.',
        '1.2: * b.c: Two.\n* a.c: Two.',
        '1.1: * b.c: One.',
      ],
      'a.c b.c',
    ],
    ['but not by one alone', ['1.1: * a.c: One.', '1.1: m'], '- -'],
    [
      'nor where commits disagree',
      ['1.3: * a.c: Three.', '1.2: * a.c: Two.', '1.1: * b.c: One.', '1.1: m'],
      '- -',
    ],
    [
      'nor where two files would have one name',
      ['1.2: * a.c: Two.', '1.1: * a.c: One.', '1.2: * a.c: Twice.', '1.1: * a.c: Once.'],
      '- -',
    ],
    [
      'nor where a commit has more files than it lists',
      ['1.2: * a.c: Two.', '1.1: * a.c: One.', '1.2: * a.c: Two.', '1.1: * a.c: One.'],
      '- -',
    ],
  ];
  for (const [what, revisions, names] of cases) {
    it(what, () => {
      const { histories, recovery } = read(revisions);
      const all = Array.from({ length: histories.fileCount }, (_, f) => recovery.nameOf(f) ?? '-');
      equal(all.join(' '), names);
    });
  }
});

describe('renames', () => {
  /** [message, the names that it tells] */
  const cases: [string, string][] = [
    ['rename a.c -> b.c', 'a.c b.c'],
    ['Rename clock.c to clock.cc.', 'clock.c clock.cc'],
    ['Move x86/Makefile to amd64/Makefile.', 'x86/Makefile amd64/Makefile'],
    ['Moved p.q.Alpha to r.s.Beta.', ''],
    ['Moved com.acme.util.Parser to com.acme.text.Parser.', ''],
    ['Moved a.b.Foo to c.d.Foo', ''],
    ['Rename conf.ttl to conf.timeout.', ''],
    ['Moved v1.2 to v1.3.', ''],
    ['Moved 1.2 to 1.3.', ''],
    ['Move www.example.org/x to www.example.org/y', ''],
    ['Moved $HOME/.rc to $HOME/.newrc', ''],
  ];
  for (const [message, names] of cases) {
    it(message, () =>
      equal(
        readRenames(message)
          .map(({ from, to }) => `${from} ${to}`)
          .join(', '),
        names,
      ),
    );
  }
});
