import type { Histories } from './histories';
import { NO_REVISION, type FileId, type RevisionId } from './ids';
import { TRUNK, type NumberId } from './numbers';

/** The trunk, or a branch: revisions each made from the next lower one. */
export interface LineOfDescent {
  /** The branch's number, TRUNK for the trunk. */
  readonly branch: NumberId;
  /** Newest first; never empty. */
  readonly revisions: readonly RevisionId[];
  /** What the oldest was made from; NO_REVISION at the start of the trunk. */
  readonly point: RevisionId;
}

/** The lines of descent of one file. */
export class FileHistory {
  /** The trunk first where there is one, then the branches by number. */
  readonly lines: readonly LineOfDescent[];
  readonly first: RevisionId;
  readonly end: RevisionId;
  private readonly leaving = new Map<RevisionId, LineOfDescent[]>();
  private readonly byBranch = new Map<NumberId, LineOfDescent>();
  private byNumber: Map<NumberId, RevisionId> | undefined;

  constructor(
    readonly histories: Histories,
    readonly file: FileId,
  ) {
    [this.first, this.end] = histories.revisionsOf(file);
    this.lines = this.readLines();
    for (const line of this.lines) {
      this.byBranch.set(line.branch, line);
      if (line.branch === TRUNK || line.point === NO_REVISION) continue;
      const leaving = this.leaving.get(line.point);
      if (leaving) leaving.push(line);
      else this.leaving.set(line.point, [line]);
    }
  }

  get count(): number {
    return this.end - this.first;
  }

  get trunk(): LineOfDescent | undefined {
    return this.byBranch.get(TRUNK);
  }

  get branches(): readonly LineOfDescent[] {
    return this.lines.filter((line) => line.branch !== TRUNK);
  }

  /** The branches that leave from a revision, by number. */
  branchesFrom(revision: RevisionId): readonly LineOfDescent[] {
    return this.leaving.get(revision) ?? [];
  }

  lineOf(revision: RevisionId): LineOfDescent {
    const { numbers } = this.histories;
    return this.byBranch.get(numbers.branchOf(this.histories.number(revision)))!;
  }

  line(branch: NumberId): LineOfDescent | undefined {
    return this.byBranch.get(branch);
  }

  revision(number: NumberId): RevisionId | undefined {
    this.byNumber ??= this.mapNumbers();
    return this.byNumber.get(number);
  }

  /** The next newer revision on the same line of descent. */
  next(revision: RevisionId): RevisionId | undefined {
    const { revisions } = this.lineOf(revision);
    return revisions[revisions.indexOf(revision) - 1];
  }

  /** The next older revision on the same line of descent. */
  previous(revision: RevisionId): RevisionId | undefined {
    const { revisions } = this.lineOf(revision);
    return revisions[revisions.indexOf(revision) + 1];
  }

  private mapNumbers(): Map<NumberId, RevisionId> {
    const map = new Map<NumberId, RevisionId>();
    for (let r = this.first; r < this.end; r++) map.set(this.histories.number(r), r);
    return map;
  }

  private readLines(): LineOfDescent[] {
    const { histories } = this;
    const { numbers } = histories;
    const lines = new Map<NumberId, RevisionId[]>();
    for (let r = this.first; r < this.end; r++) {
      const number = histories.number(r);
      const line = lines.get(numbers.branchOf(number));
      if (line) line.push(r);
      else lines.set(numbers.branchOf(number), [r]);
    }
    const ordered = [...lines.entries()].sort(([a], [b]) => numbers.compare(a, b));
    return ordered.map(([branch, revisions]) => {
      if (!isDescending(histories, revisions)) {
        revisions.sort((a, b) => numbers.compareOnLine(histories.number(b), histories.number(a)));
      }
      return { branch, revisions, point: histories.predecessor(revisions.at(-1)!) };
    });
  }
}

function isDescending(histories: Histories, revisions: readonly RevisionId[]): boolean {
  const { numbers } = histories;
  return revisions.every(
    (r, i) =>
      i === 0 ||
      numbers.compareOnLine(histories.number(r), histories.number(revisions[i - 1]!)) < 0,
  );
}
