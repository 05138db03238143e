import type { Entries } from '../formats/entries';
import { daysLate, NO_DATE } from '../history/dates';
import { isNextLower } from '../history/numbers';
import type { FileState } from './fileState';

/** Beyond so many days no clock is to blame alone. */
const YEAR = 365;

/**
 * Is entry e the next lower by its number, but younger by years, so that it may be of another file?
 * Not where one clock was wrong: then the dates around it agree.
 *
 *     1.5  2004        1.5  2004
 *     1.4  2030        1.4  1970
 *     1.3  2003        1.3  2003
 */
export function isYearsLate(
  entries: Entries,
  { last, lastDay, dayAbove }: FileState,
  e: number,
): boolean {
  const { day, number, numbers, count } = entries;
  const here = day[e]!;
  if (daysLate(here, lastDay) <= YEAR) return false;
  if (dayAbove !== NO_DATE && daysLate(here, dayAbove) === 0) return false;
  const isChained = e + 1 < count && isNextLower(numbers, number[e]!, number[e + 1]!);
  const isAlone = isChained && day[e + 1] !== NO_DATE && daysLate(day[e + 1]!, lastDay) === 0;
  return isNextLower(numbers, last, number[e]!) && !isAlone;
}
