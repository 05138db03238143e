/**
 * The names of months in every locale that the JavaScript engine knows, for pages whose server spoke
 * another language. Names are compared without case, accents and full stops.
 */
interface Locale {
  readonly short: ReadonlyMap<string, number>;
  /** Whole names, to which an abbreviation of another source is compared: `Mrz` is of `März`. */
  readonly long: readonly (readonly [string, number])[];
}

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

/** A day inside each month, so that no time zone moves it to another. */
const MONTHS = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2001, month, 15)));

/** Abbreviations of fewer letters could be of too many names. */
const SHORTEST = 3;

/** Locales by the length of their codes; the rarer ones, of three letters, are made when none other knows a word. */
const known = new Map<number, readonly Locale[]>();
const ofWord = new Map<string, ReadonlySet<number>>();

/** The months, 1 to 12, that a word may name in some language; none where it names no month. */
export function monthsNamed(word: string): ReadonlySet<number> {
  const plain = plainWord(word);
  let months = ofWord.get(plain);
  if (!months) {
    months = namedBy(locales(2), plain);
    if (months.size === 0 && plain.length >= SHORTEST) months = namedBy(locales(3), plain);
    ofWord.set(plain, months);
  }
  return months;
}

function namedBy(all: readonly Locale[], word: string): Set<number> {
  return new Set(all.flatMap((locale) => monthIn(locale, word) ?? []));
}

/**
 * What each word means when all of them are of one language: the one that knows most of them. A word
 * that it does not know keeps the meaning that all other languages agree in.
 */
export function readMonths(words: Iterable<string>): Map<string, number> {
  const all = [...new Set(words)];
  let best: readonly (number | undefined)[] = [];
  let most = 0;
  const areCommon = all.every((word) => namedBy(locales(2), plainWord(word)).size > 0);
  for (const locale of areCommon ? locales(2) : [...locales(2), ...locales(3)]) {
    const months = all.map((word) => monthIn(locale, plainWord(word)));
    const count = months.filter((month) => month !== undefined).length;
    if (count <= most) continue;
    [best, most] = [months, count];
    if (count === all.length) break;
  }
  const meaning = new Map<string, number>();
  for (const [i, word] of all.entries()) {
    const [only, ...others] = monthsNamed(word);
    const month = best[i] ?? (others.length === 0 ? only : undefined);
    if (month !== undefined) meaning.set(word, month);
  }
  return meaning;
}

function monthIn({ short, long }: Locale, word: string): number | undefined {
  const exact = short.get(word);
  if (exact !== undefined || word.length < SHORTEST) return exact;
  const begun = monthsOf(long.filter(([name]) => name.startsWith(word)));
  if (begun.size > 0) return onlyOf(begun);
  const bones = word[0]! + withoutVowels(word.slice(1));
  if (bones !== word) return undefined;
  return onlyOf(
    monthsOf(long.filter(([name]) => (name[0]! + withoutVowels(name.slice(1))).startsWith(bones))),
  );
}

/** A language may have two names for a month: alone, and beside a day. */
function monthsOf(names: readonly (readonly [string, number])[]): Set<number> {
  return new Set(names.map(([, month]) => month));
}

function onlyOf(months: ReadonlySet<number>): number | undefined {
  const [only] = months;
  return months.size === 1 ? only : undefined;
}

function withoutVowels(word: string): string {
  return word.replace(/[aeiou]/g, '');
}

function plainWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f\p{P}\s]/gu, '')
    .toLowerCase();
}

/** English first, then by their codes, so that the same page is always read the same. */
function locales(letters: 2 | 3): readonly Locale[] {
  let made = known.get(letters);
  if (!made) known.set(letters, (made = supported(letters).map(makeLocale)));
  return made;
}

/** Codes are of two or three letters (ISO 639); the engine says which it knows. */
function supported(letters: 2 | 3): string[] {
  let codes = LETTERS;
  for (let n = 1; n < letters; n++) codes = codes.flatMap((code) => LETTERS.map((a) => code + a));
  const first = letters === 2 ? ['en', 'en-GB'] : [];
  return [...first, ...Intl.DateTimeFormat.supportedLocalesOf(codes)];
}

function makeLocale(locale: string): Locale {
  const short = new Map<string, number>();
  const long: [string, number][] = [];
  // The name of a month may differ beside a day: `mars` and `marsa`, `май` and `мая`.
  for (const options of [{ month: 'short' }, { month: 'short', day: 'numeric' }] as const) {
    for (const [name, month] of namesIn(locale, options))
      if (!short.has(name)) short.set(name, month);
  }
  for (const options of [{ month: 'long' }, { month: 'long', day: 'numeric' }] as const) {
    for (const [name, month] of namesIn(locale, options)) {
      if (!short.has(name)) short.set(name, month);
      if (!long.some(([other]) => other === name)) long.push([name, month]);
    }
  }
  return { short, long };
}

function namesIn(locale: string, options: Intl.DateTimeFormatOptions): [string, number][] {
  const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, {
    ...options,
    timeZone: 'UTC',
  });
  return MONTHS.flatMap((date, i): [string, number][] => {
    const part = format.formatToParts(date).find(({ type }) => type === 'month');
    const name = plainWord(part?.value ?? '');
    // Languages that only number their months say nothing that a digit does not.
    return name === '' || /^\d+$/.test(name) ? [] : [[name, i + 1]];
  });
}
