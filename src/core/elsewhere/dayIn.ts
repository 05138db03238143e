import { dayOf, monthOf, NO_DATE, type Day } from '../history/dates';

/** The day in a date as mails and git print it: `2010-03-31`, `Wed, 31 Mar 2010`, `Wed Mar 31 10:00:00 UTC 2010`. */
export function dayIn(text: string): Day {
  const iso = /\b(\d{4})-(\d\d)-(\d\d)\b/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [, date] = /(?<![:\d+-])\b(\d{1,2})\b(?![:\d])/.exec(text) ?? [];
  const [, year] = /(?<![+-])\b(\d{4})\b/.exec(text) ?? [];
  for (const word of text.match(/\b[A-Z][a-z]{2}\b/g) ?? []) {
    const month = monthOf(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2));
    if (month > 0) return dayOf(Number(year), month, Number(date));
  }
  return NO_DATE;
}
