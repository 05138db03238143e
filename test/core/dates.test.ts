import { equal } from 'node:assert/strict';
import fc from 'fast-check';
import { dayOf, isoDate, NO_DATE, secondsAhead } from '../../src/core/history/dates';

describe('days', () => {
  it('are those of the calendar', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          const day = dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
          equal(day, Math.floor(date.getTime() / 86_400_000));
          equal(isoDate(day), date.toISOString().slice(0, 10));
        },
      ),
      { numRuns: 1000 },
    );
  });

  for (const [year, month, date] of [
    [2003, 2, 29],
    [1900, 2, 29],
    [2004, 4, 31],
    [2004, 1, 0],
  ] as const)
    it(`none is ${[year, month, date].join('-')}`, () => equal(dayOf(year, month, date), NO_DATE));
});

describe('zones', () => {
  for (const [zone, seconds] of [
    [undefined, 0],
    ['UTC', 0],
    ['-04', -14_400],
    ['-0400', -14_400],
    ['+05:30', 19_800],
    ['-0330', -12_600],
  ] as const)
    it(String(zone), () => equal(secondsAhead(zone), seconds));
});
