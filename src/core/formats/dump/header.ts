import { NO_DATE } from '../../history/dates';
import { NO_NUMBER } from '../../history/numbers';
import { decode } from '../../text/decode';
import { isBlank } from '../../text/lines';
import { printable } from '../../text/printable';
import { endOfWord, findNoBreakSpace, noBreakSpace, skipBlanks, TAB } from './blanks';
import { DASH, readDate } from './dateField';
import { type Header, setExtra } from './fields';
import { readLooseFields, readRunTogether } from './looseFields';
import { TILDE, readNumber, readStruck, isStruck, readAnnotation } from './numberField';
import { withoutEnd } from '../../text/cut';

/** What stands in a number's place is kept up to so many bytes; longer it is text. */
const LONGEST_WORD = 80;

const FULL_STOP = 0x2e;
const HASH = 0x23;

/**
 * Reads the line at offset i as the first line of a revision:
 *
 *     ⍽1.9⍽31-Mar-2010⍽ dyoung⍽Include more sources      ⍽ is U+00A0, in UTF-8 or Latin-1
 *      1.9 31-Mar-2010  dyoung Include more sources      after an editor or a mail: loose
 *     # 1.9 <TAB> 31-Mar-2010 <TAB> dyoung <TAB> Include ...      a file's own page
 *
 * Behind the number may stand who has it locked, or that it is dead. Between no-break spaces, one
 * field of three may make no sense or be gone and the line still opens an entry: a word in the
 * number's place becomes the number. Between blanks the number must be one.
 */
export function readHeader(bytes: Uint8Array, i: number, end: number, header: Header): boolean {
  let at = i + noBreakSpace(bytes, i);
  const isStrict = at > i;
  if (!isStrict) at = skipBlanks(bytes, i, end);
  if (header.isSpecial) header.reset();
  if (bytes[at] === HASH) {
    header.isSpecial = header.hasMark = true;
    at = skipBlanks(bytes, at + 1, end);
  }
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

/** `1̶.̶2̶ 31-Mar-2010 ada ...` between blanks. */
function readStruckFields(bytes: Uint8Array, at: number, end: number, header: Header): boolean {
  const to = endOfWord(bytes, at, Math.min(end, at + LONGEST_WORD));
  const number = header.numbers.revision(decode(bytes, at, to).replaceAll('\u0336', ''));
  if (number === NO_NUMBER) return false;
  header.number = number;
  setExtra(header, { state: 'dead' });
  return readLooseFields(bytes, to, end, header);
}

/** Something else stands in the number's place, bytes [at, to), or nothing before the date. */
function readWord(
  bytes: Uint8Array,
  at: number,
  to: number,
  next: number,
  end: number,
  header: Header,
): boolean {
  header.number = NO_NUMBER;
  if (to - at > LONGEST_WORD) return false;
  if (to === at || readDate(bytes, at, to, header) === to) {
    if (!readFields(bytes, to === at ? next : at, end, header)) return false;
    header.number = header.numbers.word('');
    return true;
  }
  if (!readFields(bytes, next, end, header)) return false;
  const text = decode(bytes, at, to).trim();
  // Struck through, as a page shows a dead revision: a stroke over each character.
  const plain = withoutEnd(text.replace(/\u0336|^[-~]+/g, ''), '-~');
  const number = plain === text ? NO_NUMBER : header.numbers.revision(plain);
  const isStruckOut = number !== NO_NUMBER;
  if (isStruckOut) setExtra(header, { ...header.extra, state: 'dead' });
  header.number = isStruckOut ? number : header.numbers.word(printable(text));
  return true;
}

function readFields(bytes: Uint8Array, from: number, end: number, header: Header): boolean {
  // A tab may stand between the columns, too.
  const at = bytes[from] === TAB ? skipBlanks(bytes, from, end) : from;
  let dateEnd = readDate(bytes, at, end, header);
  const hasDate =
    dateEnd >= 0 && (noBreakSpace(bytes, dateEnd) > 0 || isBlank(bytes[dateEnd] ?? 0));
  if (!hasDate) {
    if (header.number === NO_NUMBER) return false;
    header.day = NO_DATE;
    header.month = undefined;
    dateEnd = findNoBreakSpace(bytes, at, end);
    if (noBreakSpace(bytes, dateEnd) === 0) return false;
  }
  let author = dateEnd + noBreakSpace(bytes, dateEnd);
  const column = author;
  while (author < end && isBlank(bytes[author]!)) author++;
  let to = findNoBreakSpace(bytes, author, end);
  header.body = to + noBreakSpace(bytes, to);
  if (header.body === to && author === column) {
    // Only one field of the two has an end, and a message stands in the column of the author.
    if (!hasDate) [author, to] = [skipBlanks(bytes, at, dateEnd), dateEnd];
    else if (!isName(bytes, author, to)) to = author;
    if (to <= column) header.body = column;
  }
  if (bytes[header.body] === TAB) header.body++;
  let last = to;
  while (last > author && isBlank(bytes[last - 1]!)) last--;
  header.author = header.authors.add(author, last);
  header.loose = false;
  return true;
}

/** Can bytes [from, to) be an author's name? A message has blanks or ends a sentence. */
function isName(bytes: Uint8Array, from: number, to: number): boolean {
  return endOfWord(bytes, from, to) === to && bytes[to - 1] !== FULL_STOP;
}
