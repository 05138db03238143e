import type { NumberId } from '../history/numbers';
import { Numbers } from '../history/numbers';
import type { Day } from '../history/dates';
import { InternedText } from '../text/intern';

/** The number of an entry whose number makes no sense. */
export const NO_NUMBER: NumberId = -1;

/** A mark: the fields are apart by ordinary blanks, as a line of a message could be. */
export const LOOSE = 1;
/** A mark: the text may begin with a list of branches. It starts with this letter. */
export const MAY_LIST = 2;
export const LIST_INITIAL = 0x62;

/**
 * What a format's reader finds: every place where a revision seems to start, in the order of the
 * log, as columns. Which of them are revisions is not decided here.
 */
export class Entries {
  readonly numbers = new Numbers();
  readonly authors: InternedText;
  readonly pages: Page[] = [];
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
  /** LOOSE and MAY_LIST. */
  mark = new Uint8Array(256);

  constructor(readonly bytes: Uint8Array) {
    this.authors = new InternedText(bytes);
  }

  isLoose(e: number): boolean {
    return (this.mark[e]! & LOOSE) !== 0;
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

  /** Room for as many as the bytes so far promise for the rest, within reason. */
  private grow(offset: number): void {
    const length = this.start.length;
    const promised = (length / Math.max(1, offset)) * this.bytes.length * 1.02;
    const next = Math.ceil(Math.min(Math.max(promised, length * 1.5), length * 64));
    this.start = extend(this.start, new Uint32Array(next));
    this.line = extend(this.line, new Uint32Array(next));
    this.body = extend(this.body, new Uint32Array(next));
    this.number = extend(this.number, new Int32Array(next));
    this.day = extend(this.day, new Int32Array(next));
    this.author = extend(this.author, new Uint32Array(next));
    this.mark = extend(this.mark, new Uint8Array(next));
  }
}

/** One page of a log: the history of one directory, between the page's head and its footer. */
export interface Page {
  readonly title: string | null;
  /** The line of its title, or its first line where it has none; counted from 0. */
  readonly line: number;
  /** Its first entry; the last is before the next page's first. */
  readonly firstEntry: number;
  /** Where its text ends, without the footer and the blank lines before it. */
  end: number;
  /** The last line of that text. */
  endLine: number;
}

function extend<Column extends { set(from: Column): void }>(from: Column, into: Column): Column {
  into.set(from);
  return into;
}
