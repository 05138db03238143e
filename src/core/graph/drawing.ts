import { isoDate } from '../history/dates';
import type { FileId, RevisionId } from '../history/ids';
import type { Log } from '../log';
import type { ChangesetId } from '../recovery/changesets/changesets';
import { headline, printable } from '../text/printable';
import { colourOf } from '../words/colours';
import { fileLabel } from '../words/files';
import { Kind, kindsOf } from '../words/kinds';
import { branchLabelOf } from '../words/branches';
import { LineStyle, placeChangesets } from './directory';
import { lineageOf } from './lineage';
import { place, type PlacedLines } from './place';

/** A graph as it is to be drawn on paper: rows from top to bottom, lanes from left to right. */
export interface Drawing {
  readonly title: string;
  readonly laneCount: number;
  readonly laneOfRow: Uint32Array;
  readonly lines: PlacedLines;
  /** Is a line drawn dashed, for commits between its ends are left out? */
  readonly isGap: (line: number) => boolean;
  /** A line that leaves another lane below its last row, rather than at a row of that lane. */
  readonly leavesBelow: (line: number) => boolean;
  /** Places in `BRANCH_COLOURS`. */
  readonly colourOfLine: (line: number) => number;
  readonly colourOfRow: (row: number) => number;
  readonly isHollow: (row: number) => boolean;
  readonly textOf: (row: number) => RowWords;
}

/** What stands beside a row. */
export interface RowWords {
  /** Number, or count of files. */
  readonly number: string;
  readonly branch: string;
  readonly author: string;
  readonly date: string;
  readonly message: string;
}

const LONGEST = 90;

/** The history of one file: a row a revision, a lane a line of descent. */
export function drawingOfFile(log: Log, file: FileId): Drawing {
  const history = log.history(file);
  const { histories, recovery } = log;
  const lineage = lineageOf(history);
  const { laneCount, laneOfRow, lines, revisionOfRow } = place(lineage);
  const revisionAt = (row: number): number => history.first + revisionOfRow[row]!;
  const colour = (revision: number): number => colourOf(log, recovery.branches.of(revision));
  return {
    title: fileLabel(log, file),
    laneCount,
    laneOfRow,
    lines,
    isGap: () => false,
    leavesBelow: () => false,
    colourOfLine: (line) => colour(revisionAt(lines.top[line]!)),
    colourOfRow: (row) => colour(revisionAt(row)),
    isHollow: (row) => (kindsOf(history, revisionAt(row)) & Kind.placeholder) !== 0,
    textOf: (row) => {
      const r = revisionAt(row);
      return {
        number: histories.numberText(r),
        branch: lineWords(log, r),
        author: printable(histories.author(r)),
        date: isoDate(histories.day(r)) ?? '',
        message: headline(histories.message(r), LONGEST),
      };
    },
  };
}

/** The branch of a revision in a word or two. */
export function lineWords(log: Log, revision: RevisionId): string {
  const branch = log.recovery.branches.of(revision);
  return branch ? branchLabelOf(log, branch) : 'trunk';
}

/** Commits over all files, given in ascending order: a row a commit, a lane a branch. */
export function drawingOfCommits(log: Log, commits: Int32Array): Drawing {
  const { histories, recovery } = log;
  const { changesets, branches } = recovery;
  const { laneCount, laneOfRow, lines, branchOfRow, changesetOfRow } = placeChangesets(
    recovery,
    commits,
  );
  return {
    title: printable(log.title ?? 'All files'),
    laneCount,
    laneOfRow,
    lines,
    isGap: (line) => (lines.style[line]! & LineStyle.gap) !== 0,
    leavesBelow: (line) => (lines.style[line]! & LineStyle.leaves) !== 0,
    colourOfLine: (line) => colourOf(log, branches.all[lines.branch[line]!]),
    colourOfRow: (row) => colourOf(log, branches.all[branchOfRow[row]!]),
    isHollow: () => false,
    textOf: (row) => {
      const id: ChangesetId = changesetOfRow[row]!;
      const r = changesets.speaker(id);
      return {
        number: String(changesets.revisionsOf(id).length),
        branch: lineWords(log, r),
        author: printable(histories.author(r)),
        date: isoDate(changesets.day(id)) ?? '',
        message: headline(histories.message(r), LONGEST),
      };
    },
  };
}
