import type { RevisionId } from '../core/history/ids';
import type { Reading } from '../logs/logs';
import type {
  Detail,
  GraphColumns,
  ReleaseColumn,
  RowChunk,
  Scope,
  Section,
  Sorting,
  TextColumn,
  TimeMark,
} from '../webview/protocol';

/** Along a line of descent, or back to where it left. */
export type Step = 'newer' | 'older' | 'toBranchPoint';

/**
 * What a panel can show: rows from top to bottom, in lanes. The history of a file is one; whatever
 * else has rows with a revision each can be another. Knows nothing of the panel.
 */
export interface Graph {
  readonly reading: Reading;
  readonly scope: Scope;
  readonly title: string;
  /** How much it holds, for its head. */
  readonly counts: string;
  readonly rowCount: number;
  /** The columns of its rows, in their order. */
  readonly columns: readonly TextColumn[];
  /** The releases behind the other columns, in a table of them. */
  readonly releases?: readonly ReleaseColumn[];
  /** What the rows of a table of releases are sorted by. */
  readonly sortedBy?: Sorting;
  /** The years above an overview of branches, and the days of a stretch of it. */
  readonly times?: readonly TimeMark[];
  datesOf?(from: number, to: number): string | undefined;
  /** Its rows by years. */
  readonly sections: readonly Section[];
  /** Where everything stands. */
  placement(): GraphColumns;
  /** The texts of rows [from, to), as far as there are such rows. */
  rows(from: number, to: number): RowChunk;
  detail(row: number): Detail;
  revisionAt(row: number): RevisionId;
  /** Undefined where the graph does not hold the revision. */
  rowOf(revision: RevisionId): number | undefined;
  step(row: number, step: Step): number | undefined;
  /** The first row of each branch that leaves from a row. */
  branchesFrom(row: number): readonly number[];
}
