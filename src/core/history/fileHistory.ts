import { addTo } from '../columns/grouped';
import { findRevision } from './find';
import type { Histories } from './histories';
import { NO_REVISION, type FileId, type RevisionId } from './ids';
import { linesOf, NO_LINE, type LineId } from './lines';
import { TRUNK, type NumberId } from './numbers';

/** The trunk, or a branch: revisions each made from the next lower one. */
export interface LineOfDescent {
  readonly id: LineId;
  /** The branch's number, TRUNK for the trunk. */
  readonly branch: NumberId;
  /** Newest first; never empty. */
  readonly revisions: readonly RevisionId[];
  /** What the oldest was made from; NO_REVISION at the start of the trunk, or where it is missing. */
  readonly point: RevisionId;
}

/** The lines of descent of one file, as objects: a view on `Lines`. */
export class FileHistory {
  /** The trunk first where there is one, then the branches by number. */
  readonly lines: readonly LineOfDescent[];
  readonly first: RevisionId;
  readonly end: RevisionId;
  private readonly leaving = new Map<RevisionId, LineOfDescent[]>();
  private readonly byId = new Map<LineId, LineOfDescent>();

  constructor(
    readonly histories: Histories,
    readonly file: FileId,
  ) {
    [this.first, this.end] = histories.revisionsOf(file);
    this.lines = this.readLines();
    for (const line of this.lines) {
      this.byId.set(line.id, line);
      if (line.branch !== TRUNK && line.point !== NO_REVISION) {
        addTo(this.leaving, line.point, line);
      }
    }
  }

  get count(): number {
    return this.end - this.first;
  }

  get trunk(): LineOfDescent | undefined {
    return this.line(TRUNK);
  }

  get branches(): readonly LineOfDescent[] {
    return this.lines.filter((line) => line.branch !== TRUNK);
  }

  /** The branches that leave from a revision, by number. */
  branchesFrom(revision: RevisionId): readonly LineOfDescent[] {
    return this.leaving.get(revision) ?? [];
  }

  lineOf(revision: RevisionId): LineOfDescent {
    return this.byId.get(linesOf(this.histories).ofRevision[revision]!)!;
  }

  line(branch: NumberId): LineOfDescent | undefined {
    const id = linesOf(this.histories).find(this.file, branch);
    return id === NO_LINE ? undefined : this.byId.get(id);
  }

  revision(number: NumberId): RevisionId | undefined {
    return findRevision(this.histories, this.file, number);
  }

  /** The next newer revision on the same line of descent. */
  next(revision: RevisionId): RevisionId | undefined {
    return known(linesOf(this.histories).newer(revision));
  }

  /** The next older revision on the same line of descent. */
  previous(revision: RevisionId): RevisionId | undefined {
    return known(linesOf(this.histories).older(revision));
  }

  private readLines(): LineOfDescent[] {
    const { histories } = this;
    const { numbers } = histories;
    const all = linesOf(histories);
    const lines = new Map<LineId, RevisionId[]>();
    for (let r = this.first; r < this.end; r++) addTo(lines, all.ofRevision[r]!, r);
    const newestFirst = (a: RevisionId, b: RevisionId): number =>
      numbers.compareOnLine(histories.number(b), histories.number(a));
    return [...lines]
      .map(([id, revisions]) => {
        if (!isDescending(histories, revisions)) revisions.sort(newestFirst);
        const point = histories.predecessor(revisions.at(-1)!);
        return { id, branch: all.number(id), revisions, point };
      })
      .sort((a, b) => numbers.compare(a.branch, b.branch));
  }
}

function known(revision: RevisionId): RevisionId | undefined {
  return revision === NO_REVISION ? undefined : revision;
}

function isDescending(histories: Histories, revisions: readonly RevisionId[]): boolean {
  const { numbers } = histories;
  return revisions.every(
    (r, i) =>
      i === 0 ||
      numbers.compareOnLine(histories.number(r), histories.number(revisions[i - 1]!)) < 0,
  );
}
