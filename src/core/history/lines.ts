import { PAUSE_EVERY, type Steps } from '../columns/steps';
import { NONE, type Id } from '../columns/ids';
import type { Day } from './dates';
import type { Histories } from './histories';
import { NO_REVISION, type FileId, type RevisionId } from './ids';
import { TRUNK, type NumberId } from './numbers';

/** A line of descent of one file: its place among all lines of a log. */
export type LineId = Id<'line'>;

export const NO_LINE: LineId = NONE;

const made = new WeakMap<Histories, Lines>();

/** The lines of descent of a log, made when someone first asks. */
export function linesOf(histories: Histories): Lines {
  const steps = linesInSteps(histories);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, with pauses where they are made. */
export function* linesInSteps(histories: Histories): Steps<Lines> {
  let lines = made.get(histories);
  if (!lines) {
    lines = new Lines(histories);
    yield* lines.read();
    made.set(histories, lines);
  }
  return lines;
}

/**
 * Every line of descent of a log: the trunk of each file, and each of its branches. The lines of a
 * file stand together, in the order in which the log first has a revision of them:
 *
 *     1.2    line 0, a trunk     tip 1.2, oldest 1.1
 *     1.1    line 0
 *     1.1.4.2  line 1            leaves from 1.1
 *     1.1.4.1  line 1
 */
export class Lines {
  /** The line that each revision is on. */
  readonly ofRevision: Int32Array;
  /** The next newer revision on the same line, or NO_REVISION. */
  private readonly newerOf: Int32Array;
  private readonly olderOf: Int32Array;
  private readonly files: FileId[] = [];
  private readonly numbers: NumberId[] = [];
  private readonly tips: RevisionId[] = [];
  private readonly oldests: RevisionId[] = [];
  private readonly counts: number[] = [];
  private readonly starts: Int32Array;

  constructor(readonly histories: Histories) {
    const { count, fileCount } = histories;
    this.ofRevision = new Int32Array(count).fill(NO_LINE);
    this.newerOf = new Int32Array(count).fill(NO_REVISION);
    this.olderOf = new Int32Array(count).fill(NO_REVISION);
    this.starts = new Int32Array(fileCount + 1);
  }

  /** Fills them; whoever asks before knows nothing. */
  *read(): Steps<void> {
    const { histories, starts } = this;
    const { fileCount } = histories;
    const lineOfNumber = new Int32Array(histories.numbers.size).fill(NO_LINE);
    let done = 0;
    for (let file = 0; file < fileCount; file++) {
      starts[file] = this.files.length;
      this.readFile(file, lineOfNumber);
      const [first, end] = histories.revisionsOf(file);
      if ((done += end - first) < PAUSE_EVERY) continue;
      done = 0;
      yield;
    }
    starts[fileCount] = this.files.length;
  }

  /** How many lines there are, trunks among them. */
  get count(): number {
    return this.files.length;
  }

  /** The lines of a file: [first, behind the last). */
  ofFile(file: FileId): [LineId, LineId] {
    return [this.starts[file]!, this.starts[file + 1]!];
  }

  /** A file's line by its branch number, or TRUNK; NO_LINE where the file has none. */
  find(file: FileId, branch: NumberId): LineId {
    const [first, end] = this.ofFile(file);
    for (let line = first; line < end; line++) if (this.numbers[line] === branch) return line;
    return NO_LINE;
  }

  /** The branch that a revision is on; NO_LINE on the trunk, or where a word stands for its number. */
  branchOf(revision: RevisionId): LineId {
    const line = this.ofRevision[revision]!;
    return this.isBranch(line) ? line : NO_LINE;
  }

  /** Is a line a branch? A trunk is none, nor are revisions that have words for numbers. */
  isBranch(line: LineId): boolean {
    const number = this.numbers[line]!;
    return number !== TRUNK && !this.histories.numbers.isNowhere(number);
  }

  file(line: LineId): FileId {
    return this.files[line]!;
  }

  /** Its number, as in `1.53.4`; TRUNK for a trunk. */
  number(line: LineId): NumberId {
    return this.numbers[line]!;
  }

  /** Its newest revision. */
  tip(line: LineId): RevisionId {
    return this.tips[line]!;
  }

  /** Its lowest revision. */
  first(line: LineId): RevisionId {
    return this.oldests[line]!;
  }

  /** How many revisions it has. */
  size(line: LineId): number {
    return this.counts[line]!;
  }

  /** The revision that a branch leaves from; NO_REVISION for a trunk, or where it is missing. */
  point(line: LineId): RevisionId {
    return this.histories.predecessor(this.oldests[line]!);
  }

  /** The next newer revision on the same line, or NO_REVISION. */
  newer(revision: RevisionId): RevisionId {
    return this.newerOf[revision]!;
  }

  /** The next older revision on the same line, or NO_REVISION. */
  older(revision: RevisionId): RevisionId {
    return this.olderOf[revision]!;
  }

  /** Oldest first. */
  *revisions(line: LineId): Generator<RevisionId> {
    for (let r = this.first(line); r !== NO_REVISION; r = this.newer(r)) yield r;
  }

  /** Newest first. */
  *newestFirst(line: LineId): Generator<RevisionId> {
    for (let r = this.tip(line); r !== NO_REVISION; r = this.older(r)) yield r;
  }

  /**
   * When a branch can have been made, if it was made at the head of the line that it leaves: since
   * its branch point, and before the next revision there and before its own first.
   */
  made(line: LineId): [Day, Day] {
    const point = this.point(line);
    const first = this.histories.day(this.first(line));
    if (point === NO_REVISION) return [-Infinity, first];
    const next = this.newer(point);
    const end = next === NO_REVISION ? Infinity : this.histories.day(next);
    return [this.histories.day(point), Math.min(first, end)];
  }

  /** Chains the revisions of a file by their predecessors; a chain's end is an oldest. */
  private readFile(file: FileId, lineOfNumber: Int32Array): void {
    const { histories } = this;
    const { numbers } = histories;
    const start = this.starts[file]!;
    const [first, end] = histories.revisionsOf(file);
    for (let r = first; r < end; r++) {
      const branch = numbers.branchOf(histories.number(r));
      if (lineOfNumber[branch]! < start) {
        lineOfNumber[branch] = this.files.length;
        this.files.push(file);
        this.numbers.push(branch);
        this.tips.push(r);
        this.oldests.push(r);
        this.counts.push(0);
      }
      const line = lineOfNumber[branch]!;
      this.ofRevision[r] = line;
      this.counts[line]!++;
      const before = histories.predecessor(r);
      if (before !== NO_REVISION && numbers.branchOf(histories.number(before)) === branch) {
        this.newerOf[before] = r;
        this.olderOf[r] = before;
      }
    }
    for (let r = first; r < end; r++) {
      const line = this.ofRevision[r]!;
      if (this.newerOf[r] === NO_REVISION) this.tips[line] = r;
      if (this.olderOf[r] === NO_REVISION) this.oldests[line] = r;
    }
  }
}
