import { NO_DATE } from '../../history/dates';
import { NO_NUMBER } from '../../history/numbers';
import { decode } from '../../text/decode';
import { endOfLine, isBlank } from '../../text/lines';
import { endOfWord, hasTab, LONGEST_FIELD, noBreakSpace, skipBlanks, TAB } from './blanks';
import { LONGEST_DATE, DASH, readDate, digit } from './dateField';
import { couldBeDate } from './dateText';
import type { Header } from './fields';
import { readNumber } from './numberField';

const BRACKET = 0x28;

const CLOSING_BRACKET = 0x29;

export function readLooseFields(
  bytes: Uint8Array,
  at: number,
  end: number,
  header: Header,
): boolean {
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
export function readRunTogether(
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
  header.loose = header.isSpecial = true;
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
