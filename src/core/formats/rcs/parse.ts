import type { Numbers } from '../../history/numbers';
import { ABSENT, Archive, type Pair, type Places } from './archive';
import { readTexts, stringBefore } from './deltaTexts';
import { linkFaults, mendLinks, nameDeltas } from './mend';
import { Scanner, Token } from './scanner';

/**
 * Reads an archive. Phrases that rcsfile(5) calls `newphrase` are passed over wherever they may
 * stand. An archive that is cut gives what stands before the cut, and one that is damaged what can
 * be told from the rest of it; where that is, `damage` says.
 */
export function parseArchive(bytes: Uint8Array, numbers: Numbers, places: Places): Archive {
  const archive = new Archive(bytes, numbers, places);
  const scanner = new Scanner(bytes);
  let isMore = readAdmin(scanner, archive);
  while (isMore && !scanner.is('desc') && !scanner.precedes('log')) {
    isMore = readDelta(scanner, archive, openDelta(scanner, archive));
  }
  scanner.isAmongDeltas = false;
  archive.isArchive ||= archive.dateTo[0] !== undefined && archive.authorTo[0]! > 0;
  const { unnamed, leadingNowhere } = linkFaults(archive);
  nameDeltas(archive, unnamed, scanner.damage);
  const countOfDeltas = archive.count;
  archive.head = archive.known(archive.admin.head);
  if (isMore) readDescription(scanner, archive);
  readTexts(scanner, archive);
  const isWhole = unnamed.length + leadingNowhere.length === 0 && archive.count === countOfDeltas;
  if (!isWhole || archive.find(archive.head) === ABSENT)
    mendLinks(archive, scanner.damage, !isMore || scanner.isCut);
  archive.damage = [...new Set(scanner.damage)].sort((a, b) => a - b);
  const lacksTexts = archive.texts < archive.count && scanner.damage.length === 0;
  archive.isCut = !isMore || lacksTexts || scanner.isCut;
  return archive;
}

/** Is the word that the scanner stands at the beginning of a delta, or of the description? */
function endsPhrases(scanner: Scanner): boolean {
  return scanner.beginsDelta() || scanner.is('desc');
}

/** At its number, or at its date where the number of the first is lost. */
function openDelta(scanner: Scanner, archive: Archive): number {
  if (!scanner.is('date')) return archive.open(scanner.from, scanner.to);
  scanner.damage.push(scanner.from);
  scanner.hold();
  return archive.openNameless();
}

/** Reads what stands above the deltas, up to a delta or `desc`; false at the end of the bytes. */
function readAdmin(scanner: Scanner, archive: Archive): boolean {
  const phrases = new Map<string, string[]>();
  let isMore = scanner.nextWord();
  for (; isMore; isMore = scanner.nextWord()) {
    if (endsPhrases(scanner) || scanner.is('date')) break;
    const words: string[] = [];
    phrases.set(archive.text(scanner.from, scanner.to), words);
    while (scanner.nextInPhrase())
      words.push(scanner.kind === Token.colon ? ':' : archive.text(scanner.from, scanner.to));
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
    name !== ':' && words[i + 1] === ':' && words[i + 2] !== undefined
      ? [{ name, number: words[i + 2]! }]
      : [],
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
    if (scanner.is('date')) {
      if (archive.dateTo[place]! > 0) {
        // A second date is another delta's, whose number is lost.
        scanner.damage.push(scanner.from);
        place = archive.openNameless();
      }
      readWords(scanner, archive.dateAt, archive.dateTo, place);
    } else if (scanner.is('author')) readWords(scanner, archive.authorAt, archive.authorTo, place);
    else if (scanner.is('state')) readWords(scanner, archive.stateAt, archive.stateTo, place);
    else if (scanner.is('commitid')) readWords(scanner, archive.commitAt, archive.commitTo, place);
    else if (scanner.is('mergepoint1')) readMergePoint(scanner, archive, place);
    else if (scanner.is('branches')) readBranches(scanner, archive, place);
    else if (scanner.is('next')) {
      while (scanner.nextInPhrase())
        if (scanner.kind === Token.word)
          archive.next[place] = archive.idOf(scanner.from, scanner.to);
    } else scanner.skipPhrase();
  }
  return false;
}

/** The words of a phrase, or its string, as the stretch from the first to the last. */
function readWords(scanner: Scanner, at: number[], to: number[], place: number): void {
  at[place] = to[place] = 0;
  const isOfDate = scanner.is('date') || scanner.is('author');
  while (scanner.nextInPhrase(isOfDate)) {
    if (scanner.kind === Token.colon) continue;
    if (to[place] === 0) at[place] = scanner.from;
    to[place] = scanner.to;
  }
}

function readMergePoint(scanner: Scanner, archive: Archive, place: number): void {
  while (scanner.nextInPhrase()) {
    if (scanner.kind === Token.word)
      archive.mergePoints.set(place, archive.text(scanner.from, scanner.to));
  }
}

function readBranches(scanner: Scanner, archive: Archive, place: number): void {
  const { branches } = archive;
  archive.branchesAt[place] = branches.length;
  while (scanner.nextInPhrase()) {
    if (scanner.kind === Token.word) branches.push(archive.idOf(scanner.from, scanner.to));
  }
  archive.branchesTo[place] = branches.length;
}

/** `desc @...@`; where the word is lost, the first text of a revision follows. */
function readDescription(scanner: Scanner, archive: Archive): void {
  if (scanner.is('desc')) {
    const description = stringBefore(scanner, archive.bytes);
    if (description) archive.description = description;
  } else {
    scanner.damage.push(scanner.from);
    scanner.hold();
  }
}
