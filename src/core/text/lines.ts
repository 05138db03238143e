const LF = 10;
const CR = 13;

/** Where the line that holds offset i ends: the place of its LF or CR, or the end of the bytes. */
export function endOfLine(bytes: Uint8Array, i: number, end = bytes.length): number {
  while (i < end && (bytes[i]! > CR || (bytes[i] !== LF && bytes[i] !== CR))) i++;
  return i;
}

/** The bytes as words of four, without the last few; they must start where a word can. */
export function wordsOf(bytes: Uint8Array): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 4));
}

/** The same bytes, copied where no word can start at the first. */
export function aligned(bytes: Uint8Array): Uint8Array {
  return (bytes.byteOffset & 3) === 0 ? bytes : bytes.slice();
}

/** Where the next line starts, given the end of this one: lines end at LF, CRLF or CR. */
export function nextLine(bytes: Uint8Array, endOfThis: number, end = bytes.length): number {
  if (endOfThis >= end) return end;
  return bytes[endOfThis] === CR && bytes[endOfThis + 1] === LF ? endOfThis + 2 : endOfThis + 1;
}

export function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 9;
}

/** Does the ASCII word stand at offset i? */
export function startsWith(bytes: Uint8Array, i: number, word: string): boolean {
  for (let k = 0; k < word.length; k++) {
    if (bytes[i + k] !== word.charCodeAt(k)) return false;
  }
  return true;
}
