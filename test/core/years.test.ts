import { equal } from 'node:assert/strict';
import { dayOf, NO_DATE } from '../../src/core/history/dates';
import { yearsOf } from '../../src/graphs/rowParts';

/** [years of the rows from the top, `?` for none; the sections] */
const cases: [string, string][] = [
  ['', ''],
  ['2009 2009 2008', '2009:2 2008:1'],
  ['2009 2008 2009 2007', '2009:1 2008:2 2007:1'],
  ['? 2009 ? 2008', '?:1 2009:2 2008:1'],
  ['? ?', '?:2'],
];

describe('years of rows', () => {
  for (const [rows, expected] of cases) {
    it(rows || '(none)', () => {
      const years = rows === '' ? [] : rows.split(' ');
      const sections = yearsOf(years.length, (row) =>
        years[row] === '?' ? NO_DATE : dayOf(Number(years[row]), 6, 1),
      );
      equal(sections.map(({ title, count }) => `${title || '?'}:${count}`).join(' '), expected);
    });
  }
});
