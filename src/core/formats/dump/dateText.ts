import { dayOf, inUtc, NO_DATE, NO_TIME, secondsAhead, type Day } from '../../history/dates';
import { monthsNamed } from '../../history/months';
import { decode } from '../../text/decode';

/** A date of another form than `31-Mar-2010`. */
export interface DateText {
  readonly day: Day;
  /** Seconds since midnight, UTC, or NO_TIME. */
  readonly time: number;
  /** The name of a month: which it is depends on the language of the page. */
  readonly month:
    { readonly word: string; readonly year: number; readonly date: number } | undefined;
  /** Offset behind it. */
  readonly end: number;
}

/** `2010-03-31`, `2010/03/31 19:00:00 +0000`, `2010-03-31T19:00Z`. */
const ISO =
  /^(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?: ?(Z|UTC|[+-]\d\d(?::?\d\d)?))?)?(?![\w:])/;
/** `11-févr.-2020`, `31-3月-2010`, `15-thg 3-2010`, `12-03-2020`, `21-XII-20`. */
const NAMED = /^(\d{1,2})-([^-\t\n\u00a0]{1,24})-(\d{4}|\d\d)(?!\d)/;
/** `Mar 30, 2010`. */
const MONTH_FIRST = /^(\p{L}{3,12})\.? (\d{1,2}), (\d{4})(?!\d)/u;
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** The calendar of Thailand counts years from 543 before ours; no log has years so late. */
const BUDDHIST = 2400;
const BUDDHIST_AHEAD = 543;

/** Something that was meant for a date: `99-Mar-2010`, `??-Mar-2010`, `31-Xyz-10`. */
const SHAPE = /^(?:[\d?]{1,4}[-/.][^\s\-/]{1,12}[-/.][\d?]{1,4})$/;

export function couldBeDate(word: string): boolean {
  return SHAPE.test(word) && !/^\d+\.\d+\.\d+$/.test(word);
}

/** Reads bytes [from, to) of a line; undefined where they begin with no date. */
export function readDateText(bytes: Uint8Array, from: number, to: number): DateText | undefined {
  const raw = decode(bytes, from, to);
  const text = plainDate(raw);
  const end = (length: number): number => from + byteLength(bytes, from, to, raw.slice(0, length));
  const iso = ISO.exec(text);
  if (iso) {
    const day = dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return { ...instantOf(day, iso), month: undefined, end: end(iso[0].length) };
  }
  const named = NAMED.exec(text);
  const first = named ? null : MONTH_FIRST.exec(text);
  const match = named ?? first;
  if (!match) return undefined;
  const [word, date] = named ? [match[2]!, match[1]!] : [match[1]!, match[2]!];
  const year = yearOf(match[3]!);
  const number = /^\d{1,2}$/.test(word) ? Number(word) : ROMAN.indexOf(word) + 1;
  if (number > 0) {
    const day = dayOf(year, number, Number(date));
    return { day, time: NO_TIME, month: undefined, end: end(match[0].length) };
  }
  if (!/\p{L}/u.test(word) || monthsNamed(word).size === 0) return undefined;
  const month = { word, year, date: Number(date) };
  return { day: NO_DATE, time: NO_TIME, month, end: end(match[0].length) };
}

/** Digits of every script as ours, every dash as `-`; of the same length. */
function plainDate(text: string): string {
  return text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(
      /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\u1040-\u1049]/g,
      digitOf,
    );
}

/** Each block of digits begins at a multiple of 16, or 6 above one. */
function digitOf(digit: string): string {
  const place = digit.charCodeAt(0) & 15;
  return String(place > 9 || /[\u0966-\u09ef]/.test(digit) ? place - 6 : place);
}

/** Two digits are of the years 1969 to 2068, as in POSIX. */
function yearOf(text: string): number {
  const year = Number(text);
  if (text.length === 2) return year < 69 ? 2000 + year : 1900 + year;
  return year > BUDDHIST ? year - BUDDHIST_AHEAD : year;
}

/** Day and second of a match of ISO, its zone taken away. */
function instantOf(
  day: Day,
  [, , , , hours, minutes, seconds, zone]: RegExpExecArray,
): { day: Day; time: number } {
  if (hours === undefined) return { day, time: NO_TIME };
  const local = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
  return inUtc(day, local, secondsAhead(zone));
}

/** How many of the bytes a beginning of their text takes, whatever encoding they are in. */
function byteLength(bytes: Uint8Array, from: number, to: number, text: string): number {
  for (let end = from + text.length; end <= to; end++) {
    if (decode(bytes, from, end) === text) return end - from;
  }
  return to - from;
}
