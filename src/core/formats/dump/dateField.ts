import { dayOf, monthOf } from '../../history/dates';
import { endOfLine } from '../../text/lines';
import { readDateText } from './dateText';
import type { Header } from './fields';

/** A date with its time and zone is shorter, in bytes. */
export const LONGEST_DATE = 60;

export const DASH = 0x2d;

/**
 * Reads a date at offset i into header.day, NO_DATE where no calendar has it; the offset behind it,
 * or -1 where there is no date. `31-Mar-2010` is read as it comes; other forms as text.
 */
export function readDate(bytes: Uint8Array, i: number, end: number, header: Header): number {
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
  header.isSpecial = true;
  header.day = found.day;
  header.time = found.time;
  header.month = found.month;
  return found.end;
}

/** A digit of another script, or the name of a month, may begin a date. */
function isLetterOrBeyond(byte = 0): boolean {
  return byte > 0x7f || (byte >= 0x41 && byte <= 0x5a);
}

export function digit(byte: number | undefined): number {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : -1;
}
