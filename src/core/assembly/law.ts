import type { Entries } from '../formats/entries';
import { areFilesCut } from './cut';
import { formOf, placesOf } from './form';
import { linesShown } from './linesShown';
import { orderOf } from './order';
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

/** The law of a section, weighed over all of its entries but those that messages quote. */
export function lawOf(
  entries: Entries,
  section: Section,
  quoted: ReadonlyMap<number, unknown> = new Map(),
): Law {
  const form = formOf(entries, section);
  const all = placesOf(entries, section, form);
  const places = quoted.size === 0 ? all : all.filter((e) => !quoted.has(e));
  const order = orderOf(entries, places);
  if (order === 'oldest first') places.reverse();
  const isWhole = order === 'sorted' || order === 'mixed';
  const lines = isWhole ? 'all' : linesShown(entries, places);
  const isSingle = entries.pages[section.firstPage]!.isFile;
  const isCut = !isWhole && !isSingle && areFilesCut(entries, places, lines);
  return { lines: isSingle ? 'all' : lines, order, isCut, isSingle, form };
}
