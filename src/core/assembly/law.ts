import type { Entries } from '../formats/entries';
import { canBeListed, readBranchList } from '../history/branchList';
import { daysLate } from '../history/dates';
import { isNextLower, NO_NUMBER, TRUNK, type NumberId } from '../history/numbers';
import type { Section } from './sections';

/** By which law a page is written. It is found by the page's whole shape. */
export interface Law {
  /**
   * Whose revisions a file has: of all its lines of descent, as `cvs log` prints them, or of one
   * (`cvs log -b`, `-rBRANCH`), so that each line of descent is a file.
   */
  readonly lines: 'all' | 'one';
  /**
   * Sorted: one file, by the text of its numbers (`cvs log -r1.1:BRANCH` as OpenGrok shows it).
   * Mixed: several files, sorted so together.
   */
  readonly order: 'newest first' | 'oldest first' | 'sorted' | 'mixed';
  /**
   * Do files end above their first revisions, as they do where older ones were not asked for
   * (`cvs log -d`)? Then that is no oddity.
   */
  readonly isCut: boolean;
  /** Is the page a file's own, so that all of it is one history? */
  readonly isSingle: boolean;
  /** Which entries count: those between no-break spaces, between blanks, or both alike. */
  readonly form: 'strict' | 'loose' | 'both';
}

/** So many entries of another form are no accident, as a share of all and at least. */
const LEAST_SHARE = 0.1;
const LEAST_FEWER = 2;

/** The law of a section, weighed over all of its entries. */
export function lawOf(entries: Entries, section: Section): Law {
  const form = formOf(entries, section);
  const places = placesOf(entries, section, form);
  const order = orderOf(entries, places);
  if (order === 'oldest first') places.reverse();
  const isWhole = order === 'sorted' || order === 'mixed';
  const lines = isWhole ? 'all' : linesShown(entries, places);
  const isSingle = entries.pages[section.firstPage]!.isFile;
  const isCut = !isWhole && !isSingle && areFilesCut(entries, places, lines);
  return { lines: isSingle ? 'all' : lines, order, isCut, isSingle, form };
}

/** Is an entry text by the form that its page is written in? */
export function isOtherForm(entries: Entries, e: number, form: Law['form']): boolean {
  return form !== 'both' && entries.isLoose(e) !== (form === 'loose');
}

/** The entries that count, in their order. */
function placesOf(entries: Entries, { from, to }: Section, form: Law['form']): Int32Array {
  const places = new Int32Array(to - from);
  let count = 0;
  for (let e = from; e < to; e++) if (!isOtherForm(entries, e, form)) places[count++] = e;
  return places.subarray(0, count);
}

/** So many files, and more than half of all, end above their first revisions where all are cut. */
const LEAST_CUT = 8;

/** A quotation among the messages of a file is no longer, in entries. */
const NEAR_BY = 4;

/** Do most lines of descent end where another begins that they do not lead to? */
function areFilesCut(
  { number, numbers }: Entries,
  places: Int32Array,
  lines: Law['lines'],
): boolean {
  if (lines === 'all' && places.some((e) => !numbers.isTrunk(number[e]!))) return false;
  let [ends, cut, goOn] = [0, 0, 0];
  for (let i = 1; i < places.length; i++) {
    const [above, here] = [number[places[i - 1]!]!, number[places[i]!]!];
    if (isNextLower(numbers, above, here) || numbers.isWord(above)) continue;
    ends++;
    if (numbers.part(above) > 1) cut++;
    // What goes on a little further down was only interrupted, by quotations.
    const below = places.subarray(i + 1, i + NEAR_BY);
    if (below.some((e) => isNextLower(numbers, above, number[e]!))) goOn++;
  }
  return cut >= LEAST_CUT && cut * 2 > ends && goOn * 2 < ends;
}

/**
 * The fewer entries are text where the others have another form, unless many of them go on where the
 * others stop: then an editor or a mail has taken the no-break spaces from a part of the page.
 */
function formOf(entries: Entries, { from, to }: Section): Law['form'] {
  let loose = 0;
  for (let e = from; e < to; e++) if (entries.isLoose(e)) loose++;
  const strict = to - from - loose;
  if (loose === 0) return 'strict';
  const main = loose > strict ? 'loose' : 'strict';
  const fewer = Math.min(loose, strict);
  if (fewer < LEAST_FEWER) return main === 'loose' && fewer > 0 ? 'both' : main;
  let real = 0;
  for (let e = from; e < to;) {
    if (!isOtherForm(entries, e, main)) {
      e++;
      continue;
    }
    let end = e;
    while (end < to && isOtherForm(entries, end, main)) end++;
    if (goesOn(entries, e > from ? e - 1 : undefined, e, end, end < to ? end : undefined)) {
      real += end - e;
    }
    e = end;
  }
  const isReal = real >= LEAST_FEWER && real * 2 >= fewer && real >= LEAST_SHARE * (to - from);
  return isReal ? 'both' : main;
}

/** Does the run [from, end) continue what is above it, or lead on to what is below it? */
function goesOn(
  { number, numbers }: Entries,
  above: number | undefined,
  from: number,
  end: number,
  below: number | undefined,
): boolean {
  const [first, last] = [number[from]!, number[end - 1]!];
  const before = above === undefined ? NO_NUMBER : number[above]!;
  const after = below === undefined ? NO_NUMBER : number[below]!;
  if (before !== NO_NUMBER && after !== NO_NUMBER && isNextLower(numbers, before, after))
    return false;
  if (before !== NO_NUMBER && isNextLower(numbers, before, first)) return true;
  if (after !== NO_NUMBER && isNextLower(numbers, last, after)) return true;
  const isComplete = before === NO_NUMBER || numbers.part(before) <= 1;
  return isComplete && end - from >= LEAST_FEWER && numbers.part(last) <= 1;
}

function orderOf(entries: Entries, places: Int32Array): Law['order'] {
  const { day, number, numbers } = entries;
  let [falls, rises] = [0, 0];
  const isDated = (newer: number, older: number): boolean =>
    daysLate(day[older]!, day[newer]!) === 0;
  for (let i = 1; i < places.length; i++) {
    const [a, b] = [places[i - 1]!, places[i]!];
    if (isNextLower(numbers, number[a]!, number[b]!)) falls += isDated(a, b) ? 1 : 0;
    else if (isNextLower(numbers, number[b]!, number[a]!)) rises += isDated(b, a) ? 1 : 0;
  }
  // Files of one revision each say nothing, and two revisions out of order are no order.
  if (rises > falls && 2 * rises > places.length - 1) return 'oldest first';
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

/**
 * Counts what either law leaves unexplained. All lines: a listed branch that does not follow, and a
 * branch that follows unlisted. One line: a branch right below a file that lists it is then another
 * file, by chance.
 */
function linesShown(entries: Entries, places: Int32Array): Law['lines'] {
  const { number, numbers } = entries;
  let [listed, opened, stray, foreign] = [0, 0, 0, 0];
  /** Branches of the current file that followed: where some did, a log may end before others. */
  let ofFile = 0;
  let isTrunkSeen = false;
  let promised = new Set<NumberId>();
  let before = NO_NUMBER;
  const hasTrunk = places.some((e) => numbers.isTrunk(number[e]!));
  for (const e of places) {
    const here = number[e]!;
    if (numbers.isWord(here)) continue;
    const branch = numbers.branchOf(here);
    const isNext = before !== NO_NUMBER && isNextLower(numbers, before, here);
    if (branch === TRUNK) {
      if (!isNext && !isLowerTrunk(numbers, before, here)) [promised, ofFile] = [new Set(), 0];
      isTrunkSeen = true;
    } else if (!isNext && !(before !== NO_NUMBER && numbers.branchOf(before) === branch)) {
      if (promised.delete(branch)) [opened, ofFile] = [opened + 1, ofFile + 1];
      else if (!hasTrunk || isVendorBranch(numbers, branch)) stray++;
      else if (isTrunkSeen) foreign++;
    }
    for (const leaving of listOf(entries, e)) {
      promised.add(leaving);
      listed++;
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

/** The branches that an entry lists as one can that they leave from. */
export function listOf(entries: Entries, e: number): readonly NumberId[] {
  const { bytes, body, number, numbers } = entries;
  if (!entries.mayList(e)) return [];
  const list = readBranchList(bytes, body[e]!, bytes.length, numbers);
  return list && canBeListed(list.branches, number[e]!, numbers) ? list.branches : [];
}
