import { dayOf, monthOf, NO_DATE, NO_TIME, type Day } from '../../history/dates';
import type { Extra } from '../../history/histories';
import { LARGEST_PART, NO_NUMBER, TRUNK, type NumberId, type Numbers } from '../../history/numbers';
import { decode } from '../../text/decode';
import type { InternedText } from '../../text/intern';
import { endOfLine, isBlank, startsWith } from '../../text/lines';
import { printable } from '../../text/printable';
import {
  endOfWord,
  findNoBreakSpace,
  hasTab,
  LONGEST_FIELD,
  noBreakSpace,
  skipBlanks,
} from './blanks';
import { couldBeDate, readDateText } from './dateText';

/** A number with more parts is none. CVS itself gives up far below. */
const MOST_PARTS = 64;

/** What stands in a number's place is kept up to so many bytes; longer it is text. */
const LONGEST_WORD = 80;
/** A date with its time and zone is shorter, in bytes. */
const LONGEST_DATE = 60;

const HASH = 0x23;
const TILDE = 0x7e;
const DASH = 0x2d;
const BRACKET = 0x28;
const CLOSING_BRACKET = 0x29;
const TAB = 9;

/** The fields of the line read last; one object serves a whole scan. */
export class Header {
  number: NumberId = NO_NUMBER;
  day: Day = NO_DATE;
  /** Seconds since midnight, UTC, or NO_TIME. */
  time = NO_TIME;
  /** The name of a month that is not English: the day waits for the language of its page. */
  month: { readonly word: string; readonly year: number; readonly date: number } | undefined;
  author = 0;
  /** Offset of the author, where the author's end is a guess: the first blank, or nothing at all. */
  guessedAuthor: { readonly from: number; readonly isRunTogether: boolean } | undefined;
  extra: Extra | undefined;
  /** Does the row begin with the mark that a file's own page has? */
  hasMark = false;
  /** Offset behind the fields. */
  body = 0;
  loose = false;

  constructor(
    readonly numbers: Numbers,
    readonly authors: InternedText,
  ) {}
}

/**
 * Reads the line at offset i as the first line of a revision:
 *
 *     ⍽1.9⍽31-Mar-2010⍽ dyoung⍽Include more sources      ⍽ is U+00A0, in UTF-8 or Latin-1
 *      1.9 31-Mar-2010  dyoung Include more sources      after an editor or a mail: loose
 *     # 1.9 <TAB> 31-Mar-2010 <TAB> dyoung <TAB> Include ...      a file's own page
 *
 * Behind the number may stand who has it locked, or that it is dead. Between no-break spaces, one
 * field of number and date may make no sense and the line still opens an entry: a word in the
 * number's place becomes the number. Between blanks the number must be one.
 */
export function readHeader(bytes: Uint8Array, i: number, end: number, header: Header): boolean {
  let at = i + noBreakSpace(bytes, i);
  const isStrict = at > i;
  if (!isStrict) at = skipBlanks(bytes, i, end);
  header.extra = header.month = header.guessedAuthor = undefined;
  header.time = NO_TIME;
  header.hasMark = bytes[at] === HASH;
  if (header.hasMark) at = skipBlanks(bytes, at + 1, end);
  let after = readNumber(bytes, at, end, header);
  const gap = noBreakSpace(bytes, after);
  if (gap > 0 && after > at) {
    // A row of a file's page has an empty column for the buttons.
    const next = header.hasMark ? skipBlanks(bytes, after, end) : after + gap;
    if (header.number !== NO_NUMBER || !header.hasMark) {
      if (header.number !== NO_NUMBER) return readFields(bytes, next, end, header);
      return isStrict && readWord(bytes, at, after, next, end, header);
    }
  }
  if (header.number === NO_NUMBER && bytes[at] === TILDE)
    after = readStruck(bytes, at, end, header);
  if (header.number !== NO_NUMBER) {
    if (isBlank(bytes[after] ?? 0)) {
      const behind = readAnnotation(bytes, after, end, header);
      if (isStrict && behind > after && noBreakSpace(bytes, behind) > 0) {
        return readFields(bytes, behind + noBreakSpace(bytes, behind), end, header);
      }
      if (readLooseFields(bytes, behind, end, header)) return true;
      return isStrict && readWordy(bytes, at, end, header);
    }
    if (bytes[after] === DASH) return readRunTogether(bytes, at, after, end, header);
  }
  if (!isStrict) return isStruck(bytes, after) && readStruckFields(bytes, at, end, header);
  const fieldEnd = findNoBreakSpace(bytes, at, end);
  const next = fieldEnd + noBreakSpace(bytes, fieldEnd);
  return next > fieldEnd && readWord(bytes, at, fieldEnd, next, end, header);
}

/** `1.1 was wrong` in the number's field: what follows the word `revision` in a message that was cut. */
function readWordy(bytes: Uint8Array, at: number, end: number, header: Header): boolean {
  const { number } = header;
  const fieldEnd = findNoBreakSpace(bytes, at, end);
  const next = fieldEnd + noBreakSpace(bytes, fieldEnd);
  header.number = number;
  return next > fieldEnd && fieldEnd - at <= LONGEST_WORD && readFields(bytes, next, end, header);
}

/** Is there a stroke over the character before offset i: U+0336, as a page shows a dead revision? */
function isStruck(bytes: Uint8Array, i: number): boolean {
  return bytes[i] === 0xcc && bytes[i + 1] === 0xb6;
}

/** `1̶.̶2̶ 31-Mar-2010 ada ...` between blanks. */
function readStruckFields(bytes: Uint8Array, at: number, end: number, header: Header): boolean {
  const to = endOfWord(bytes, at, Math.min(end, at + LONGEST_WORD));
  const number = numberIn(decode(bytes, at, to).replaceAll('\u0336', ''), header.numbers);
  if (number === undefined) return false;
  header.number = number;
  header.extra = { state: 'dead' };
  return readLooseFields(bytes, to, end, header);
}

/** Something else stands in the number's place, bytes [at, to). */
function readWord(
  bytes: Uint8Array,
  at: number,
  to: number,
  next: number,
  end: number,
  header: Header,
): boolean {
  header.number = NO_NUMBER;
  if (to - at > LONGEST_WORD || to <= at) return false;
  if (!readFields(bytes, next, end, header)) return false;
  const text = decode(bytes, at, to).trim();
  // Struck through, as a page shows a dead revision: a stroke over each character.
  const plain = text.replace(/\u0336|^[-~]+|[-~]+$/g, '');
  const number = plain === text ? undefined : numberIn(plain, header.numbers);
  if (number !== undefined) header.extra = { ...header.extra, state: 'dead' };
  header.number = number ?? header.numbers.word(printable(text));
  return true;
}

function numberIn(text: string, numbers: Numbers): NumberId | undefined {
  if (!/^\d{1,9}(?:\.\d{1,9})+$/.test(text)) return undefined;
  const parts = text.split('.').map(Number);
  return parts.length % 2 === 0
    ? parts.reduce<NumberId>((id, part) => numbers.child(id, part), TRUNK)
    : undefined;
}

/** `~~1.2~~`: struck through in Markdown, so dead. */
function readStruck(bytes: Uint8Array, at: number, end: number, header: Header): number {
  if (bytes[at + 1] !== TILDE) return at;
  const after = readNumber(bytes, at + 2, end, header);
  if (bytes[after] !== TILDE || bytes[after + 1] !== TILDE) {
    header.number = NO_NUMBER;
    return at;
  }
  header.extra = { state: 'dead' };
  return after + 2;
}

/** ` locked by: bob;` or ` (dead)` behind a number; the offset behind it. */
function readAnnotation(bytes: Uint8Array, at: number, end: number, header: Header): number {
  const from = skipBlanks(bytes, at, end);
  if (startsWith(bytes, from, 'locked by:')) {
    const stop = Math.min(end, from + LONGEST_FIELD);
    let to = from;
    while (to < stop && bytes[to] !== 0x3b && bytes[to] !== 10 && bytes[to] !== 13) to++;
    if (bytes[to] !== 0x3b) return at;
    header.extra = { ...header.extra, lockedBy: decode(bytes, from + 10, to).trim() };
    return to + 1;
  }
  if (startsWith(bytes, from, '(dead)')) {
    header.extra = { ...header.extra, state: 'dead' };
    return from + 6;
  }
  return at;
}

function readFields(bytes: Uint8Array, from: number, end: number, header: Header): boolean {
  // A tab may stand between the columns, too.
  const at = bytes[from] === TAB ? skipBlanks(bytes, from, end) : from;
  let dateEnd = readDate(bytes, at, end, header);
  if (dateEnd < 0 || (noBreakSpace(bytes, dateEnd) === 0 && !isBlank(bytes[dateEnd] ?? 0))) {
    if (header.number === NO_NUMBER) return false;
    header.day = NO_DATE;
    header.month = undefined;
    dateEnd = findNoBreakSpace(bytes, at, end);
    if (noBreakSpace(bytes, dateEnd) === 0) return false;
  }
  let author = dateEnd + noBreakSpace(bytes, dateEnd);
  while (author < end && isBlank(bytes[author]!)) author++;
  const to = findNoBreakSpace(bytes, author, end);
  header.body = to + noBreakSpace(bytes, to);
  if (bytes[header.body] === TAB) header.body++;
  let last = to;
  while (last > author && isBlank(bytes[last - 1]!)) last--;
  header.author = header.authors.add(author, last);
  header.loose = false;
  return true;
}

function readLooseFields(bytes: Uint8Array, at: number, end: number, header: Header): boolean {
  const dateFrom = skipBlanks(bytes, at, end);
  let dateEnd = readDate(bytes, dateFrom, end, header);
  if (dateEnd < 0) {
    header.day = NO_DATE;
    const cell = cellOfDate(bytes, at, end);
    if (cell !== undefined) return readLooseAuthor(bytes, cell, end, true, header);
    dateEnd = endOfWord(bytes, dateFrom, Math.min(end, dateFrom + LONGEST_DATE));
    if (!couldBeDate(decode(bytes, dateFrom, dateEnd))) return false;
  }
  const from = skipBlanks(bytes, dateEnd, end);
  if (from === dateEnd) return false;
  return readLooseAuthor(bytes, from, end, hasTab(bytes, dateEnd, from), header);
}

/**
 * Between tabs, the cell behind the number is the date's, whatever stands in it: the offset of the
 * author's cell behind it, where there is one, and a message's behind that.
 */
function cellOfDate(bytes: Uint8Array, at: number, end: number): number | undefined {
  if (bytes[at] !== TAB) return undefined;
  const lineEnd = endOfLine(bytes, at, Math.min(end, at + LONGEST_FIELD));
  const tab = (from: number): number => {
    while (from < lineEnd && bytes[from] !== TAB) from++;
    return from;
  };
  const date = tab(at + 1);
  const author = tab(date + 1);
  return author < lineEnd && date - at <= LONGEST_DATE && author > date + 1 ? date + 1 : undefined;
}

/** `1.331-Mar-2010ada Third`: no column ends, but a day has two digits. */
function readRunTogether(
  bytes: Uint8Array,
  at: number,
  after: number,
  end: number,
  header: Header,
): boolean {
  if (after - at < 5) return false;
  const isDay = digit(bytes[after - 1]) >= 0 && digit(bytes[after - 2]) >= 0;
  if (!isDay || readNumber(bytes, at, after - 2, header) !== after - 2) return false;
  if (header.number === NO_NUMBER) return false;
  const dateEnd = readDate(bytes, after - 2, end, header);
  if (dateEnd < 0) return false;
  const from = skipBlanks(bytes, dateEnd, end);
  if (from > dateEnd)
    return readLooseAuthor(bytes, from, end, hasTab(bytes, dateEnd, from), header);
  if (bytes[from] === BRACKET) return readLooseAuthor(bytes, from, end, false, header);
  let to = from;
  while (to < end && isAuthorByte(bytes, to)) to++;
  if (to === from) return false;
  setLooseAuthor(header, from, to, to);
  header.guessedAuthor = { from, isRunTogether: true };
  return true;
}

/** An author between blanks: up to a tab, a closing bracket, or the first blank. */
function readLooseAuthor(
  bytes: Uint8Array,
  from: number,
  end: number,
  isTabbed: boolean,
  header: Header,
): boolean {
  const lineEnd = endOfLine(bytes, from, Math.min(end, from + LONGEST_FIELD));
  let to = endOfWord(bytes, from, end);
  if (isTabbed) {
    let tab = from;
    while (tab < lineEnd && bytes[tab] !== TAB) tab++;
    if (tab < lineEnd) to = tab;
  } else if (bytes[from] === BRACKET) {
    let closing = from;
    while (closing < lineEnd && bytes[closing] !== CLOSING_BRACKET) closing++;
    if (closing < lineEnd) to = closing + 1;
  } else if (to > from) {
    to = withAddress(bytes, to, lineEnd);
    header.guessedAuthor = { from, isRunTogether: false };
  }
  if (to === from) return false;
  let last = to;
  while (last > from && isBlank(bytes[last - 1]!)) last--;
  setLooseAuthor(
    header,
    from,
    last,
    to + (noBreakSpace(bytes, to) || (isBlank(bytes[to] ?? 0) ? 1 : 0)),
  );
  return true;
}

/** `Bob <bob@example.org>`: an address belongs to the name before it. */
function withAddress(bytes: Uint8Array, to: number, lineEnd: number): number {
  if (bytes[to] !== 0x20 || bytes[to + 1] !== 0x3c) return to;
  const end = endOfWord(bytes, to + 1, lineEnd);
  return bytes[end - 1] === 0x3e ? end : to;
}

function setLooseAuthor(header: Header, from: number, to: number, body: number): void {
  header.author = header.authors.add(from, to);
  header.body = body;
  header.loose = true;
}

/** A letter or digit of a login name, or a mark inside one: `o'neil`, `j.doe@example.org`. */
function isAuthorByte(bytes: Uint8Array, i: number): boolean {
  const byte = bytes[i]!;
  if (isLoginByte(byte)) return true;
  const isMark = byte === 0x2e || byte === 0x40 || byte === 0x27 || byte === DASH || byte === 0x2b;
  return isMark && isLoginByte(bytes[i + 1] ?? 0);
}

function isLoginByte(byte: number): boolean {
  const isLetter = byte >= 0x61 && byte <= 0x7a;
  return isLetter || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f || byte > 0x7f;
}

/** Reads digits and dots from offset i; header.number is NO_NUMBER where no revision has it. */
function readNumber(bytes: Uint8Array, i: number, end: number, header: Header): number {
  const { numbers } = header;
  let id: NumberId = TRUNK;
  let parts = 0;
  let sound = true;
  header.number = NO_NUMBER;
  for (;;) {
    const from = i;
    let part = 0;
    while (i < end && bytes[i]! >= 0x30 && bytes[i]! <= 0x39) part = part * 10 + bytes[i++]! - 0x30;
    // `commit -r 4.0` makes a 0, but no part begins with one.
    sound &&= i > from && part <= LARGEST_PART && (i === from + 1 || bytes[from] !== 0x30);
    sound &&= parts < MOST_PARTS;
    if (sound) id = numbers.child(id, part);
    parts++;
    if (bytes[i] !== 0x2e || i >= end) break;
    i++;
  }
  if (sound && parts % 2 === 0) header.number = id;
  return i;
}

/**
 * Reads a date at offset i into header.day, NO_DATE where no calendar has it; the offset behind it,
 * or -1 where there is no date. `31-Mar-2010` is read as it comes; other forms as text.
 */
function readDate(bytes: Uint8Array, i: number, end: number, header: Header): number {
  let date = digit(bytes[i]);
  if (date < 0) return isLetterOrBeyond(bytes[i]) ? readOtherDate(bytes, i, end, header) : -1;
  let at = i + 1;
  if (digit(bytes[at]) >= 0) date = date * 10 + digit(bytes[at++]);
  if (bytes[at] !== DASH || bytes[at + 4] !== DASH) return readOtherDate(bytes, i, end, header);
  const month = monthOf(bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!);
  if (month === 0) return readOtherDate(bytes, i, end, header);
  let year = 0;
  for (let k = at + 5; k < at + 9; k++) {
    const next = digit(bytes[k]);
    if (next < 0) return -1;
    year = year * 10 + next;
  }
  if (digit(bytes[at + 9]) >= 0) return -1;
  header.day = dayOf(year, month, date);
  return at + 9;
}

function readOtherDate(bytes: Uint8Array, i: number, end: number, header: Header): number {
  const stop = endOfLine(bytes, i, Math.min(end, i + LONGEST_DATE));
  const found = readDateText(bytes, i, stop);
  if (!found) return -1;
  header.day = found.day;
  header.time = found.time;
  header.month = found.month;
  return found.end;
}

/** A digit of another script, or the name of a month, may begin a date. */
function isLetterOrBeyond(byte = 0): boolean {
  return byte > 0x7f || (byte >= 0x41 && byte <= 0x5a);
}

function digit(byte: number | undefined): number {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : -1;
}
