import type { Entries } from '../entries';
import { decode } from '../../text/decode';
import { endOfLine, isBlank } from '../../text/lines';

/** An author whose end is a guess: the entry, and where the author begins. */
export interface GuessedAuthor {
  readonly entry: number;
  readonly from: number;
  readonly isRunTogether: boolean;
}

/** Behind the first, a word of a name: capital, or one of those that stand inside names. */
const NAME_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}+|von|van|de|der|den|del|di|da|la|le|bin|al|Jr\.?|Sr\.?)$/u;
const CAPITAL = /^[\p{Lu}\p{Lo}]/u;

/** No line is looked at further, in bytes. */
const LONGEST = 200;

/**
 * Between blanks, an author of several words ends nowhere. One who stands there twice, before
 * different messages, is what these lines have in common:
 *
 *     Dan Drum Jr. Fix the valve.
 *     Dan Drum Jr. Count the steps.
 */
export function settleAuthors(entries: Entries, guesses: readonly GuessedAuthor[]): void {
  const words = guesses.filter(({ isRunTogether }) => !isRunTogether);
  const groups = new Map<string, { guess: GuessedAuthor; words: string[] }[]>();
  const openings = new Set<string>();
  for (const guess of words) {
    const line = lineOf(entries, guess.from).split(/[ \t\u00a0]+/);
    const [first = '', second = ''] = line;
    if (!CAPITAL.test(first)) {
      openings.add(second);
      continue;
    }
    const group = groups.get(first);
    if (group) group.push({ guess, words: line });
    else groups.set(first, [{ guess, words: line }]);
  }
  for (const group of groups.values()) {
    const length = commonName(
      group.map(({ words }) => words),
      openings,
    );
    if (length < 2) continue;
    for (const { guess } of group)
      setAuthor(entries, guess, endOfWords(entries.bytes, guess.from, length));
  }
  settleRunTogether(
    entries,
    guesses.filter(({ isRunTogether }) => isRunTogether),
  );
}

/** How many words all lines begin with, as far as these are words of a name and no line ends there. */
function commonName(lines: readonly string[][], openings: ReadonlySet<string>): number {
  const [first = []] = lines;
  if (lines.length < 2 || new Set(lines.map((line) => line.join(' '))).size < 2) return 1;
  let length = 1;
  while (length < first.length) {
    const word = first[length]!;
    const isShared = lines.every((line) => line[length] === word && line.length > length + 1);
    if (!isShared || !NAME_WORD.test(word) || openings.has(word)) break;
    length++;
  }
  return length;
}

/** Where nothing stands between author and message, an author known from elsewhere tells the end. */
function settleRunTogether(entries: Entries, guesses: readonly GuessedAuthor[]): void {
  const counts = new Map<string, number>();
  for (const { entry } of guesses) {
    const name = entries.authors.text(entries.author[entry]!);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const guess of guesses) {
    const name = entries.authors.text(entries.author[guess.entry]!);
    let length = 2;
    while (length < name.length && (counts.get(name.slice(0, length)) ?? 0) < 2) length++;
    if (length < name.length) setAuthor(entries, guess, guess.from + length);
  }
}

function setAuthor(entries: Entries, { entry, from }: GuessedAuthor, to: number): void {
  const { bytes } = entries;
  entries.author[entry] = entries.authors.add(from, to);
  entries.body[entry] = isBlank(bytes[to] ?? 0) ? to + 1 : to;
}

function endOfWords(bytes: Uint8Array, from: number, count: number): number {
  let at = from;
  for (let word = 0; word < count; word++) {
    while (isBlank(bytes[at] ?? 0)) at++;
    while (at < bytes.length && bytes[at]! > 0x20) at++;
  }
  return at;
}

function lineOf({ bytes }: Entries, from: number): string {
  return decode(bytes, from, endOfLine(bytes, from, Math.min(bytes.length, from + LONGEST)));
}
