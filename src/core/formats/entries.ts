import { grown, reverseRange } from '../columns/grow';
import { firstNotBelow, lastNotAbove } from '../columns/search';
import { canBeListed, readBranchList } from '../history/branchList';
import type { Day } from '../history/dates';
import { NO_FACT, type Fact, type Facts } from '../history/facts';
import type { Extra, StatedFile } from '../history/histories';
import { Numbers, type NumberId } from '../history/numbers';
import type { Page } from '../history/pages';
import type { Problem } from '../problems/problem';
import { InternedText } from '../text/intern';

/** So large may a log be, in bytes: offsets are kept in 32 bits. Of a larger one nothing is read. */
export const LARGEST = 0xffffffff;

/** A mark: the fields are apart by ordinary blanks, as a line of a message could be. */
export const LOOSE = 1;
/** A mark: the text begins with a list of branches. */
export const LISTS = 2;

const NO_BRANCHES: readonly NumberId[] = [];

/** A message that was folded: where its text is, and whether that is only its beginning. */
export interface Unfolded {
  readonly from: number;
  readonly to: number;
  readonly isCut: boolean;
}

/** Entries from one on, and where the text of the last of them ends. */
export interface Span {
  readonly firstEntry: number;
  readonly end: number;
  readonly endLine: number;
}

/** A row of furniture above an entry, as far as it turns out to be one. */
export interface TagRow {
  /** Where its line starts, and that line. */
  readonly start: number;
  readonly line: number;
  readonly tags: readonly string[];
}

/**
 * What a format's reader finds: every place where a revision seems to start, in the order of the
 * log, as columns. Which of them are revisions is not decided here, but for the entries of files
 * that the format states: those are revisions, and of that file.
 */
export class Entries {
  readonly numbers = new Numbers();
  readonly authors: InternedText;
  /** States and commit ids. */
  readonly words: InternedText;
  /** The pages; the readers replace what they learn of the last one. */
  readonly pages: Page[] = [];
  /** What is known of an entry beside its columns, by entry. */
  readonly extras = new Map<number, Extra>();
  /** A row of revision tags above an entry, by entry. */
  readonly tagRows = new Map<number, TagRow>();
  /** Files that the format states, each with its first entry; empty where it states none. */
  readonly files: (StatedFile & Span)[] = [];
  /** What is odd about the form itself; the rest is judged later. */
  readonly problems: Problem[] = [];
  /** The branches that entries list; see LISTS. */
  private lists: (readonly NumberId[])[] = [];
  private listing: number[] = [];
  /** Lists are asked for in their order, so the next one is near the last. */
  private nearList = 0;
  /** Entries whose order is turned around; see `reverse`. */
  private turned = { from: 0, to: 0 };
  /** Entries whose message the form may have folded; see `unfold`. */
  readonly folded = new Set<number>();
  /** Entries whose message is empty, whatever stands where it would be. */
  readonly empty = new Set<number>();
  count = 0;

  /** Offset of the first byte of the line that opens the entry. */
  start = new Uint32Array(256);
  /** That line, counted from 0. */
  line = new Uint32Array(256);
  /** Offset of the text behind the fields. */
  body = new Uint32Array(256);
  number = new Int32Array(256);
  day = new Int32Array(256);
  author = new Uint32Array(256);
  /** LOOSE and LISTS. */
  mark = new Uint8Array(256);
  /** Each made when the first entry has it. */
  readonly facts: Facts = {};

  /** Where a long message is that the form prints twice or in part; absent where it never does. */
  unfold: ((bytes: Uint8Array, from: number, to: number) => Unfolded | undefined) | undefined;

  /** Offsets count into `bytes`: the log's own, or what a format made of them. */
  constructor(public bytes: Uint8Array) {
    this.authors = new InternedText(bytes);
    this.words = new InternedText(bytes);
  }

  /** The bytes have moved into another array, with more behind them. */
  useBytes(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.authors.useBytes(bytes);
    this.words.useBytes(bytes);
  }

  isLoose(e: number): boolean {
    return (this.mark[e]! & LOOSE) !== 0;
  }

  doesList(e: number): boolean {
    return (this.mark[e]! & LISTS) !== 0;
  }

  /** The branches that an entry lists as one that they leave from can. */
  listOf(e: number): readonly NumberId[] {
    return this.doesList(e) ? this.lists[this.placeOfList(e)]! : NO_BRANCHES;
  }

  /** Where the text of entry e ends: where the line of the next one in the log starts. */
  textEnd(e: number): number {
    const { from, to } = this.turned;
    let next = e + 1;
    if (e >= from && e < to) next = e === from ? to : e - 1;
    else if (next === from && from < to) next = to - 1;
    return next < this.count ? this.start[next]! : this.bytes.length;
  }

  /** Looks whether the text of entry e begins with a list of branches, while its bytes are at hand. */
  readList(e: number): void {
    const { bytes, numbers } = this;
    const list = readBranchList(bytes, this.body[e]!, bytes.length, numbers);
    if (!list || !canBeListed(list.branches, this.number[e]!, numbers)) return;
    this.mark[e]! |= LISTS;
    this.lists.push(list.branches);
    this.listing.push(e);
  }

  /** Gives entry e, which has a word or a wrong number, the one that its neighbours leave for it. */
  renumber(e: number, number: NumberId): void {
    this.number[e] = number;
    const list = readBranchList(this.bytes, this.body[e]!, this.textEnd(e), this.numbers);
    if (!list || !canBeListed(list.branches, number, this.numbers)) return;
    const at = firstNotBelow(this.listing, e);
    this.mark[e]! |= LISTS;
    this.lists.splice(at, 0, list.branches);
    this.listing.splice(at, 0, e);
    this.nearList = 0;
  }

  /** The revision that the list of branches in entry e names, where that is another than its own number. */
  pointListed(e: number): NumberId | undefined {
    if (this.doesList(e)) return undefined;
    const list = readBranchList(this.bytes, this.body[e]!, this.textEnd(e), this.numbers);
    if (!list) return undefined;
    const point = this.numbers.pointOf(list.branches[0]!);
    return canBeListed(list.branches, point, this.numbers) ? point : undefined;
  }

  private placeOfList(e: number): number {
    const { listing, nearList } = this;
    if (listing[nearList] === e) return nearList;
    const isNext = listing[nearList + 1] === e;
    return (this.nearList = isNext ? nearList + 1 : lastNotAbove(listing, e, listing.length));
  }

  add(
    start: number,
    line: number,
    body: number,
    number: NumberId,
    day: Day,
    author: number,
    mark: number,
  ): void {
    const i = this.count;
    if (i === this.start.length) this.grow(start);
    this.start[i] = start;
    this.line[i] = line;
    this.body[i] = body;
    this.number[i] = number;
    this.day[i] = day;
    this.author[i] = author;
    this.mark[i] = mark;
    this.count = i + 1;
  }

  setFact(fact: Fact, e: number, value: number): void {
    const column = (this.facts[fact] ??= new Int32Array(this.start.length).fill(NO_FACT));
    column[e] = value;
  }

  /** The same of a word, bytes [from, to). */
  setWord(fact: 'state' | 'commitId', e: number, from: number, to: number): void {
    if (to > from) this.setFact(fact, e, this.words.add(from, to));
  }

  /** Turns the order of the entries [from, to) around, for a page that runs oldest first, or back. */
  reverse(from: number, to: number): void {
    const isBack = this.turned.to > this.turned.from;
    this.turned = isBack ? { from: 0, to: 0 } : { from, to };
    for (const column of this.columns()) reverseRange(column, from, to);
    this.reverseLists(from, to);
    const turned = (e: number): number => from + to - 1 - e;
    const inside = Array.from({ length: to - from }, (_, i) => from + i);
    const folded = inside.filter((e) => this.folded.delete(e));
    for (const e of folded) this.folded.add(turned(e));
    for (const facts of [this.extras, this.tagRows] as Map<number, unknown>[]) {
      const moved = inside.filter((e) => facts.has(e)).map((e) => [e, facts.get(e)] as const);
      for (const [e] of moved) facts.delete(e);
      for (const [e, fact] of moved) facts.set(turned(e), fact);
    }
  }

  private reverseLists(from: number, to: number): void {
    const { listing, lists } = this;
    const first = firstNotBelow(listing, from);
    const end = firstNotBelow(listing, to);
    const turned = listing.slice(first, end).map((e) => from + to - 1 - e);
    const above = lists.slice(first, end);
    for (let i = first; i < end; i++) {
      listing[i] = turned[end - 1 - i]!;
      lists[i] = above[end - 1 - i]!;
    }
  }

  private columns(): (
    Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>
  )[] {
    const { start, line, body, number, day, author, mark, facts } = this;
    return [start, line, body, number, day, author, mark, ...Object.values(facts)];
  }

  /** Room for as many as the bytes so far promise for the rest, within reason. */
  private grow(offset: number): void {
    const length = this.start.length;
    const promised = (length / Math.max(1, offset)) * this.bytes.length * 1.02;
    const next = Math.ceil(Math.min(Math.max(promised, length * 1.5), length * 64));
    this.start = grown(this.start, next);
    this.line = grown(this.line, next);
    this.body = grown(this.body, next);
    this.number = grown(this.number, next);
    this.day = grown(this.day, next);
    this.author = grown(this.author, next);
    this.mark = grown(this.mark, next);
    for (const fact of Object.keys(this.facts) as Fact[]) {
      this.facts[fact] = grown(this.facts[fact]!, next, NO_FACT);
    }
  }
}
