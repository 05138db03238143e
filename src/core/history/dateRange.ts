import { dayOf, NO_DATE, type Day } from './dates';

/** The first or the last day of a year, a month or a day. */
export function edgeOf(text: string, edge: 'first' | 'last'): Day | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const y = Number(year);
  if (day !== undefined) return known(dayOf(y, Number(month), Number(day)));
  if (edge === 'first') return known(dayOf(y, Number(month ?? 1), 1));
  const next =
    month === undefined || month === '12' ? dayOf(y + 1, 1, 1) : dayOf(y, Number(month) + 1, 1);
  return next === NO_DATE ? undefined : next - 1;
}

function known(day: Day): Day | undefined {
  return day === NO_DATE ? undefined : day;
}
