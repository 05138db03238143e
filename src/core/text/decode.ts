const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Windows-1252 from 0x80 to 0x9f; elsewhere it is Latin-1, and so Unicode. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Up to this length a loop over ASCII beats the decoder's call. */
const SHORT = 24;

/** The text of bytes[from..to): UTF-8, and where a byte is no valid UTF-8, Windows-1252. */
export function decode(bytes: Uint8Array, from = 0, to = bytes.length): string {
  if (to - from <= SHORT) {
    const short = decodeShortAscii(bytes, from, to);
    if (short !== undefined) return short;
  }
  const part = bytes.subarray(from, to);
  try {
    return strict.decode(part);
  } catch {
    return decodeMixed(part);
  }
}

function decodeShortAscii(bytes: Uint8Array, from: number, to: number): string | undefined {
  let text = '';
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    if (byte > 0x7f) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
}

/** Valid sequences stay UTF-8; each byte outside one is a character of Windows-1252. */
function decodeMixed(bytes: Uint8Array): string {
  let text = '';
  let run = 0;
  let i = 0;
  while (i < bytes.length) {
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      i += length;
      continue;
    }
    text += strict.decode(bytes.subarray(run, i)) + windows1252(bytes[i]!);
    run = ++i;
  }
  return text + strict.decode(bytes.subarray(run, i));
}

function windows1252(byte: number): string {
  return WINDOWS_1252[byte - 0x80] ?? String.fromCharCode(byte);
}

/** Length of the valid UTF-8 sequence at i (RFC 3629, table 3-7 of Unicode), 0 where none is. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i]!;
  if (lead < 0x80) return 1;
  const second = bytes[i + 1] ?? 0;
  if (lead >= 0xc2 && lead <= 0xdf) return isTail(second) ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    const low = lead === 0xe0 ? 0xa0 : 0x80;
    const high = lead === 0xed ? 0x9f : 0xbf;
    return second >= low && second <= high && isTail(bytes[i + 2]) ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    const low = lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xf4 ? 0x8f : 0xbf;
    return second >= low && second <= high && isTail(bytes[i + 2]) && isTail(bytes[i + 3]) ? 4 : 0;
  }
  return 0;
}

function isTail(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
