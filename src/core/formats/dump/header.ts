import { dayOf, monthOf, NO_DATE } from '../../history/dates';
import { LARGEST_PART, ROOT, type NumberId, type Numbers } from '../../history/numbers';
import type { InternedText } from '../../text/intern';
import { isBlank } from '../../text/lines';
import { NO_NUMBER } from '../entries';

/** No revision of a real repository has more parts. */
const MOST_PARTS = 64;

/** No field has more bytes. */
const LONGEST_FIELD = 4096;

/** The fields of the line read last; one object serves a whole scan. */
export class Header {
  number: NumberId = NO_NUMBER;
  day = NO_DATE;
  author = 0;
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
 *
 * Between no-break spaces, one field of number and date may make no sense (NO_NUMBER, NO_DATE)
 * and the line still opens an entry; between blanks both must.
 */
export function readHeader(bytes: Uint8Array, i: number, end: number, header: Header): boolean {
  let at = i + noBreakSpace(bytes, i);
  if (at === i) at = skipBlanks(bytes, i, end);
  const afterNumber = readNumber(bytes, at, end, header);
  const gap = noBreakSpace(bytes, afterNumber);
  if (gap > 0 && afterNumber > at) return readFields(bytes, afterNumber + gap, end, header);
  if (header.number !== NO_NUMBER && isBlank(bytes[afterNumber] ?? 0)) {
    return readLooseFields(bytes, afterNumber, end, header);
  }
  if (noBreakSpace(bytes, i) === 0) return false;
  header.number = NO_NUMBER;
  const fieldEnd = findNoBreakSpace(bytes, at, end);
  return fieldEnd < end && readFields(bytes, fieldEnd + noBreakSpace(bytes, fieldEnd), end, header);
}

function readFields(bytes: Uint8Array, at: number, end: number, header: Header): boolean {
  let dateEnd = readDate(bytes, at, header);
  if (dateEnd < 0 || noBreakSpace(bytes, dateEnd) === 0) {
    if (header.number === NO_NUMBER) return false;
    header.day = NO_DATE;
    dateEnd = findNoBreakSpace(bytes, at, end);
    if (noBreakSpace(bytes, dateEnd) === 0) return false;
  }
  let from = dateEnd + noBreakSpace(bytes, dateEnd);
  while (from < end && isBlank(bytes[from]!)) from++;
  const to = findNoBreakSpace(bytes, from, end);
  header.body = to + noBreakSpace(bytes, to);
  let last = to;
  while (last > from && isBlank(bytes[last - 1]!)) last--;
  header.author = header.authors.add(from, last);
  header.loose = false;
  return true;
}

function readLooseFields(bytes: Uint8Array, at: number, end: number, header: Header): boolean {
  const dateEnd = readDate(bytes, skipBlanks(bytes, at, end), header);
  if (dateEnd < 0) return false;
  const from = skipBlanks(bytes, dateEnd, end);
  if (from === dateEnd) return false;
  let to = from;
  while (to < end && bytes[to]! > 0x20 && noBreakSpace(bytes, to) === 0) to++;
  if (to === from) return false;
  header.author = header.authors.add(from, to);
  header.body = to + (noBreakSpace(bytes, to) || (isBlank(bytes[to] ?? 0) ? 1 : 0));
  header.loose = true;
  return true;
}

/** Reads digits and dots from offset i; header.number is NO_NUMBER where no revision has it. */
function readNumber(bytes: Uint8Array, i: number, end: number, header: Header): number {
  const { numbers } = header;
  let id: NumberId = ROOT;
  let parts = 0;
  let sound = true;
  header.number = NO_NUMBER;
  for (;;) {
    const from = i;
    let part = 0;
    while (i < end && bytes[i]! >= 0x30 && bytes[i]! <= 0x39) part = part * 10 + bytes[i++]! - 0x30;
    sound &&= i > from && part <= LARGEST_PART && (i === from + 1 || bytes[from] !== 0x30);
    // 0 is a number on the trunk only: in 1.2.0.4 it marks a branch's name, not a revision.
    sound &&= parts < MOST_PARTS && (part > 0 || parts < 2);
    if (sound) id = numbers.child(id, part);
    parts++;
    if (bytes[i] !== 0x2e || i >= end) break;
    i++;
  }
  if (sound && parts % 2 === 0 && (parts === 2 || numbers.part(trunkOf(numbers, id)) > 0)) {
    header.number = id;
  }
  return i;
}

function trunkOf(numbers: Numbers, id: NumberId): NumberId {
  while (numbers.depth(id) > 2) id = numbers.parent(id);
  return id;
}

/**
 * Reads `31-Mar-2010` at offset i into header.day, NO_DATE where no calendar has it; the offset
 * behind it, or -1 where it is not of that form.
 */
function readDate(bytes: Uint8Array, i: number, header: Header): number {
  let date = digit(bytes[i]);
  if (date < 0) return -1;
  let at = i + 1;
  if (digit(bytes[at]) >= 0) date = date * 10 + digit(bytes[at++]);
  if (bytes[at] !== 0x2d || bytes[at + 4] !== 0x2d) return -1;
  const month = monthOf(bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!);
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

function digit(byte: number | undefined): number {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : -1;
}

/** How many bytes the no-break space at offset i takes, 0 where none is. */
function noBreakSpace(bytes: Uint8Array, i: number): number {
  const byte = bytes[i];
  if (byte === 0xc2) return bytes[i + 1] === 0xa0 ? 2 : 0;
  return byte === 0xa0 ? 1 : 0;
}

/** The next no-break space of the line, or the line's end. Inside a UTF-8 sequence, A0 is none. */
function findNoBreakSpace(bytes: Uint8Array, i: number, end: number): number {
  const stop = Math.min(end, i + LONGEST_FIELD);
  for (; i < stop; i++) {
    const byte = bytes[i]!;
    if (byte === 10 || byte === 13) return i;
    if (byte === 0xc2 && bytes[i + 1] === 0xa0) return i;
    if (byte === 0xa0 && !isInsideSequence(bytes, i)) return i;
  }
  return stop;
}

/** Does byte i continue a UTF-8 sequence that is whole? After a Latin-1 letter it does not. */
function isInsideSequence(bytes: Uint8Array, i: number): boolean {
  let lead = i - 1;
  while (lead >= 0 && lead > i - 3 && isContinuation(bytes[lead]!)) lead--;
  const first = bytes[lead] ?? 0;
  if (first < 0xc2 || first > 0xf4) return false;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  for (let k = lead + 1; k < lead + length; k++) {
    if (!isContinuation(bytes[k] ?? 0)) return false;
  }
  return i < lead + length;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

function skipBlanks(bytes: Uint8Array, i: number, end: number): number {
  for (;;) {
    const gap = noBreakSpace(bytes, i) || (i < end && isBlank(bytes[i]!) ? 1 : 0);
    if (gap === 0) return i;
    i += gap;
  }
}
