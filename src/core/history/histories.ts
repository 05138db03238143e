import type { Page } from '../formats/entries';
import type { Problem } from '../problems/problem';
import { decode } from '../text/decode';
import type { InternedText } from '../text/intern';
import { messageStart, readBranchList } from './branchList';
import type { Day } from './dates';
import { ROOT, type NumberId, type Numbers } from './numbers';

/** A revision of a log: its place among all of them, in the order of the log. */
export type RevisionId = number;

/** A file of a log: its place among them, in the order of the log. */
export type FileId = number;

/** Where something has no revision before it. */
export const NO_REVISION: RevisionId = -1;

/** The columns that `assemble` fills, an element a revision. */
export interface Columns {
  readonly count: number;
  readonly start: Uint32Array;
  readonly line: Uint32Array;
  readonly body: Uint32Array;
  readonly end: Uint32Array;
  readonly endLine: Uint32Array;
  readonly number: Int32Array;
  readonly day: Int32Array;
  readonly author: Uint32Array;
  readonly hasBranches: Uint8Array;
  readonly predecessor: Int32Array;
}

/**
 * The history of every file of a log. A revision is a number into columns, and texts are decoded
 * when someone asks for them: half a million revisions take no half a million objects.
 */
export class Histories {
  constructor(
    readonly bytes: Uint8Array,
    readonly numbers: Numbers,
    private readonly authors: InternedText,
    readonly pages: readonly Page[],
    private readonly columns: Columns,
    /** The first revision of each file, and at the end the count of revisions. */
    private readonly fileStarts: Uint32Array,
    readonly problems: readonly Problem[],
  ) {}

  get count(): number {
    return this.columns.count;
  }

  get fileCount(): number {
    return this.fileStarts.length - 1;
  }

  /** The revisions of a file stand together: [first, behind the last). */
  revisionsOf(file: FileId): [RevisionId, RevisionId] {
    return [this.fileStarts[file]!, this.fileStarts[file + 1]!];
  }

  fileOf(revision: RevisionId): FileId {
    return lastNotAbove(this.fileStarts, revision, this.fileCount);
  }

  /** The place in `pages` of the page that holds a file. */
  pageOf(file: FileId): number {
    const line = this.columns.line[this.fileStarts[file]!]!;
    let low = 0;
    let high = this.pages.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.pages[middle]!.line <= line) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** How many (file, branch) pairs have a revision. */
  get branchCount(): number {
    return this.branchesBetween(0, this.count);
  }

  branchCountOf(file: FileId): number {
    return this.branchesBetween(...this.revisionsOf(file));
  }

  /** Branches are counted where the lowest of their revisions stands. */
  private branchesBetween(from: RevisionId, to: RevisionId): number {
    const { numbers } = this;
    let count = 0;
    for (let r = from; r < to; r++) {
      const branch = numbers.branchOf(this.number(r));
      const before = this.predecessor(r);
      const isFirst = before === NO_REVISION || numbers.branchOf(this.number(before)) !== branch;
      if (branch !== ROOT && isFirst) count++;
    }
    return count;
  }

  number(revision: RevisionId): NumberId {
    return this.columns.number[revision]!;
  }

  numberText(revision: RevisionId): string {
    return this.numbers.text(this.columns.number[revision]!);
  }

  day(revision: RevisionId): Day {
    return this.columns.day[revision]!;
  }

  author(revision: RevisionId): string {
    return this.authors.text(this.columns.author[revision]!);
  }

  /** Equal where authors are; dense, from 0. */
  authorId(revision: RevisionId): number {
    return this.columns.author[revision]!;
  }

  authorText(authorId: number): string {
    return this.authors.text(authorId);
  }

  /** How many authors have a revision. */
  countAuthors(): number {
    const seen = new Set<number>();
    for (let r = 0; r < this.count; r++) seen.add(this.authorId(r));
    return seen.size;
  }

  /**
   * The revision that this one was made from: the next lower on its line of descent, the branch
   * point below a branch's first; over a gap, the nearest lower one that is there.
   */
  predecessor(revision: RevisionId): RevisionId {
    return this.columns.predecessor[revision]!;
  }

  /** The lines of a revision, first and last, counted from 0. */
  linesOf(revision: RevisionId): [number, number] {
    return [this.columns.line[revision]!, this.columns.endLine[revision]!];
  }

  /** The branches that the revision's `branches:` list names. */
  listedBranches(revision: RevisionId): NumberId[] {
    const { body, end, hasBranches } = this.columns;
    if (hasBranches[revision] === 0) return [];
    return readBranchList(this.bytes, body[revision]!, end[revision]!, this.numbers) ?? [];
  }

  /** The message without the `branches:` list; lines joined by LF, no blank lines at its end. */
  message(revision: RevisionId): string {
    const [from, to] = this.messageBytes(revision);
    const text = decode(this.bytes, from, to);
    return (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).trimEnd();
  }

  /** The bytes of the message, still with the blank lines at its end. */
  messageBytes(revision: RevisionId): [number, number] {
    const { body, end, hasBranches } = this.columns;
    const to = end[revision]!;
    const from = messageStart(this.bytes, body[revision]!, to, hasBranches[revision] === 1);
    return [Math.min(from, to), to];
  }

  /** The revision whose lines hold `line`, counted from 0. */
  revisionAt(line: number): RevisionId | undefined {
    const { columns } = this;
    if (columns.count === 0 || line < columns.line[0]!) return undefined;
    const revision = lastNotAbove(columns.line, line, columns.count);
    return line <= columns.endLine[revision]! ? revision : undefined;
  }
}

/** The place of the last element that is not above `value`, among the first `count`, ascending. */
function lastNotAbove(column: Uint32Array, value: number, count: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (column[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
