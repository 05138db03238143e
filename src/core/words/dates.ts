import { isoDate, type Day } from '../history/dates';

/** `2010-03-31`, or `unknown date`. */
export function dateWords(day: Day): string {
  return isoDate(day) ?? 'unknown date';
}

/** `2010-03-31`, or `2010-03-31 to 2011-04-01`. */
export function spanWords(first: Day, last: Day): string {
  const [from, to] = [dateWords(first), dateWords(last)];
  return from === to ? from : `${from} to ${to}`;
}

/** `2010`, or `2010–2011`. */
export function yearsWords(first: Day, last: Day): string {
  const [from, to] = [yearWords(first), yearWords(last)];
  return from === to ? from : `${from}–${to}`;
}

function yearWords(day: Day): string {
  return isoDate(day)?.replace(/-\d\d-\d\d$/, '') ?? 'unknown year';
}
