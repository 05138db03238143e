import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { revisionLinks, subjectLinks, type LinkSettings } from '../../src/core/answers/links/links';
import { addressFrom } from '../../src/core/answers/links/template';
import { holdersOf } from '../../src/core/answers/subjects/holders';
import {
  subjectAt,
  type NamedSubject,
  type Subject,
} from '../../src/core/answers/subjects/subject';
import { summaryOf, titleOf } from '../../src/core/answers/subjects/summary';
import { finish, readLog } from '../../src/core/log';

const text = readFileSync('test/logs/pump.histlog', 'utf8');
const log = readLog(text);
const lines = text.split('\n');

/** `^` marks a column of a line that the sample has; what is there. */
const cases: readonly (readonly [marked: string, subject: string])[] = [
  ['board has one. Closes PR ^fw/1187.', 'Problem report fw/1187'],
  ['board has one. Closes ^PR fw/1187.', 'Problem report fw/1187'],
  ['(PR fw/1201^)', 'Problem report fw/1201'],
  ['(requested by tomas in ticket ^#12)', 'Ticket #12'],
  ['(requested by tom^as in ticket #12)', 'Author tomas'],
  ['(requested by tomas ^in ticket #12)', '-'],
  ['ok ^tomas@', 'Author tomas'],
  ['09-Nov-2004  in^es branches: 1.2.2;', 'Author ines'],
  ['firmware/pump/valve^.c: revision 1.5', 'File valve.c'],
  ['Split valve control out into ^valve.c.', 'File valve.c'],
  ['added on branch kaja-^sensorless', 'Branch kaja-sensorless'],
  ['Merge the ^kaja-sensorless branch', 'Branch kaja-sensorless (inferred)'],
  ['out of ^motor.c.', 'File motor.c'],
  ['see ^https://pump.example.org/build.html', '-'],
  ['Stop the ^motor before the valve', '-'],
  ['^Split valve control out', '-'],
];

describe('what a place of the text is about', () => {
  for (const [marked, right] of cases)
    it(marked, () => {
      const found = at(marked);
      equal(
        found ? nameOf(found).replace(' (inferred)', '') : '-',
        right.replace(' (inferred)', ''),
      );
    });
});

describe('who has to do with', () => {
  /** [a place, numbers of its own, numbers whose messages name it] */
  const holders: readonly (readonly [string, string, string])[] = [
    ['(requested by ines in ticket ^#31)', '1.3.4.3 1.2.2.2', ''],
    ['(PR ^fw/1201)', '', '1.7'],
    ['added on branch kaja-^sensorless', '1.3.2.2 1.3.2.1 1.1.2.2 1.1.2.1', '1.2 1.1'],
    ['ok ^tomas@', '1.3 1.1 1.5 1.4 1.1', '1.7'],
    [
      'out of ^motor.c.',
      '1.7 1.6 1.5 1.4 1.3 1.2 1.1 1.3.4.3 1.3.4.2 1.3.4.1 1.3.4.2.2.1 1.3.2.2 1.3.2.1 1.6.2.1',
      '1.1 1.2.2.2',
    ],
  ];
  for (const [marked, own, naming] of holders)
    it(marked, () => {
      const found = finish(holdersOf(log, at(marked) as NamedSubject));
      const numbers = (all: readonly number[]): string =>
        all.map((r) => log.histories.numberText(r)).join(' ');
      equal(numbers(found.own), own);
      equal(numbers(found.naming), naming);
    });

  it('is told in sentences', () => {
    const author = at('ok ^tomas@') as NamedSubject;
    deepEqual(summaryOf(log, author, finish(holdersOf(log, author))), {
      title: 'Author tomas',
      sentences: [
        '5 revisions in 4 commits of 2 files, 2004-03-01 to 2005-02-14.',
        'On trunk (5).',
        'Named in messages of one revision, 2006-06-11.',
      ],
    });
  });
});

describe('an address on the web', () => {
  /** [template, parts, address] */
  const templates: readonly (readonly [string, Record<string, string>, string | undefined])[] = [
    [
      'https://x.org/{path}?rev={revision}',
      { path: 'a b/c#.c', revision: '1.2' },
      'https://x.org/a%20b/c%23.c?rev=1.2',
    ],
    ['https://x.org/{path}?rev={revision}', { path: 'a.c' }, undefined],
    ['{base}/{path}', { base: 'http://h/cgi/', path: 'a.c' }, 'http://h/cgi/a.c'],
    ['{base}/{path}', { base: 'command:x', path: 'a.c' }, undefined],
    ['javascript:{number}', { number: '1' }, undefined],
    ['https://x.org/{number}', { number: '1/../2' }, 'https://x.org/1%2F..%2F2'],
    ['https://x.org/{unknown}', {}, undefined],
    ['https://x.org/all', {}, 'https://x.org/all'],
  ];
  for (const [template, parts, right] of templates)
    it(`${template} of ${JSON.stringify(parts)}`, () => equal(addressFrom(template, parts), right));

  /** [settings, place, addresses] */
  const links: readonly (readonly [LinkSettings, string, string[]])[] = [
    [{ site: 'netbsd' }, '(PR ^fw/1201)', ['https://gnats.netbsd.org/1201']],
    [
      { site: 'netbsd', templates: { report: 'https://b.org/{category}?{number}' } },
      '(PR ^fw/1201)',
      ['https://b.org/fw?1201'],
    ],
    [
      { templates: { ticket: 'https://t.org/{release}/{ticket}' } },
      '(requested by ines in ticket ^#31)',
      ['https://t.org/1/31'],
    ],
    [{ site: 'viewvc' }, '(PR ^fw/1201)', []],
    [{ templates: { author: 'https://w.org/~{author}' } }, 'ok ^tomas@', ['https://w.org/~tomas']],
  ];
  for (const [settings, marked, right] of links)
    it(`${JSON.stringify(settings)} at ${marked}`, () => {
      const { revision } = place(marked);
      const made = subjectLinks(log, at(marked) as NamedSubject, revision, settings);
      deepEqual(
        made.map(({ address }) => address),
        right,
      );
    });

  it('of a revision, its change and its file', () => {
    const settings = { site: 'viewvc', base: 'https://h.org/v', root: '/src/' } as const;
    const valve = log.histories.revisionsOf(3)[0];
    deepEqual(
      revisionLinks(log, valve, settings).map(({ address }) => address),
      [
        'https://h.org/v/firmware/pump/valve.c?revision=1.5&view=markup',
        'https://h.org/v/firmware/pump/valve.c?r1=1.4&r2=1.5',
        'https://h.org/v/firmware/pump/valve.c?view=log',
      ],
    );
  });
});

function place(marked: string): { line: number; column: number; revision: number | undefined } {
  const words = marked.replace('^', '');
  const line = lines.findIndex((each) => each.replaceAll('\u00a0', ' ').includes(words));
  const column = lines[line]!.replaceAll('\u00a0', ' ').indexOf(words) + marked.indexOf('^');
  return { line, column, revision: log.histories.revisionAt(line) };
}

function at(marked: string): Subject | undefined {
  const { line, column, revision } = place(marked);
  const isFirstLine = revision !== undefined && log.histories.linesOf(revision)[0] === line;
  const where = { line: lines[line]!, revision, isFirstLine, above: lines[line - 1] ?? '' };
  return subjectAt(log, where, column);
}

function nameOf(subject: Subject): string {
  if (subject.kind === 'revision' || subject.kind === 'branch') return subject.kind;
  return titleOf(log, subject);
}
