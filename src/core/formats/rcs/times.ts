import { dayOf, inUtc, NO_DATE, SECONDS_A_DAY, secondsAhead } from '../../history/dates';
import type { Archive } from './archive';
import { fieldsOf } from './dateFields';

/** A stretch of time in seconds since 1970-01-01, with its ends or without. */
export interface Times {
  readonly from: number;
  readonly to: number;
  readonly isInclusive: boolean;
  /** Is only the newest of it meant? */
  readonly isLatest: boolean;
}

const DATE =
  /^(\d{4})[-/](\d\d?)[-/](\d\d?)(?:[T ]+([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?)?\s*(?:UTC|GMT|Z|([+-]\d\d:?\d\d))?$/i;

/**
 * What `-d` means: `2004-01-01<2005-01-01`, `<=2004-01-01`, `2004-01-01<`, or the newest up to a time,
 * several apart by `;`. Undefined where a time is none.
 */
export function timesOf(option: string): readonly Times[] | undefined {
  const times = option
    .split(';')
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const [, left = '', sign, right = ''] = /^([^<>]*)(?:([<>]=?)([^<>]*))?$/.exec(text) ?? [];
      const [a, b] = sign?.startsWith('>') ? [right, left] : [left, right];
      const isLatest = sign === undefined;
      const from = isLatest || a.trim() === '' ? -Infinity : secondsOf(a);
      const to = isLatest ? secondsOf(a) : b.trim() === '' ? Infinity : secondsOf(b);
      return { from, to, isInclusive: isLatest || sign.endsWith('='), isLatest };
    });
  return times.some(({ from, to }) => Number.isNaN(from + to)) ? undefined : times;
}

/** NaN where a text is no time. */
function secondsOf(text: string): number {
  const [, year, month, date, hours = '0', minutes = '0', seconds = '0', zone] =
    DATE.exec(text.trim()) ?? [];
  const day = dayOf(Number(year), Number(month), Number(date));
  const local = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const utc = inUtc(day, local, secondsAhead(zone));
  return day === NO_DATE ? NaN : utc.day * SECONDS_A_DAY + utc.time;
}

export function momentOf(archive: Archive, place: number): number {
  const [year, month, date, hours, minutes, seconds] = fieldsOf(
    archive.bytes,
    archive.dateAt[place]!,
    archive.dateTo[place]!,
  ) as [number, number, number, number, number, number];
  return dayOf(year, month, date) * SECONDS_A_DAY + hours * 3600 + minutes * 60 + seconds;
}

export function isDuring(moment: number, { from, to, isInclusive }: Times): boolean {
  return isInclusive ? moment >= from && moment <= to : moment > from && moment < to;
}

/** Those of the newest moment within a time. */
export function newestWithin(archive: Archive, places: readonly number[], time: Times): number[] {
  const within = places.filter((place) => isDuring(momentOf(archive, place), time));
  const newest = within.reduce(
    (moment, place) => Math.max(moment, momentOf(archive, place)),
    -Infinity,
  );
  return within.filter((place) => momentOf(archive, place) === newest);
}
