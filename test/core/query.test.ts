import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { isoDate } from '../../src/core/history/dates';
import { finish } from '../../src/core/log';
import { globOf } from '../../src/core/query/glob';
import { findChangesets } from '../../src/core/query/match';
import type { Term } from '../../src/core/query/parse';
import { queryFor } from '../../src/core/query/queryFor';
import { read } from './write';

/** A term as `-author ^ada$`, a problem as `4-9: sentence`. */
function told(text: string): string {
  const { terms, problems } = queryFor(LOG, text);
  const day = (at: number): string => (Number.isFinite(at) ? isoDate(at)! : '');
  const value = (term: Term): string => {
    if (term.key === 'date') return `${day(term.first)}..${day(term.last)}`;
    const [, first] = Object.values(term).filter(
      (part: unknown) => part !== term.isNegated,
    ) as unknown[];
    return first instanceof RegExp ? first.source : String(first);
  };
  return [
    ...terms.map((term) => `${term.isNegated ? '-' : ''}${term.key} ${value(term)}`),
    ...problems.map(({ from, to, sentence }) => `${from}-${to}: ${sentence}`),
  ].join('; ');
}

/** [query, what is understood] */
const queries: [string, string][] = [
  ['', ''],
  ['Fix clock', 'text fix; text clock'],
  ['"fix clock"', 'text fix clock'],
  ['"say \\"so\\""', 'text say "so"'],
  ['-fix - "-x"', '-text fix; text -; text -x'],
  [String.raw`/ix\(4\)\/5/`, String.raw`pattern ix\(4\)\/5`],
  ['/cvs/src and/or', 'text /cvs/src; text and/or'],
  ['http://a.b', 'text http://a.b'],
  ['author:Ada -branch:rel-*', 'author ^Ada$; -branch ^rel-.*$'],
  ['AUTHOR:"Ada L"', 'author ^Ada L$'],
  ['date:2006', 'date 2006-01-01..2006-12-31'],
  ['date:2006-02', 'date 2006-02-01..2006-02-28'],
  ['date:2006..2009-05', 'date 2006-01-01..2009-05-31'],
  ['date:..2009-05-04', 'date ..2009-05-04'],
  ['date:2006..', 'date 2006-01-01..'],
  ['rev:1.54 ticket:#12 pr:kern/77 pr:77', 'rev 1.54; ticket 12; pr kern/77; pr 77'],
  ['kind:pullup kind:pull-up', 'kind pullup; kind pullup'],
  [
    'fix date:soon',
    'text fix; 4-13: A date is 2006, 2006-05 or 2006-05-31; from and to are 2006..2009.',
  ],
  ['date:2006-02-30', '0-15: A date is 2006, 2006-05 or 2006-05-31; from and to are 2006..2009.'],
  ['kind:x', '0-6: A kind is pullup, sync, merge or placeholder.'],
  ['author: fix', 'text fix; 0-7: “author:” needs a value behind the colon.'],
  ['"fix', '0-4: The quotation mark at its end is missing.'],
  ['/(a+)+/', '0-7: A repeated group must not repeat what is in it: it may take forever.'],
  ['/(/', '0-3: This is no regular expression.'],
  ['in:nowhere', '0-10: There is no branch, release or tag “nowhere”. There are trunk.'],
  ['rev:x', '0-5: A revision is a number such as 1.54.2.1.'],
];

/** [glob, is it of a path, what it fits, what it does not fit] */
const globs: [string, boolean, string[], string[]][] = [
  ['ada', false, ['ada', 'ADA'], ['adam']],
  ['rel-*', false, ['rel-1', 'rel-'], ['xrel-1']],
  ['*.c', true, ['a.c', 'dev/a.c'], ['a.cc']],
  ['dev/*.c', true, ['dev/a.c', 'x/dev/a.c'], ['dev/x/a.c', 'mydev/a.c']],
  ['dev/**/a.c', true, ['dev/a.c', 'dev/x/y/a.c'], ['dev/x/a.h']],
  ['dev/', true, ['dev/a.c', 'x/dev/y/a.c'], ['dev']],
  ['a?c', true, ['abc'], ['a/c', 'ac']],
  ['a.c', true, ['a.c'], ['abc']],
];

const LOG = read([
  '1.3 [1.3.2] @2005-03-01 ada: Fix the clock, PR kern/123.',
  '1.2 @2004-02-01 bo: Sync with HEAD.',
  '1.1 @2004-01-01 ada: Start (again).',
  '1.3.2.2 @2006-01-01 bo: file b.c was added on branch rel-1 on 2006-01-01 00:00:00 +0000',
  '1.3.2.1 @2005-04-01 cy: Pull up revision 1.3 (requested by ada in ticket #7).',
  '1.2 @2005-03-01 ada: Fix the clock, PR kern/123.',
  '1.1 @2004-01-05 cy: Valve.',
]);

/** [query, the commits that are found, oldest first, by their days] */
const found: [string, string][] = [
  ['', '2004-01-01 2004-01-05 2004-02-01 2005-03-01 2005-04-01 2006-01-01'],
  ['clock', '2005-03-01'],
  ['CLOCK', '2005-03-01'],
  ['/clock|valve/', '2004-01-05 2005-03-01'],
  ['again).', '2004-01-01'],
  ['author:ada', '2004-01-01 2005-03-01'],
  ['-author:ada date:2004', '2004-01-05 2004-02-01'],
  ['branch:trunk date:2005..', '2005-03-01'],
  ['branch:1.3.2', '2005-04-01 2006-01-01'],
  ['-branch:trunk ticket:7', '2005-04-01'],
  ['ticket:8', ''],
  ['pr:123', '2005-03-01'],
  ['pr:kern/123 rev:1.3', '2005-03-01'],
  ['rev:1.3.2', '2005-04-01 2006-01-01'],
  ['kind:pullup', '2005-04-01'],
  ['kind:sync', '2004-02-01'],
  ['kind:placeholder', '2006-01-01'],
  ['author:x', ''],
];

describe('a query', () => {
  for (const [text, expected] of queries) it(text, () => equal(told(text), expected));
  it('never throws, and its problems stand in it', () => {
    const piece = fc.constantFrom(
      'a',
      '-',
      ':',
      '"',
      '/',
      '\\',
      ' ',
      '(',
      '*',
      'date:',
      'rev:',
      '..',
      '2',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        for (const { from, to } of queryFor(LOG, text).problems) ok(from < to && to <= text.length);
      }),
    );
  });
});

describe('a glob', () => {
  for (const [glob, isPath, fits, others] of globs) {
    it(`${glob}${isPath ? ' of a path' : ''}`, () => {
      const pattern = globOf(glob, isPath);
      for (const name of fits) ok(pattern.test(name), name);
      for (const name of others) ok(!pattern.test(name), name);
    });
  }
});

describe('commits that a query finds', () => {
  for (const [text, expected] of found) {
    it(text === '' ? '(all)' : text, () => {
      const ids = finish(findChangesets(LOG, queryFor(LOG, text)));
      const days = Array.from(ids, (id) => isoDate(LOG.recovery.changesets.day(id)));
      equal(days.join(' '), expected);
    });
  }
});
