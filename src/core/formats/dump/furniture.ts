import { firstNotBelow } from '../../columns/search';
import type { Entries, Unfolded } from '../entries';
import { readMonths } from '../../history/months';
import { dayOf } from '../../history/dates';
import { decode } from '../../text/decode';
import { endOfLine, nextLine, startsWith } from '../../text/lines';

export const TAGS = 'Revision tags:';

/** What a name of a tag may be; see `cvs tag`. */
const TAG = /^[A-Za-z][\w-]*$/;

/** The tags of a row `Revision tags: a, b`; undefined where it names none. */
export function readTags(bytes: Uint8Array, i: number, end: number): string[] | undefined {
  const text = decode(bytes, i + TAGS.length, endOfLine(bytes, i, Math.min(end, i + 65_536)));
  const tags = text.split(/[\s,]+/).filter((word) => word !== '');
  return tags.length > 0 && tags.every((tag) => TAG.test(tag)) ? tags : undefined;
}

/**
 * Rows of tags are furniture where the page's head offers to show them, or where they stand above
 * several revisions; a single one in another page is a line that someone typed.
 */
export function keepTagRows(entries: Entries, offersTags: readonly boolean[]): void {
  const { pages, tagRows, extras } = entries;
  const all = [...tagRows].sort(([a], [b]) => a - b);
  const above = all.map(([e]) => e);
  for (const [i, { firstEntry }] of pages.entries()) {
    const end = pages[i + 1]?.firstEntry ?? entries.count;
    const rows = all.slice(firstNotBelow(above, firstEntry), firstNotBelow(above, end));
    const isFurniture = offersTags[i] === true || rows.length > 1 || rows[0]?.[0] === firstEntry;
    for (const [e, { tags }] of rows) {
      if (isFurniture) extras.set(e, { ...extras.get(e), tags });
      else tagRows.delete(e);
    }
  }
}

/** A date whose month has a name of another language. */
export interface NamedDate {
  readonly entry: number;
  readonly word: string;
  readonly year: number;
  readonly date: number;
}

/** Gives all such dates of a log their days, by the language that knows most of their months. */
export function settleMonths(entries: Entries, dates: readonly NamedDate[]): void {
  if (dates.length === 0) return;
  const months = readMonths(dates.map(({ word }) => word));
  for (const { entry, word, year, date } of dates) {
    entries.day[entry] = dayOf(year, months.get(word) ?? 0, date);
  }
}

const SHOW_MORE = /^[\s\u00a0]*show (?:more|less)(?:[\s\u00a0]*(?:\.\.\.|…))?[\s\u00a0]*$/i;

/**
 * A long message stands twice in newer pages, its beginning and then the whole, and behind them the
 * words of a switch, of which a saved page has some or all:
 *
 *     Make the ramp twice as st          summary
 *
 *     Make the ramp twice as steep.      message
 *
 *     show more ...
 *
 * Undefined where the text [from, to) ends in no such words.
 */
export function unfold(bytes: Uint8Array, from: number, to: number): Unfolded | undefined {
  let end = to;
  let lineStart = end;
  let isFolded = false;
  for (;;) {
    while (end > from && bytes[end - 1]! <= 0x20) end--;
    lineStart = end;
    const least = Math.max(from, end - LONGEST_SWITCH - 1);
    while (lineStart > least && bytes[lineStart - 1] !== 10 && bytes[lineStart - 1] !== 13) {
      lineStart--;
    }
    if (end - lineStart > LONGEST_SWITCH || !isSwitch(bytes, lineStart, end)) break;
    isFolded = true;
    end = lineStart;
  }
  if (!isFolded) return undefined;
  const whole = wholeBehindSummary(bytes, from, end);
  return whole === undefined
    ? { from, to: end, isCut: true }
    : { from: whole, to: end, isCut: false };
}

/** A line of more bytes is no switch. */
const LONGEST_SWITCH = 40;

function isSwitch(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && (bytes[at]! <= 0x20 || bytes[at] === 0xc2 || bytes[at] === 0xa0)) at++;
  return (bytes[at]! | 0x20) === 0x73 && SHOW_MORE.test(decode(bytes, from, to));
}

/**
 * May the text above offset i end in the words of a switch? They end in a letter, a full stop, an
 * ellipsis or a no-break space. Cheap, for every entry is asked.
 */
export function mayBeFolded(bytes: Uint8Array, i: number): boolean {
  let at = i - 1;
  while (at > 0 && bytes[at]! <= 0x20) at--;
  if (bytes[at] === 0x2e) return bytes[at - 1] === 0x2e && bytes[at - 2] === 0x2e;
  return bytes[at] === 0xa6 || bytes[at] === 0xa0 || isMoreOrLess(bytes, at);
}

/** `show more`, `show less`. */
function isMoreOrLess(bytes: Uint8Array, end: number): boolean {
  const start = end - 3;
  return startsWith(bytes, start, 'more') || startsWith(bytes, start, 'less');
}

/** A summary is far shorter, in bytes; what is longer is no summary. */
const LONGEST_SUMMARY = 4096;

/** Where the whole message starts behind its summary: the last line from which on the text repeats. */
function wholeBehindSummary(bytes: Uint8Array, from: number, to: number): number | undefined {
  let whole: number | undefined;
  const stop = Math.min(to, from + LONGEST_SUMMARY);
  for (let at = from; at < stop;) {
    const next = nextLine(bytes, endOfLine(bytes, at, to), to);
    if (next >= to) break;
    const summary = plain(decode(bytes, from, next))
      .replace(/(?:\.\.\.|…)$/, '')
      .trimEnd();
    const rest = plain(decode(bytes, next, Math.min(to, next + 2 * (next - from) + 100)));
    if (summary !== '' && rest.startsWith(summary)) whole = next;
    at = next;
  }
  return whole;
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
