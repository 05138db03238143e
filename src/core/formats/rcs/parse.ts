import { grown } from '../../columns/grow';
import {
  NO_NUMBER,
  TRUNK,
  LARGEST_PART,
  MOST_PARTS,
  type NumberId,
  type Numbers,
} from '../../history/numbers';
import { decode } from '../../text/decode';
import { Scanner, Token } from './scanner';

/** A stretch of an archive's bytes. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where a delta says nothing. */
export const ABSENT = -1;

/** A name, or a user, with the number as it is printed. */
export interface Pair {
  readonly name: string;
  readonly number: string;
}

/** What stands above the deltas. */
export interface Admin {
  readonly head: string;
  readonly branch: string;
  readonly access: readonly string[];
  readonly symbols: readonly Pair[];
  readonly locks: readonly Pair[];
  readonly isStrict: boolean;
  readonly expand: string;
}

/**
 * An archive as rcsfile(5) has it, its deltas as columns: stretches of the bytes from `...At` to
 * `...To`, and numbers as ids of the log.
 */
export class Archive {
  admin: Admin = NO_ADMIN;
  head: NumberId = NO_NUMBER;
  description: Stretch = { from: 0, to: 0 };
  /** Does it end before the text of its last delta does? */
  isCut = false;
  /** Does it begin as archives do? */
  isArchive = false;
  /** How many deltas have their text. */
  texts = 0;

  readonly number: NumberId[] = [];
  readonly numberAt: number[] = [];
  readonly numberTo: number[] = [];
  readonly dateAt: number[] = [];
  readonly dateTo: number[] = [];
  readonly authorAt: number[] = [];
  readonly authorTo: number[] = [];
  readonly stateAt: number[] = [];
  readonly stateTo: number[] = [];
  readonly commitAt: number[] = [];
  readonly commitTo: number[] = [];
  /** The next older revision on the trunk, the next newer one on a branch; NO_NUMBER at the end. */
  readonly next: NumberId[] = [];
  /** The first revisions of the branches that leave here, all deltas' in one list. */
  readonly branchesAt: number[] = [];
  readonly branchesTo: number[] = [];
  readonly branches: NumberId[] = [];
  /** The message, still with each `@` doubled, and the text or its edits. */
  readonly logAt: number[] = [];
  readonly logTo: number[] = [];
  readonly textAt: number[] = [];
  readonly textTo: number[] = [];
  /** Numbers that none can have, by their text. */
  private readonly odd = new Map<string, NumberId>();

  constructor(
    readonly bytes: Uint8Array,
    readonly numbers: Numbers,
    private readonly places: Places,
  ) {}

  get count(): number {
    return this.number.length;
  }

  /** The place of the delta of a number, or ABSENT. */
  find(number: NumberId): number {
    return this.places.of(number);
  }

  text(from: number, to: number): string {
    return decode(this.bytes, from, to);
  }

  /** The id of a number as it is written. */
  idOf(from: number, to: number): NumberId {
    const { bytes, numbers } = this;
    let id: NumberId = TRUNK;
    let part = 0;
    let parts = 1;
    let digits = 0;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if (byte === 0x2e) {
        if (digits === 0) return this.oddId(from, to);
        id = numbers.child(id, part);
        part = digits = 0;
        parts++;
      } else {
        part = part * 10 + byte - 0x30;
        digits++;
        if (byte < 0x30 || byte > 0x39 || part > LARGEST_PART) return this.oddId(from, to);
      }
    }
    return digits === 0 || parts > MOST_PARTS ? this.oddId(from, to) : numbers.child(id, part);
  }

  /** Begins the delta of a number; one that comes again is the same. */
  open(from: number, to: number): number {
    const number = this.idOf(from, to);
    const known = this.find(number);
    if (known !== ABSENT) return known;
    const place = this.number.push(number) - 1;
    this.places.set(number, place);
    this.numberAt.push(from);
    this.numberTo.push(to);
    this.dateAt.push(0);
    this.dateTo.push(0);
    this.authorAt.push(0);
    this.authorTo.push(0);
    this.stateAt.push(0);
    this.stateTo.push(0);
    this.commitAt.push(0);
    this.commitTo.push(0);
    this.next.push(NO_NUMBER);
    this.branchesAt.push(0);
    this.branchesTo.push(0);
    this.logAt.push(ABSENT);
    this.logTo.push(ABSENT);
    this.textAt.push(ABSENT);
    this.textTo.push(ABSENT);
    return place;
  }

  /** The id of a number of the archive. */
  known(text: string): NumberId {
    return this.odd.get(text) ?? this.numbers.parse(text) ?? NO_NUMBER;
  }

  /** Its places are of use no longer. */
  close(): void {
    this.places.clear(this.number);
  }

  private oddId(from: number, to: number): NumberId {
    const text = this.text(from, to);
    let id = this.odd.get(text);
    if (id === undefined) this.odd.set(text, (id = this.numbers.word(text)));
    return id;
  }
}

/** Where the delta of each number stands in the archive that is read. */
export class Places {
  private places = new Int32Array(1024).fill(ABSENT);

  of(number: NumberId): number {
    return number < 0 ? ABSENT : (this.places[number] ?? ABSENT);
  }

  set(number: NumberId, place: number): void {
    if (number >= this.places.length) this.places = grown(this.places, number * 2, ABSENT);
    this.places[number] = place;
  }

  clear(numbers: readonly NumberId[]): void {
    for (const number of numbers) this.places[number] = ABSENT;
  }
}

const NO_ADMIN: Admin = {
  head: '',
  branch: '',
  access: [],
  symbols: [],
  locks: [],
  isStrict: false,
  expand: 'kv',
};

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
