import type { Entries } from '../formats/entries';
import { daysLate } from '../history/dates';
import { isNextLower, NO_NUMBER, type NumberId } from '../history/numbers';
import type { Law } from './law';

/** So many entries tell in which direction a page runs. */
const ENOUGH = 5000;

export function orderOf(entries: Entries, places: Int32Array): Law['order'] {
  const { day, number, numbers } = entries;
  let [falls, rises] = [0, 0];
  const isDated = (newer: number, older: number): boolean =>
    daysLate(day[older]!, day[newer]!) === 0;
  const enough = Math.min(places.length, ENOUGH);
  for (let i = 1; i < enough; i++) {
    const [a, b] = [places[i - 1]!, places[i]!];
    if (isNextLower(numbers, number[a]!, number[b]!)) falls += isDated(a, b) ? 1 : 0;
    else if (isNextLower(numbers, number[b]!, number[a]!)) rises += isDated(b, a) ? 1 : 0;
  }
  // Files of one revision each say nothing, and two revisions out of order are no order.
  if (rises > falls && 2 * rises > enough - 1) return 'oldest first';
  return sortedOrder(entries, places) ?? 'newest first';
}

/** Does no number stand below one that is less as text, where `cvs log` would have it otherwise? */
function sortedOrder(entries: Entries, places: Int32Array): Law['order'] | undefined {
  const { number, numbers } = entries;
  let isInverted = false;
  let isTwice = false;
  let above = '';
  for (const [i, e] of places.entries()) {
    if (numbers.isWord(number[e]!)) return undefined;
    const here = numbers.text(number[e]!);
    if (i > 0) {
      if (here > above) return undefined;
      const before = number[places[i - 1]!]!;
      isTwice ||= here === above;
      isInverted ||= isInversion(numbers, before, number[e]!);
    }
    above = here;
  }
  // Every file has its lowest number, so that one stands there as often as any.
  const lowest = number[places.at(-1)!]!;
  const isLowestTwice = number[places.at(-2)!] === lowest && numbers.isTrunk(lowest);
  if (isTwice)
    return isLowestTwice && isBroken(entries, places) && areFilesMixed(entries, places)
      ? 'mixed'
      : undefined;
  return isInverted &&
    isOneFile(
      numbers,
      [...places].map((e) => number[e]!),
    )
    ? 'sorted'
    : undefined;
}

/** Does a number stand above one that `cvs log` prints first: its own branch point, or a newer one? */
function isInversion(numbers: Entries['numbers'], above: NumberId, here: NumberId): boolean {
  if (numbers.branchOf(above) === numbers.branchOf(here))
    return numbers.compareOnLine(above, here) < 0;
  return (
    !numbers.isTrunk(above) &&
    numbers.isTrunk(here) &&
    numbers.text(above).startsWith(`${numbers.text(here)}.`)
  );
}

/** Do lines of descent break off, as they do where those of several files are mixed? */
function isBroken({ number, numbers }: Entries, places: Int32Array): boolean {
  return places.some((e, i) => {
    const before = i > 0 ? number[places[i - 1]!]! : NO_NUMBER;
    return (
      before !== NO_NUMBER && !isNextLower(numbers, before, number[e]!) && numbers.part(before) > 1
    );
  });
}

/** Files begin at 1.1, so of each number there are at least as many as of the next higher one. */
function areFilesMixed({ number, numbers }: Entries, places: Int32Array): boolean {
  const counts = new Map<NumberId, number>();
  for (const e of places) counts.set(number[e]!, (counts.get(number[e]!) ?? 0) + 1);
  let gaps = 0;
  for (const [id, many] of counts) {
    const part = numbers.part(id);
    const below = part > 1 ? numbers.find(numbers.parent(id), part - 1) : undefined;
    if (part > 1 && (below === undefined || (counts.get(below) ?? 0) < many)) gaps++;
  }
  return gaps * FEWEST_BETWEEN_GAPS <= counts.size;
}

/** Of numbers that may be one file's, at most one in so many stands above a gap. */
const FEWEST_BETWEEN_GAPS = 4;

/** Are the numbers those of one file: its trunk, and lines with hardly a gap? */
function isOneFile(numbers: Entries['numbers'], all: readonly NumberId[]): boolean {
  const have = new Set(all);
  const isBased = (number: NumberId): boolean => {
    const part = numbers.part(number);
    const below =
      part > 1 || numbers.isTrunk(number)
        ? numbers.find(numbers.parent(number), part - 1)
        : numbers.pointOf(numbers.parent(number));
    return (part <= 1 && numbers.isTrunk(number)) || (below !== undefined && have.has(below));
  };
  const gaps = all.filter((number) => !isBased(number)).length;
  return (
    all.some((number) => numbers.isTrunk(number)) &&
    gaps * FEWEST_BETWEEN_GAPS <= all.length + FEWEST_BETWEEN_GAPS
  );
}
