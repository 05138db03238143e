import type { Entries } from '../formats/entries';
import { isNextLower, NO_NUMBER, TRUNK, type NumberId } from '../history/numbers';
import type { Law } from './law';

/** After so many branches that follow as they are listed, the rest of a page need not be looked at. */
const CLEAR = 100;

/**
 * Counts what either law leaves unexplained. All lines: a listed branch that does not follow, and a
 * branch that follows unlisted. One line: a branch right below a file that lists it is then another
 * file, by chance.
 */
export function linesShown(entries: Entries, places: Int32Array): Law['lines'] {
  const { number, numbers } = entries;
  let [listed, opened, stray, foreign] = [0, 0, 0, 0];
  /** Branches of the current file that followed: where some did, a log may end before others. */
  let ofFile = 0;
  let isTrunkSeen = false;
  let promised = new Set<NumberId>();
  /** Those of the file before: one revision in a wrong place must not break a promise. */
  let earlier = promised;
  let before = NO_NUMBER;
  const hasTrunk = places.some((e) => numbers.isTrunk(number[e]!));
  for (const e of places) {
    const here = number[e]!;
    if (numbers.isWord(here)) continue;
    if (opened > CLEAR && opened > 4 * (listed - opened + stray)) return 'all';
    const branch = numbers.branchOf(here);
    const isNext = before !== NO_NUMBER && isNextLower(numbers, before, here);
    if (branch === TRUNK) {
      if (!isNext && !isLowerTrunk(numbers, before, here))
        [earlier, promised, ofFile] = [promised, new Set(), 0];
      isTrunkSeen = true;
    } else if (!isNext && !(before !== NO_NUMBER && numbers.branchOf(before) === branch)) {
      if (promised.delete(branch) || earlier.delete(branch))
        [opened, ofFile] = [opened + 1, ofFile + 1];
      else if (!hasTrunk || isVendorBranch(numbers, branch)) stray++;
      else if (isTrunkSeen) foreign++;
    }
    if (entries.doesList(e)) {
      for (const leaving of entries.listOf(e)) promised.add(leaving);
      listed += entries.listOf(e).length;
    }
    before = here;
  }
  const open = ofFile > 0 ? promised.size : 0;
  // No law explains a branch of another kind than vendors' among trunks.
  return opened + foreign < listed - open - opened + stray + foreign ? 'one' : 'all';
}

/** A trunk may go on below with a gap, or from 2.1 to 1.9. */
function isLowerTrunk(numbers: Entries['numbers'], before: NumberId, here: NumberId): boolean {
  return before !== NO_NUMBER && numbers.isTrunk(before) && numbers.compareOnLine(here, before) < 0;
}

/** Vendor branches have odd numbers, `1.1.1`, and may be a file's default branch. */
function isVendorBranch(numbers: Entries['numbers'], branch: NumberId): boolean {
  return numbers.part(branch) % 2 === 1;
}
