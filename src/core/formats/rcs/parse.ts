import type { Numbers } from '../../history/numbers';
import { ABSENT, Archive, type Pair, type Places } from './archive';
import { Scanner, Token } from './scanner';

/**
 * Reads an archive. Phrases that rcsfile(5) calls `newphrase` are passed over wherever they may
 * stand. An archive that is cut gives what stands before the cut.
 */
export function parseArchive(bytes: Uint8Array, numbers: Numbers, places: Places): Archive {
  const archive = new Archive(bytes, numbers, places);
  const scanner = new Scanner(bytes);
  let isMore = readAdmin(scanner, archive);
  while (isMore && !scanner.is('desc')) {
    const place = archive.open(scanner.from, scanner.to);
    isMore = readDelta(scanner, archive, place);
  }
  archive.head = archive.known(archive.admin.head);
  if (isMore && scanner.nextString()) {
    archive.description = { from: scanner.from, to: scanner.to };
  }
  while (scanner.nextWord()) readTexts(scanner, archive);
  archive.isCut = !isMore || archive.texts < archive.count || scanner.isCut;
  return archive;
}

/** Is the word that the scanner stands at the beginning of a delta, or of the description? */
function endsPhrases(scanner: Scanner): boolean {
  return scanner.isNumber() || scanner.is('desc');
}

/** Reads what stands above the deltas, up to a number or `desc`; false at the end of the bytes. */
function readAdmin(scanner: Scanner, archive: Archive): boolean {
  const phrases = new Map<string, string[]>();
  let isMore = scanner.nextWord();
  for (; isMore && !endsPhrases(scanner); isMore = scanner.nextWord()) {
    const words: string[] = [];
    phrases.set(archive.text(scanner.from, scanner.to), words);
    while (scanner.next() !== Token.end && scanner.kind !== Token.semicolon) {
      if (scanner.kind !== Token.colon) words.push(archive.text(scanner.from, scanner.to));
    }
  }
  const words = (key: string): string[] => phrases.get(key) ?? [];
  const head = words('head')[0] ?? '';
  archive.isArchive = phrases.has('head');
  archive.admin = {
    head,
    branch: branchNumber(words('branch')[0] ?? ''),
    access: words('access'),
    symbols: firstOf(pairsOf(words('symbols')), 'name'),
    locks: firstOf(pairsOf(words('locks')), 'number'),
    isStrict: phrases.has('strict'),
    expand: words('expand')[0] ?? 'kv',
  };
  return isMore;
}

/** `name:1.2` may be written with blanks around the colon. */
function pairsOf(words: readonly string[]): Pair[] {
  return words.flatMap((name, i) =>
    i % 2 === 0 && words[i + 1] !== undefined ? [{ name, number: words[i + 1]! }] : [],
  );
}

/** The default branch may be given as one of its revisions. */
function branchNumber(number: string): string {
  const isRevision = number.split('.').length % 2 === 0;
  return isRevision ? number.slice(0, number.lastIndexOf('.')) : number;
}

/** Of pairs with one name, or one number, CVS keeps the first. */
function firstOf(pairs: readonly Pair[], key: keyof Pair): Pair[] {
  const seen = new Set<string>();
  return pairs.filter((pair) => !seen.has(pair[key]) && seen.add(pair[key]));
}

/** Reads the phrases of a delta, up to the next number or `desc`; false at the end of the bytes. */
function readDelta(scanner: Scanner, archive: Archive, place: number): boolean {
  while (scanner.nextWord()) {
    if (endsPhrases(scanner)) return true;
    if (scanner.is('date')) readWords(scanner, archive.dateAt, archive.dateTo, place);
    else if (scanner.is('author')) readWords(scanner, archive.authorAt, archive.authorTo, place);
    else if (scanner.is('state')) readWords(scanner, archive.stateAt, archive.stateTo, place);
    else if (scanner.is('commitid')) readWords(scanner, archive.commitAt, archive.commitTo, place);
    else if (scanner.is('mergepoint1')) readMergePoint(scanner, archive, place);
    else if (scanner.is('branches')) readBranches(scanner, archive, place);
    else if (scanner.is('next')) {
      while (scanner.next() === Token.word)
        archive.next[place] = archive.idOf(scanner.from, scanner.to);
      scanner.hold();
      scanner.skipPhrase();
    } else scanner.skipPhrase();
  }
  return false;
}

/** The words of a phrase, or its string, as the stretch from the first to the last. */
function readWords(scanner: Scanner, at: number[], to: number[], place: number): void {
  at[place] = to[place] = 0;
  while (scanner.next() !== Token.end && scanner.kind !== Token.semicolon) {
    if (scanner.kind === Token.colon) continue;
    if (to[place] === 0) at[place] = scanner.from;
    to[place] = scanner.to;
  }
}

function readMergePoint(scanner: Scanner, archive: Archive, place: number): void {
  while (scanner.next() !== Token.end && scanner.kind !== Token.semicolon) {
    if (scanner.kind === Token.word)
      archive.mergePoints.set(place, archive.text(scanner.from, scanner.to));
  }
}

function readBranches(scanner: Scanner, archive: Archive, place: number): void {
  const { branches } = archive;
  archive.branchesAt[place] = branches.length;
  while (scanner.next() !== Token.end && scanner.kind !== Token.semicolon) {
    if (scanner.kind === Token.word) branches.push(archive.idOf(scanner.from, scanner.to));
  }
  archive.branchesTo[place] = branches.length;
}

/** `log @...@`, other phrases, and `text @...@` of the revision whose number the scanner stands at. */
function readTexts(scanner: Scanner, archive: Archive): void {
  const place = archive.find(archive.idOf(scanner.from, scanner.to));
  while (scanner.nextWord()) {
    const isText = scanner.is('text');
    if (!isText && !scanner.is('log')) {
      scanner.skipPhrase();
      continue;
    }
    const isThere = scanner.nextString();
    const [from, to] = isThere ? [scanner.from, scanner.to] : [0, 0];
    if (place !== ABSENT) {
      if (isText && archive.textAt[place] === ABSENT) archive.texts++;
      (isText ? archive.textAt : archive.logAt)[place] = from;
      (isText ? archive.textTo : archive.logTo)[place] = to;
    }
    if (isText) return;
  }
}
