import { isBlank } from '../../text/lines';

/** A field of more bytes is none: number, date and author are short. */
export const LONGEST_FIELD = 4096;

export const TAB = 9;

export function endOfWord(bytes: Uint8Array, i: number, end: number): number {
  while (i < end && bytes[i]! > 0x20) {
    if (noBreakSpace(bytes, i) > 0 && !(bytes[i] === 0xa0 && isInsideSequence(bytes, i))) break;
    i++;
  }
  return i;
}

export function hasTab(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] === TAB) return true;
  return false;
}

/** How many bytes the no-break space at offset i takes, 0 where none is. */
export function noBreakSpace(bytes: Uint8Array, i: number): number {
  const byte = bytes[i];
  if (byte === 0xc2) return bytes[i + 1] === 0xa0 ? 2 : 0;
  return byte === 0xa0 ? 1 : 0;
}

/** The next no-break space of the line, or the line's end. Inside a UTF-8 sequence, A0 is none. */
export function findNoBreakSpace(bytes: Uint8Array, i: number, end: number): number {
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

export function skipBlanks(bytes: Uint8Array, i: number, end: number): number {
  for (;;) {
    const gap = noBreakSpace(bytes, i) || (i < end && isBlank(bytes[i]!) ? 1 : 0);
    if (gap === 0) return i;
    i += gap;
  }
}
