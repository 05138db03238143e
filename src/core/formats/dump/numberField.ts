import { LARGEST_PART, MOST_PARTS, NO_NUMBER, TRUNK, type NumberId } from '../../history/numbers';
import { decode } from '../../text/decode';
import { startsWith } from '../../text/lines';
import { LONGEST_FIELD, skipBlanks } from './blanks';
import { type Header, setExtra } from './fields';

export const TILDE = 0x7e;

/** Reads digits and dots from offset i; header.number is NO_NUMBER where no revision has it. */
export function readNumber(bytes: Uint8Array, i: number, end: number, header: Header): number {
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

/** `~~1.2~~`: struck through in Markdown, so dead. */
export function readStruck(bytes: Uint8Array, at: number, end: number, header: Header): number {
  if (bytes[at + 1] !== TILDE) return at;
  const after = readNumber(bytes, at + 2, end, header);
  if (bytes[after] !== TILDE || bytes[after + 1] !== TILDE) {
    header.number = NO_NUMBER;
    return at;
  }
  setExtra(header, { state: 'dead' });
  return after + 2;
}

/** Is there a stroke over the character before offset i: U+0336, as a page shows a dead revision? */
export function isStruck(bytes: Uint8Array, i: number): boolean {
  return bytes[i] === 0xcc && bytes[i + 1] === 0xb6;
}

/** ` locked by: bob;` or ` (dead)` behind a number; the offset behind it. */
export function readAnnotation(bytes: Uint8Array, at: number, end: number, header: Header): number {
  const from = skipBlanks(bytes, at, end);
  if (startsWith(bytes, from, 'locked by:')) {
    const stop = Math.min(end, from + LONGEST_FIELD);
    let to = from;
    while (to < stop && bytes[to] !== 0x3b && bytes[to] !== 10 && bytes[to] !== 13) to++;
    if (bytes[to] !== 0x3b) return at;
    setExtra(header, { ...header.extra, lockedBy: decode(bytes, from + 10, to).trim() });
    return to + 1;
  }
  if (startsWith(bytes, from, '(dead)')) {
    setExtra(header, { ...header.extra, state: 'dead' });
    return from + 6;
  }
  return at;
}
