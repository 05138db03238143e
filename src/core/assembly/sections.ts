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

/** What the borders between pages are. */
export interface Borders {
  readonly sections: readonly Section[];
  /** Pages whose heads are text of a message: it quotes them. */
  readonly quoted: ReadonlySet<number>;
  /** Entries that stand on the page above already. */
  readonly repeated: ReadonlySet<number>;
}

/** A quotation is shorter, in entries. */
const LONGEST_QUOTE = 64;

/**
 * Pages that are read as one: pages of results that continue each other, and a page that a message
 * quotes, with what follows the quotation.
 */
export function sectionsOf(entries: Entries): Borders {
  const sections: Section[] = [];
  const quoted = new Set<number>();
  const repeated = new Set<number>();
  for (const [page, here] of entries.pages.entries()) {
    const from = here.firstEntry;
    const to = entries.pages[page + 1]?.firstEntry ?? entries.count;
    const before = sections.at(-1);
    const above = entries.pages[page - 1];
    const again = above ? overlap(above, here) : undefined;
    let isOne = again !== undefined;
    for (let e = from; e < Math.min(to, from + (again ?? 0)); e++) repeated.add(e);
    if (above && !isOne) {
      const isQuote = isQuoted(entries, from, to) || isOtherFormInside(entries, from, to);
      if (isQuote) quoted.add(page);
      isOne = isQuote || goesOn(entries, above, here, from);
    }
    if (before && isOne) sections[sections.length - 1] = { ...before, to, lastPage: page };
    else sections.push({ from, to, firstPage: page, lastPage: page });
  }
  return { sections, quoted, repeated };
}

/**
 * Of pages of results of one path that follow each other, how many of the second stand on the first
 * already; undefined where they do not follow each other.
 */
function overlap(above: Page, here: Page): number | undefined {
  if (above.title !== here.title || !above.results || !here.results) return undefined;
  const { from, to } = here.results;
  if (from > above.results.to + 1 || from < above.results.from) return undefined;
  return Math.min(above.results.to, to) - from + 1;
}

/** Do entries of another form than those above stand on a page, and then such as above again? */
function isOtherFormInside(entries: Entries, from: number, to: number): boolean {
  if (from === 0 || from >= to) return false;
  const isLoose = entries.isLoose(from - 1);
  if (entries.isLoose(from) === isLoose) return false;
  for (let e = from; e < to; e++) if (entries.isLoose(e) === isLoose) return true;
  return false;
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
