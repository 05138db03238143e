import { lastNotAbove } from '../columns/search';
import type { Problem } from '../problems/problem';
import { decode } from '../text/decode';
import { endOfLine, nextLine } from '../text/lines';
import type { InternedText } from '../text/intern';
import { readBranchList } from './branchList';
import { NO_DATE, NO_TIME, SECONDS_A_DAY, type Day } from './dates';
import { NO_FACT, type Fact, type Facts } from './facts';
import { NO_REVISION, type AuthorId, type FileId, type RevisionId } from './ids';
import { TRUNK, type NumberId, type Numbers } from './numbers';
import type { Page } from './pages';

/** What few revisions have, and only some forms of a log tell. */
export interface Extra {
  /** Who has the revision locked (`rcs -l`). */
  readonly lockedBy?: string;
  /** Names of tags, in the order of the log. */
  readonly tags?: readonly string[];
  /** Is only the beginning of the message there? */
  readonly isCut?: boolean;
  /** `Exp`, `dead`, or what else `rcs -s` was told; see rcsfile(5). */
  readonly state?: string;
  /** Lines that were added and removed. */
  readonly added?: number;
  readonly removed?: number;
  /** Equal for all revisions of one `cvs commit`. */
  readonly commitId?: string;
  /** The number of the file's revision up to which this one merged another branch (CVSNT). */
  readonly mergePoint?: string;
}

/** What a form of a log states of a file as a whole. */
export interface StatedFile {
  /** The path as it is stated. */
  readonly path: string;
  /** Names of branches and tags with their numbers as printed, magic ones as `1.2.0.4`. */
  readonly symbols: readonly { readonly name: string; readonly number: string }[];
  readonly head: string | null;
  readonly defaultBranch: string | null;
  /** Who has which revision locked. */
  readonly locks: readonly { readonly user: string; readonly number: string }[];
  /** How many revisions were asked for, and how many there are; null where that is not said. */
  readonly selected: number | null;
  readonly total: number | null;
}

/** The columns of revisions, an element a revision. */
export interface Columns {
  readonly count: number;
  /** The first line, and the last that is not another's; counted from 0. */
  readonly line: Uint32Array;
  readonly endLine: Uint32Array;
  /** Offset of the first byte of the first line. */
  readonly start: Uint32Array;
  /** The text behind the fields: [body, end) of the bytes. */
  readonly body: Uint32Array;
  readonly end: Uint32Array;
  readonly number: Int32Array;
  /** Days since 1970-01-01, or NO_DATE. */
  readonly day: Int32Array;
  readonly author: Uint32Array;
  /** 1 where the text begins with a list of branches. */
  readonly listsBranches: Uint8Array;
  /** The revision that each was made from, or NO_REVISION. */
  readonly predecessor: Int32Array;
  readonly facts: Facts;
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
    /** States and commit ids. */
    private readonly words: InternedText,
    private readonly extras: ReadonlyMap<RevisionId, Extra>,
    private readonly statedFiles: readonly StatedFile[] | undefined,
    /** What was odd about the log as it was read, by line. */
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
      if (branch !== TRUNK && isFirst && !numbers.isWord(this.number(r))) count++;
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

  authorId(revision: RevisionId): AuthorId {
    return this.columns.author[revision]!;
  }

  authorText(authorId: AuthorId): string {
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
    const { body, end, listsBranches } = this.columns;
    if (listsBranches[revision] === 0) return [];
    const list = readBranchList(this.bytes, body[revision]!, end[revision]!, this.numbers);
    return list ? [...list.branches] : [];
  }

  /** The message without the `branches:` list; lines joined by LF, no blank lines at its end. */
  message(revision: RevisionId): string {
    const [from, to] = this.messageBytes(revision);
    const text = decode(this.bytes, from, to);
    return (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).trimEnd();
  }

  /** The bytes of the message, still with the blank lines at its end. */
  messageBytes(revision: RevisionId): [number, number] {
    const { body, end, listsBranches } = this.columns;
    const to = end[revision]!;
    let from = body[revision]!;
    if (listsBranches[revision] === 1) {
      from = readBranchList(this.bytes, from, to, this.numbers)?.message ?? from;
    }
    return [Math.min(from, to), to];
  }

  /** The line of the log that the message begins on, counted from 0. */
  messageLine(revision: RevisionId): number {
    const { bytes } = this;
    const [message] = this.messageBytes(revision);
    let [line] = this.linesOf(revision);
    let end = endOfLine(bytes, this.columns.start[revision]!, message);
    for (; end < message; line++) end = endOfLine(bytes, nextLine(bytes, end), message);
    return line;
  }

  /** `HH:MM:SS`, UTC; null where the log does not tell it. */
  time(revision: RevisionId): string | null {
    const seconds = this.seconds(revision);
    if (seconds === NO_TIME) return null;
    return new Date(seconds * 1000).toISOString().slice(11, 19);
  }

  /** Is the time of day known, and the day? */
  hasClock(revision: RevisionId): boolean {
    return this.seconds(revision) !== NO_TIME && this.day(revision) !== NO_DATE;
  }

  /** Seconds since 1970-01-01; midnight, UTC, where only the day is known. */
  moment(revision: RevisionId): number {
    return this.day(revision) * SECONDS_A_DAY + Math.max(0, this.seconds(revision));
  }

  private seconds(revision: RevisionId): number {
    return this.fact('time', revision);
  }

  /** What the form of the log tells of a revision beside the rest. */
  extra(revision: RevisionId): Extra {
    const [state, commitId] = [this.fact('state', revision), this.fact('commitId', revision)];
    const [added, removed] = [this.fact('added', revision), this.fact('removed', revision)];
    return {
      ...(added === NO_FACT ? undefined : { added, removed }),
      ...(state === NO_FACT ? undefined : { state: this.words.text(state) }),
      ...(commitId === NO_FACT ? undefined : { commitId: this.words.text(commitId) }),
      ...this.extras.get(revision),
    };
  }

  /** The tags of a revision, in the order of the log. */
  tags(revision: RevisionId): readonly string[] {
    return this.extras.get(revision)?.tags ?? [];
  }

  /** The revisions that have tags, in the order of the log. */
  taggedRevisions(): RevisionId[] {
    const tagged = [...this.extras].filter(([, { tags }]) => tags !== undefined);
    return tagged.map(([revision]) => revision).sort((a, b) => a - b);
  }

  /** The revisions that merged another branch of their file, each with the number that it merged. */
  mergePoints(): [RevisionId, string][] {
    return [...this.extras].flatMap(([r, { mergePoint }]): [RevisionId, string][] =>
      mergePoint === undefined ? [] : [[r, mergePoint]],
    );
  }

  /** The commit id of a revision as a number that equal ones share, or NO_FACT. */
  commit(revision: RevisionId): number {
    return this.fact('commitId', revision);
  }

  private fact(fact: Fact, revision: RevisionId): number {
    return this.columns.facts[fact]?.[revision] ?? NO_FACT;
  }

  /** What the form of the log states of a file; undefined where it names no files. */
  stated(file: FileId): StatedFile | undefined {
    return this.statedFiles?.[file];
  }

  /** The revision whose lines hold `line`, counted from 0. */
  revisionAt(line: number): RevisionId | undefined {
    const { columns } = this;
    if (columns.count === 0 || line < columns.line[0]!) return undefined;
    const revision = lastNotAbove(columns.line, line, columns.count);
    return line <= columns.endLine[revision]! ? revision : undefined;
  }
}
