import type { NumberId } from '../../history/numbers';
import { ABSENT, type Archive, type Stretch } from './archive';
import { behindBlanks, behindNumber, isWordAt, Scanner, Token } from './scanner';

const AT = 0x40;
const LF = 10;
const DOT = 0x2e;
/** So many phrases of others are passed over between a message and its text. */
const MOST_PHRASES = 64;

/** The message and the text of one revision. */
interface Texts {
  readonly log: Stretch | undefined;
  readonly text: Stretch | undefined;
}

/**
 * Reads `1.4 log @...@ text @...@` of each revision. Where one is damaged, it ends at the next that
 * begins as they do; what has lost its number is of the delta that comes next.
 */
export function readTexts(scanner: Scanner, archive: Archive): void {
  const nameless: Nameless[] = [];
  let before = ABSENT;
  while (scanner.nextWord()) {
    const start = scanner.from;
    const place = archive.find(archive.idOf(start, scanner.to));
    const number = scanner.beginsDelta() ? { from: start, to: scanner.to } : undefined;
    if (scanner.is('log') || scanner.is('text')) scanner.hold();
    const texts = textsAt(scanner, archive.bytes, start);
    if (place !== ABSENT) {
      keep(archive, place, texts);
      before = place;
    } else if (texts.log) nameless.push({ number, before, texts });
  }
  let lacking = 0;
  for (const { number, before, texts } of nameless) {
    scanner.damage.push(texts.log!.from);
    while (lacking < archive.count && archive.textAt[lacking] !== ABSENT) lacking++;
    let place = archive.textAt[before + 1] === ABSENT ? before + 1 : lacking;
    // A number without a delta is a revision of which the rest is lost.
    if (place === archive.count && number) place = archive.open(number.from, number.to);
    if (place < archive.count) keep(archive, place, texts);
  }
}

/** Texts that are of no delta, by their number or without one. */
interface Nameless {
  readonly number: Stretch | undefined;
  /** The delta whose texts stand before. */
  readonly before: number;
  readonly texts: Texts;
}

function keep(archive: Archive, place: number, { log, text }: Texts): void {
  if (log) [archive.logAt[place], archive.logTo[place]] = [log.from, log.to];
  if (!text) return;
  if (archive.textAt[place] === ABSENT) archive.texts++;
  [archive.textAt[place], archive.textTo[place]] = [text.from, text.to];
}

/** Reads them behind their number, as rcsfile(5) has them, or else by what is left of their words. */
function textsAt(scanner: Scanner, bytes: Uint8Array, start: number): Texts {
  const wasCut = scanner.isCut;
  const texts = soundTexts(scanner, bytes, start);
  if (texts) {
    const isDone = !scanner.isCut || wasCut;
    if (isDone || nextTexts(bytes, start) === bytes.length) return texts;
    // A string that has lost its end takes all that follows.
    scanner.isCut = false;
  }
  scanner.damage.push(start);
  const end = nextTexts(bytes, start);
  scanner.goTo(end);
  return remainsOf(bytes, start, end);
}

/** Undefined where they are damaged. */
function soundTexts(scanner: Scanner, bytes: Uint8Array, start: number): Texts | undefined {
  let log: Stretch | undefined;
  while (scanner.nextWord()) {
    const isText = scanner.is('text');
    if (!isText && !scanner.is('log')) {
      if (scanner.beginsDelta() && scanner.precedes('log')) return undefined;
      scanner.skipPhrase();
      continue;
    }
    if (!scanner.nextString()) return scanner.isAtEnd ? { log, text: undefined } : undefined;
    const string = { from: scanner.from, to: scanner.to };
    const isSound = isText
      ? endsTexts(bytes, string.to + 1)
      : !log && (!hasLostItsEnd(bytes, string) || isFollowedByText(bytes, string.to + 1));
    if (!isSound) {
      // Behind the last text there is nothing that it could have taken.
      if (!isText || nextTexts(bytes, start) < bytes.length) return undefined;
      scanner.damage.push(string.to);
      scanner.goTo(bytes.length);
    }
    if (isText) return log ? { log, text: string } : undefined;
    log = string;
  }
  return { log, text: undefined };
}

/** The string that the scanner comes to, up to the texts of the next revision where its end is lost. */
export function stringBefore(scanner: Scanner, bytes: Uint8Array): Stretch | undefined {
  const start = scanner.to;
  if (!scanner.nextString()) return undefined;
  const string = { from: scanner.from, to: scanner.to };
  if (endsTexts(bytes, string.to + 1)) return string;
  const end = nextTexts(bytes, start);
  if (end === bytes.length) return string;
  scanner.damage.push(start);
  scanner.goTo(end);
  return { from: string.from, to: withoutEnd(bytes, string.from, end) };
}

/** Does the next revision begin here, with its number or with `log`, or the end of the bytes? */
function endsTexts(bytes: Uint8Array, from: number): boolean {
  const at = behindBlanks(bytes, from);
  if (bytes[at] === undefined) return true;
  const number = behindNumber(bytes, at);
  // A number that has a line of its own is a revision's, whatever has become of the word below it.
  if (number > at && bytes.subarray(at, number).includes(DOT) && isLineEnd(bytes, number))
    return true;
  return opensString(bytes, number === at ? at : behindBlanks(bytes, number), 'log');
}

/** Does the text follow, perhaps behind phrases of others? */
function isFollowedByText(bytes: Uint8Array, from: number): boolean {
  const scanner = new Scanner(bytes);
  scanner.isAmongDeltas = false;
  scanner.goTo(from);
  for (let left = MOST_PHRASES; left > 0 && scanner.next() === Token.word; left--) {
    if (scanner.is('text')) return scanner.nextString();
    scanner.skipPhrase();
    if (scanner.damage.length > 0) return false;
  }
  return false;
}

/** Does an `@` open a string here? In a text each is doubled, but for one of an empty string. */
function isOpening(bytes: Uint8Array, at: number): boolean {
  let end = at;
  while (bytes[end] === AT) end++;
  const signs = end - at;
  return signs % 2 === 1 || (signs > 0 && (end >= bytes.length || bytes[end]! <= 0x20));
}

function isLineEnd(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === LF || (bytes[at] === 0x0d && bytes[at + 1] === LF);
}

/** Does a word stand here, and a string behind it? */
function opensString(bytes: Uint8Array, at: number, word: string): boolean {
  return isWordAt(bytes, at, word) && bytes[behindBlanks(bytes, at + word.length)] === AT;
}

/** Has a message run into its text, of which a line with that word is the beginning? */
function hasLostItsEnd(bytes: Uint8Array, { from, to }: Stretch): boolean {
  const word = 'text';
  let at = to;
  while (at > from && bytes[at - 1]! <= 0x20) at--;
  const start = at - word.length;
  return at < to && start > from && bytes[start - 1] === LF && isWordAt(bytes, start, word);
}

/** Where the texts of the next revision begin: a line with a number, one with `log`, and a string. */
function nextTexts(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(LF, from); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    const behind = behindNumber(bytes, at + 1);
    if (behind === at + 1) continue;
    const log = behindBlanks(bytes, behind);
    if (log === behind || !isWordAt(bytes, log, 'log')) continue;
    if (isOpening(bytes, behindBlanks(bytes, log + 3)) && at + 1 > from) return at + 1;
  }
  return bytes.length;
}

/** The numbers that stand above a message. */
export function numbersWithTexts(archive: Archive): Set<NumberId> {
  const { bytes } = archive;
  const numbers = new Set<NumberId>();
  for (let at = nextTexts(bytes, 0); at < bytes.length; at = nextTexts(bytes, at))
    numbers.add(archive.idOf(at, behindNumber(bytes, at)));
  return numbers;
}

/** What stands between two revisions' beginnings, by its lines `log` and `text` and by its strings. */
function remainsOf(bytes: Uint8Array, start: number, end: number): Texts {
  const line = bytes[start] === AT ? start : lineOf(bytes, start, end, 'log');
  const log = line ?? bytes.indexOf(AT, start);
  if (log < 0 || log >= end) return { log: undefined, text: undefined };
  const from = behindOpening(bytes, line === undefined ? log : log + 'log'.length);
  const text = lineOf(bytes, from, end, 'text') ?? secondString(bytes, from, end);
  if (text === undefined) {
    const to = withoutEnd(bytes, from, end);
    return { log: { from, to }, text: undefined };
  }
  const textFrom = behindOpening(bytes, bytes[text] === AT ? text : text + 'text'.length);
  return {
    log: { from, to: withoutEnd(bytes, from, text) },
    text: { from: textFrom, to: Math.max(textFrom, withoutEnd(bytes, textFrom, end)) },
  };
}

/** Where a line begins with a word before a string, or else with the word alone. */
function lineOf(bytes: Uint8Array, from: number, end: number, word: string): number | undefined {
  let alone: number | undefined;
  for (let at = from; at >= 0 && at < end; at = bytes.indexOf(LF, at) + 1 || end) {
    if (!isWordAt(bytes, at, word)) continue;
    const behind = behindBlanks(bytes, at + word.length);
    if (bytes[behind] === AT) return at;
    if (bytes[at + word.length] === LF) alone ??= at;
  }
  return alone;
}

/** Where a string opens right behind one that ends, its word lost. */
function secondString(bytes: Uint8Array, from: number, end: number): number | undefined {
  for (let at = bytes.indexOf(AT, from); at >= 0 && at < end; at = bytes.indexOf(AT, at + 1)) {
    if (bytes[at + 1] === AT) at++;
    else {
      const next = bytes.indexOf(AT, at + 1);
      return next >= 0 && next < end ? next : undefined;
    }
  }
  return undefined;
}

function behindOpening(bytes: Uint8Array, from: number): number {
  const at = behindBlanks(bytes, from);
  return bytes[at] === AT ? at + 1 : at;
}

/** The end of a string that ends before an offset, with its `@` or without. */
function withoutEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = end;
  while (at > from && bytes[at - 1]! <= 0x20) at--;
  if (at > from && bytes[at - 1] === AT) return at - 1;
  return Math.max(from, Math.min(end, at + 1));
}
