/** The first bytes of files that are no text. */
const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['compressed (gzip)', [0x1f, 0x8b]],
  ['compressed (bzip2)', [0x42, 0x5a, 0x68]],
  ['compressed (xz)', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['compressed (zstd)', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a zip archive', [0x50, 0x4b, 0x03, 0x04]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
];

/** So many bytes are looked at. */
const ENOUGH = 4096;

/** What bytes seem to be that hold no log, as `compressed (gzip)`; null where nothing tells. */
export function seemsToBe(bytes: Uint8Array): string | null {
  for (const [name, signature] of SIGNATURES) {
    if (signature.every((byte, i) => bytes[i] === byte)) return name;
  }
  const head = bytes.subarray(0, ENOUGH);
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2]!++;
  const half = head.length / 2;
  if (zeros[1]! > half * 0.7 && zeros[0]! < half * 0.1) return 'UTF-16 without a byte-order mark';
  if (zeros[0]! > half * 0.7 && zeros[1]! < half * 0.1) return 'UTF-16 without a byte-order mark';
  return zeros[0]! + zeros[1]! > 0 ? 'a binary file' : null;
}
