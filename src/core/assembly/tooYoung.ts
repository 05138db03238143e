import type { Entries } from '../formats/entries';
import { daysLate, NO_DATE } from '../history/dates';
import { isNextLower } from '../history/numbers';
import type { FileState } from './fileState';

/** Beyond so many days a single revision that is younger than a newer one is of another file. */
const YEAR = 365;
/** Beyond so many days two in a row are: one clock is not wrong twice by so much. */
const WEEKS = 14;

/**
 * Is entry e the next lower by its number, but too young for it, so that it is of another file? Not
 * where one clock was wrong: then the dates around it agree.
 *
 *     1.5  2004        1.5  2004        1.4  31-Mar     another file begins
 *     1.4  2030        1.4  1970        1.3  30-Mar     at 1.2
 *     1.3  2003        1.3  2003        1.2  29-Apr
 *                                       1.1  28-Apr
 */
export function isTooYoung(
  entries: Entries,
  { last, lastDay, dayAbove }: FileState,
  e: number,
): boolean {
  const { day, number, numbers, count } = entries;
  const here = day[e]!;
  const late = daysLate(here, lastDay);
  if (late <= WEEKS || !isNextLower(numbers, last, number[e]!)) return false;
  if (dayAbove !== NO_DATE && daysLate(here, dayAbove) === 0) return false;
  const isChained = e + 1 < count && isNextLower(numbers, number[e]!, number[e + 1]!);
  const isNextLate = isChained && day[e + 1] !== NO_DATE && daysLate(day[e + 1]!, lastDay) > 0;
  return isNextLate || (late > YEAR && !isChained);
}
