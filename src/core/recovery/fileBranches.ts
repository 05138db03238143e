import type { Day } from '../history/dates';
import type { Histories } from '../history/histories';
import { NO_REVISION, type FileId, type RevisionId } from '../history/ids';
import { TRUNK, type NumberId } from '../history/numbers';

/** A branch of one file: its place among all of them, in the order of the log. */
export type FileBranchId = number;

/** On the trunk there is no branch. */
export const NO_BRANCH: FileBranchId = -1;

/** All (file, branch) pairs of a log, with their revisions. */
export class FileBranches {
  /** The branch that a revision is on, or NO_BRANCH. */
  readonly ofRevision: Int32Array;
  /** The next newer revision on the same line of descent, or NO_REVISION. */
  readonly nextOnLine: Int32Array;
  private readonly files: FileId[] = [];
  private readonly numbers: NumberId[] = [];
  private readonly oldest: RevisionId[] = [];

  constructor(readonly histories: Histories) {
    const { count, fileCount, numbers } = histories;
    this.ofRevision = new Int32Array(count).fill(NO_BRANCH);
    this.nextOnLine = new Int32Array(count).fill(NO_REVISION);
    const at = new Int32Array(numbers.size).fill(NO_BRANCH);
    for (let file = 0; file < fileCount; file++) {
      const start = this.files.length;
      const [first, end] = histories.revisionsOf(file);
      for (let r = first; r < end; r++) {
        const branch = numbers.branchOf(histories.number(r));
        const before = histories.predecessor(r);
        if (before !== NO_REVISION && numbers.branchOf(histories.number(before)) === branch)
          this.nextOnLine[before] = r;
        if (branch === TRUNK) continue;
        if (at[branch]! < start) {
          at[branch] = this.files.length;
          this.files.push(file);
          this.numbers.push(branch);
          this.oldest.push(r);
        }
        const id = at[branch]!;
        this.ofRevision[r] = id;
        const oldest = this.oldest[id]!;
        if (numbers.part(histories.number(r)) < numbers.part(histories.number(oldest)))
          this.oldest[id] = r;
      }
    }
  }

  get count(): number {
    return this.files.length;
  }

  file(branch: FileBranchId): FileId {
    return this.files[branch]!;
  }

  /** Its number, as in `1.53.4`. */
  number(branch: FileBranchId): NumberId {
    return this.numbers[branch]!;
  }

  /** Its lowest revision; the others follow by `nextOnLine`. */
  first(branch: FileBranchId): RevisionId {
    return this.oldest[branch]!;
  }

  /** The revision that it leaves from, or NO_REVISION where that is missing. */
  point(branch: FileBranchId): RevisionId {
    return this.histories.predecessor(this.oldest[branch]!);
  }

  *revisions(branch: FileBranchId): Generator<RevisionId> {
    for (let r = this.first(branch); r !== NO_REVISION; r = this.nextOnLine[r]!) yield r;
  }

  /**
   * When the branch can have been made, if it was made at the head of the line that it leaves: since
   * its branch point, and before the next revision there and before its own first.
   */
  made(branch: FileBranchId): [Day, Day] {
    const point = this.point(branch);
    const first = this.histories.day(this.first(branch));
    if (point === NO_REVISION) return [-Infinity, first];
    const next = this.nextOnLine[point]!;
    const end = next === NO_REVISION ? Infinity : this.histories.day(next);
    return [this.histories.day(point), Math.min(first, end)];
  }
}
