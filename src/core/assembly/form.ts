import type { Entries } from '../formats/entries';
import { isNextLower, NO_NUMBER } from '../history/numbers';
import type { Law } from './law';
import type { Section } from './sections';

/** So many entries of another form are no accident, as a share of all and at least. */
const LEAST_SHARE = 0.1;

const LEAST_FEWER = 2;

/** Is an entry text by the form that its page is written in? */
export function isOtherForm(entries: Entries, e: number, form: Law['form']): boolean {
  return form !== 'both' && entries.isLoose(e) !== (form === 'loose');
}

/** The entries that count, in their order. */
export function placesOf(entries: Entries, { from, to }: Section, form: Law['form']): Int32Array {
  const places = new Int32Array(to - from);
  if (form === 'both') {
    for (let i = 0; i < places.length; i++) places[i] = from + i;
    return places;
  }
  let count = 0;
  for (let e = from; e < to; e++) if (!isOtherForm(entries, e, form)) places[count++] = e;
  return places.subarray(0, count);
}

/**
 * The fewer entries are text where the others have another form, unless many of them go on where the
 * others stop: then an editor or a mail has taken the no-break spaces from a part of the page.
 */
export function formOf(entries: Entries, { from, to }: Section): Law['form'] {
  let loose = 0;
  for (let e = from; e < to; e++) if (entries.isLoose(e)) loose++;
  const strict = to - from - loose;
  if (loose === 0) return 'both';
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
