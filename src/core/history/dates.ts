import type { Id } from '../columns/ids';

/** A day as a count from 1970-01-01, or NO_DATE. */
export type Day = Id<'day'>;

export const NO_DATE: Day = -0x80000000;

export const SECONDS_A_DAY = 86_400;

/** A time of day that is not known, in a column of seconds since midnight, UTC. */
export const NO_TIME = -1;

/**
 * Clocks go wrong and time zones differ: a date may be so many days before that of an older revision
 * and says nothing by it.
 */
export const CLOCK_TOLERANCE = 2;

/** How many days a day is after another beyond what clocks explain; 0 where that is not so. */
export function daysLate(day: Day, than: Day): number {
  if (day === NO_DATE || than === NO_DATE) return 0;
  const days = day - than;
  return days > CLOCK_TOLERANCE ? days : 0;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** By five bits of each of three letters. */
const monthByLetters = new Uint8Array(1 << 15);
for (const [i, name] of MONTHS.entries()) {
  monthByLetters[lettersKey(name.charCodeAt(0), name.charCodeAt(1), name.charCodeAt(2))] = i + 1;
}

function lettersKey(a: number, b: number, c: number): number {
  return ((a & 31) << 10) | ((b & 31) << 5) | (c & 31);
}

/** 1 to 12 for the first three letters of a month's English name in any case, else 0. */
export function monthOf(a: number, b: number, c: number): number {
  return isLetter(a) && isLetter(b) && isLetter(c) ? monthByLetters[lettersKey(a, b, c)]! : 0;
}

function isLetter(byte: number): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

/** The day of a date of the Gregorian calendar; NO_DATE where the calendar has no such date. */
export function dayOf(year: number, month: number, date: number): Day {
  if (year < 1 || month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return NO_DATE;
  // Years that start in March put the leap day last (Howard Hinnant, "chrono-compatible
  // low-level date algorithms").
  const y = month <= 2 ? year - 1 : year;
  const era = (y / 400) | 0;
  const yearOfEra = y - era * 400;
  const dayOfYear = (((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0) + date - 1;
  const dayOfEra = yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The seconds that a zone such as `-04` or `+0530` is ahead of UTC; 0 where there is none. */
export function secondsAhead(zone = ''): number {
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):?(\d\d)?/.exec(zone) ?? [];
  return (Number(hours) * 3600 + Number(minutes) * 60) * (sign === '-' ? -1 : 1);
}

/** A local time that is so many seconds ahead of UTC, as day and seconds since midnight in UTC. */
export function inUtc(day: Day, local: number, ahead: number): { day: Day; time: number } {
  if (day === NO_DATE) return { day, time: NO_TIME };
  const time = local - ahead;
  const days = Math.floor(time / SECONDS_A_DAY);
  return { day: day + days, time: time - days * SECONDS_A_DAY };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `2010-03-31`, or null for NO_DATE. */
export function isoDate(day: Day): string | null {
  return day === NO_DATE ? null : new Date(day * 86_400_000).toISOString().slice(0, 10);
}
