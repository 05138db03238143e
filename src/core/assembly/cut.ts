import type { Entries } from '../formats/entries';
import { isNextLower } from '../history/numbers';
import type { Law } from './law';

/** So many files, and more than half of all, end above their first revisions where all are cut. */
const LEAST_CUT = 8;

/** Do most lines of descent end where another begins that they do not lead to? */
export function areFilesCut(entries: Entries, places: Int32Array, lines: Law['lines']): boolean {
  const { number, numbers } = entries;
  if (lines === 'all' && places.some((e) => !numbers.isTrunk(number[e]!))) return false;
  let [ends, cut, goOn] = [0, 0, 0];
  for (let i = 1; i < places.length; i++) {
    const [above, here] = [number[places[i - 1]!]!, number[places[i]!]!];
    if (isNextLower(numbers, above, here) || numbers.isWord(above)) continue;
    ends++;
    if (numbers.part(above) > 1) cut++;
    // What goes on a little further down was only interrupted, by quotations.
    if (goesOnBelow(entries, places, i - 1)) goOn++;
  }
  return cut >= LEAST_CUT && cut * 2 > ends && goOn * 2 < ends;
}

/** Numbers meet by chance, but not so many in a row. */
const STEPS = 4;

/** Do the next lower numbers follow, each near by the one before? */
function goesOnBelow({ number, numbers }: Entries, places: Int32Array, from: number): boolean {
  let at = from;
  for (let step = 0; step < STEPS; step++) {
    const above = number[places[at]!]!;
    let next = at + 1;
    const end = Math.min(places.length, at + 1 + NEAR_BY);
    while (next < end && !isNextLower(numbers, above, number[places[next]!]!)) next++;
    if (next >= end) return numbers.part(above) <= 1 && step > 1;
    at = next;
  }
  return true;
}

/** A quotation among the messages of a file is no longer, in entries. */
const NEAR_BY = 4;
