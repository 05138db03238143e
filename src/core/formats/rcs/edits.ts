import { NO_NUMBER } from '../../history/numbers';
import { ABSENT, type Archive } from './archive';

export interface Edits {
  readonly added: number;
  readonly removed: number;
}

const LF = 10;
/** The commands of a delta's text: `a` adds lines behind one, `d` removes some. */
export const ADD = 0x61;
export const DELETE = 0x64;

/**
 * The trunk is stored from its head down, so what a trunk revision changed stands, reversed, in the
 * edits that lead to the one before it; a branch stores its own.
 */
export function editsOf(archive: Archive, place: number): Edits | undefined {
  const number = archive.number[place]!;
  const isTrunk = archive.numbers.isTrunk(number);
  if (!isTrunk) return countEdits(archive, place);
  const next = archive.next[place]!;
  const edits = next === NO_NUMBER ? undefined : countEdits(archive, archive.find(next));
  return edits && { added: edits.removed, removed: edits.added };
}

const NONE: Edits = { added: 0, removed: 0 };

/** How many lines a delta's text adds and removes; see rcsfile(5): `d1 2` and `a3 1` with lines behind. */
function countEdits({ bytes, textAt, textTo }: Archive, place: number): Edits | undefined {
  const from = textAt[place] ?? ABSENT;
  if (from === ABSENT) return undefined;
  const to = textTo[place]!;
  if (from === to) return NONE;
  let [added, removed] = [0, 0];
  for (let at = from; at < to;) {
    const command = bytes[at];
    if (command !== ADD && command !== DELETE) break;
    while (at < to && bytes[at] !== 0x20 && bytes[at] !== LF) at++;
    let count = 0;
    for (at++; at < to && bytes[at]! >= 0x30 && bytes[at]! <= 0x39; at++) {
      count = count * 10 + bytes[at]! - 0x30;
    }
    at = behindLine(bytes, at, to);
    if (command === DELETE) removed += count;
    else {
      added += count;
      for (let n = 0; n < count && at < to; n++) at = behindLine(bytes, at, to);
    }
  }
  return { added, removed };
}

export function behindLine(bytes: Uint8Array, at: number, to: number): number {
  while (at < to && bytes[at] !== LF) at++;
  return Math.min(to, at + 1);
}
