import { LOOSE, MAY_LIST, type Entries } from '../formats/entries';
import type { Problem } from '../problems/problem';
import { readBranchList } from '../history/branchList';
import { Histories, NO_REVISION, type RevisionId } from '../history/histories';
import { isNextLower, ROOT, type NumberId } from '../history/numbers';

/**
 * The files while they are put together. Accepted entries move to the front of the columns of
 * `entries`, so that revision r is the r-th that was accepted.
 */
export class Assembly {
  readonly problems: Problem[] = [];
  count = 0;

  /** The current file's first revision, or NO_REVISION before the page's first file. */
  fileStart = NO_REVISION;
  /** Its revision that was accepted last. */
  last: RevisionId = NO_REVISION;
  /** Its trunk's newest and oldest so far, where it has a trunk. */
  head: RevisionId = NO_REVISION;
  oldest: RevisionId = NO_REVISION;
  onTrunk = false;
  /** How many of the branches that it lists have not come yet. */
  pending = 0;
  /** Whether its order or its numbers need a second look when it ends. */
  irregular = false;
  /** Is no file before it on its page? Then the log may have been cut above it. */
  firstOfPage = false;
  /** The entries [from, to) of the page, and whether its fields are between no-break spaces. */
  to = 0;
  strictPage = true;

  /** The listing revisions of the current file. */
  readonly listing: RevisionId[] = [];

  private readonly end: Uint32Array;
  private readonly endLine: Uint32Array;
  private readonly predecessors: Int32Array;
  private readonly fileStarts: number[] = [];
  private ended = true;
  /** By number: the revision, or the newest revision of the branch, that had it last. */
  private seenAt: Int32Array;
  /** By branch: the revision that listed it last. */
  private listedAt: Int32Array;

  constructor(readonly entries: Entries) {
    this.end = new Uint32Array(entries.count);
    this.endLine = new Uint32Array(entries.count);
    this.predecessors = new Int32Array(entries.count).fill(NO_REVISION);
    this.seenAt = new Int32Array(entries.numbers.size * 2).fill(NO_REVISION);
    this.listedAt = new Int32Array(entries.numbers.size * 2).fill(NO_REVISION);
  }

  openPage(from: number, to: number): void {
    this.to = to;
    this.fileStart = NO_REVISION;
    this.firstOfPage = true;
    this.strictPage = this.isMostlyStrict(from, to);
  }

  /** Was this revision, or a revision of this branch, seen in the current file? */
  seen(number: NumberId): RevisionId | undefined {
    const at = this.seenAt[number];
    return at !== undefined && at >= this.fileStart && at >= 0 && this.fileStart >= 0
      ? at
      : undefined;
  }

  listed(branch: NumberId): RevisionId | undefined {
    const at = this.listedAt[branch];
    return at !== undefined && at >= this.fileStart && at >= 0 ? at : undefined;
  }

  /** Says entry e to the letter what the other entry, or else the revision of its number, says? */
  repeatsEarlier(e: number, other: number | undefined): boolean {
    const { bytes, start, number, count } = this.entries;
    const earlier = other ?? this.seen(number[e]!);
    if (earlier === undefined) return false;
    const length = (e + 1 < count ? start[e + 1]! : bytes.length) - start[e]!;
    for (let i = 0; i < length; i++) {
      if (bytes[start[earlier]! + i] !== bytes[start[e]! + i]) return false;
    }
    return true;
  }

  /** The branches that revision r lists. */
  listedBy(r: RevisionId): NumberId[] {
    const { bytes, body, numbers } = this.entries;
    return readBranchList(bytes, body[r]!, bytes.length, numbers) ?? [];
  }

  setPredecessor(revision: RevisionId, predecessor: RevisionId): void {
    this.predecessors[revision] = predecessor;
  }

  /** The file starts with the next entry that is accepted. */
  openFile(): void {
    this.firstOfPage = this.fileStart === NO_REVISION;
    this.fileStart = this.count;
    this.fileStarts.push(this.count);
    this.last = this.head = this.oldest = NO_REVISION;
    this.onTrunk = true;
    this.pending = 0;
    this.irregular = false;
    this.listing.length = 0;
  }

  /** Entry e is the current file's next revision; out of order, the one before it stays the last. */
  accept(e: number, outOfOrder = false): void {
    const { entries } = this;
    const { numbers } = entries;
    this.endRevision(entries.start[e]!, entries.line[e]! - 1);
    const r = this.count++;
    const number = entries.number[e]!;
    const mayList = (entries.mark[e]! & MAY_LIST) !== 0;
    if (r !== e) this.move(e, r);
    entries.mark[r] = 0;

    const branch = numbers.branchOf(number);
    if (!outOfOrder) this.onTrunk = branch === ROOT;
    if (this.last !== NO_REVISION && isNextLower(numbers, entries.number[this.last]!, number)) {
      this.predecessors[this.last] = r;
    } else if (branch !== ROOT && this.seen(branch) === undefined) {
      if (this.listed(branch) === undefined) this.irregular = true;
      else this.pending--;
    }
    if (branch === ROOT) {
      if (this.head === NO_REVISION || this.isNewer(r, this.head)) this.head = r;
      if (this.oldest === NO_REVISION || this.isNewer(this.oldest, r)) this.oldest = r;
    } else {
      if (numbers.part(number) === 1) {
        this.predecessors[r] = this.seen(numbers.pointOf(branch)) ?? NO_REVISION;
      }
      if (this.seen(branch) === undefined) this.seenAt[branch] = r;
    }
    this.seenAt[number] = r;
    if (!outOfOrder || this.last === NO_REVISION) this.last = r;
    if (mayList) this.noteBranches(r);
    this.ended = false;
  }

  /** Entry e opens no revision, yet ends the one before it. */
  drop(e: number): void {
    this.endRevision(this.entries.start[e]!, this.entries.line[e]! - 1);
  }

  /** The revision accepted last ends before offset `end`, with line `endLine`. */
  endRevision(end: number, endLine: number): void {
    if (this.ended) return;
    this.ended = true;
    this.end[this.count - 1] = end;
    this.endLine[this.count - 1] = endLine;
  }

  finish(problems: readonly Problem[]): Histories {
    const { bytes, numbers, authors, pages, start, line, body, number, day, author } = this.entries;
    this.fileStarts.push(this.count);
    return new Histories(
      bytes,
      numbers,
      authors,
      pages,
      {
        count: this.count,
        start,
        line,
        body,
        end: this.end,
        endLine: this.endLine,
        number,
        day,
        author,
        hasBranches: this.entries.mark,
        predecessor: this.predecessors,
      },
      Uint32Array.from(this.fileStarts),
      problems,
    );
  }

  private isNewer(a: RevisionId, b: RevisionId): boolean {
    const { numbers, number } = this.entries;
    return numbers.compareOnLine(number[a]!, number[b]!) > 0;
  }

  private isMostlyStrict(from: number, to: number): boolean {
    let loose = 0;
    for (let e = from; e < to; e++) loose += this.entries.mark[e]! & LOOSE;
    return loose * 2 <= to - from;
  }

  private move(from: number, to: number): void {
    const { start, line, body, number, day, author } = this.entries;
    start[to] = start[from]!;
    line[to] = line[from]!;
    body[to] = body[from]!;
    number[to] = number[from]!;
    day[to] = day[from]!;
    author[to] = author[from]!;
  }

  private noteBranches(r: RevisionId): void {
    const { bytes, body, numbers, number, mark } = this.entries;
    const list = readBranchList(bytes, body[r]!, bytes.length, numbers);
    if (!list?.every((b) => numbers.pointOf(b) === number[r])) return;
    mark[r] = 1;
    this.listing.push(r);
    this.makeRoom();
    for (const branch of list) {
      if (this.listed(branch) === undefined && this.seen(branch) === undefined) this.pending++;
      this.listedAt[branch] = r;
    }
  }

  private makeRoom(): void {
    const size = this.entries.numbers.size;
    if (size <= this.seenAt.length) return;
    this.seenAt = grown(this.seenAt, size * 2);
    this.listedAt = grown(this.listedAt, size * 2);
  }
}

function grown(column: Int32Array, length: number): Int32Array {
  const next = new Int32Array(length).fill(NO_REVISION);
  next.set(column);
  return next;
}
