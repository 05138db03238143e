import type { Day } from '../history/dates';
import { count } from '../text/count';

/** How long ago a day was: `3 years ago`; undefined in the future. */
export function ageOf(day: Day, today: Day): string | undefined {
  const days = today - day;
  if (days < 0) return undefined;
  if (days === 0) return 'today';
  if (days < 31) return `${count(days, 'day')} ago`;
  if (days < 365) return `${count(Math.floor(days / 30.44), 'month')} ago`;
  return `${count(Math.floor(days / 365.2425), 'year')} ago`;
}

export function today(): Day {
  return Math.floor(Date.now() / 86_400_000);
}
