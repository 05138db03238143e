import { encode } from './encode';

/** UTF-16 with a byte-order mark as UTF-8, without the mark; undefined for any other bytes. */
export function decodeUtf16(bytes: Uint8Array): Uint8Array | undefined {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!isLittle && !isBig) return undefined;
  return encode(new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes));
}
