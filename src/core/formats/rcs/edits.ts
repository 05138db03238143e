import type { Archive, Delta, Stretch } from './parse';

/** How many lines a delta's text adds and removes; see rcsfile(5): `d1 2` and `a3 1` with lines behind. */
export function countEdits(
  bytes: Uint8Array,
  { from, to }: Stretch,
): { added: number; removed: number } {
  let [added, removed] = [0, 0];
  for (let at = from; at < to;) {
    const command = bytes[at];
    if (command !== 0x61 && command !== 0x64) break;
    const end = lineEnd(bytes, at, to);
    const count = Number(/ (\d+)/.exec(ascii(bytes, at, end))?.[1] ?? 0);
    at = Math.min(to, end + 1);
    if (command === 0x64) removed += count;
    else {
      added += count;
      for (let n = 0; n < count && at < to; n++) at = Math.min(to, lineEnd(bytes, at, to) + 1);
    }
  }
  return { added, removed };
}

function lineEnd(bytes: Uint8Array, at: number, to: number): number {
  while (at < to && bytes[at] !== 10) at++;
  return at;
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 40)));
}

/**
 * The trunk is stored from its head down, so what a trunk revision changed stands, reversed, in the
 * edits that lead to the one before it; a branch stores its own.
 */
export function editsOf(
  bytes: Uint8Array,
  archive: Archive,
  delta: Delta,
): { added: number; removed: number } | undefined {
  const isTrunk = delta.number.split('.').length === 2;
  const text = archive.texts.get(isTrunk ? delta.next : delta.number);
  if (!text || (isTrunk && delta.next === '')) return undefined;
  const { added, removed } = countEdits(bytes, text);
  return isTrunk ? { added: removed, removed: added } : { added, removed };
}
