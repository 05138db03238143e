import type { Entries } from '../formats/entries';
import { isNextLower, NO_NUMBER } from '../history/numbers';
import type { Page } from '../history/pages';

/** Entries [from, to) that are read together: those of one page, or of pages that are one. */
export interface Section {
  readonly from: number;
  readonly to: number;
  /** The first page and the last, by their places. */
  readonly firstPage: number;
  readonly lastPage: number;
}

/** A quotation is shorter, in entries. */
const LONGEST_QUOTE = 64;

/**
 * Pages that are read as one: pages of results that continue each other, and a page that a message
 * quotes, with what follows the quotation.
 */
export function sectionsOf(entries: Entries): Section[] {
  const sections: Section[] = [];
  for (const [page, { firstEntry }] of entries.pages.entries()) {
    const to = entries.pages[page + 1]?.firstEntry ?? entries.count;
    const before = sections.at(-1);
    if (before && isOne(entries, page, firstEntry, to)) {
      sections[sections.length - 1] = { ...before, to, lastPage: page };
    } else {
      sections.push({ from: firstEntry, to, firstPage: page, lastPage: page });
    }
  }
  return sections;
}

function isOne(entries: Entries, page: number, from: number, to: number): boolean {
  const [above, here] = [entries.pages[page - 1]!, entries.pages[page]!];
  return (
    continues(above, here) || goesOn(entries, above, here, from) || isQuoted(entries, from, to)
  );
}

/** Do the results of a page follow those of the page above? */
function continues(above: Page, here: Page): boolean {
  return (
    above.title === here.title &&
    above.results !== undefined &&
    above.results.to + 1 === here.results?.from
  );
}

/** Does a page of the same path begin where the one above ends, in the middle of a file? */
function goesOn({ number, numbers }: Entries, above: Page, here: Page, from: number): boolean {
  if (above.title !== here.title || above.title === null || from === above.firstEntry) return false;
  return isNextLower(numbers, number[from - 1]!, number[from] ?? NO_NUMBER);
}

/**
 * Does the file above the page go on behind some entries of it, which then are a quotation? A page
 * of its own would have the next higher number above that one.
 */
function isQuoted({ number, numbers }: Entries, from: number, to: number): boolean {
  const last = number[from - 1] ?? NO_NUMBER;
  if (last === NO_NUMBER || numbers.part(last) <= 1) return false;
  for (let e = from + 1; e < Math.min(to, from + LONGEST_QUOTE); e++) {
    if (isNextLower(numbers, last, number[e]!))
      return !isNextLower(numbers, number[e - 1]!, number[e]!);
  }
  return false;
}
