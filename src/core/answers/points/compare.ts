import type { FileId, RevisionId } from '../../history/ids';
import type { Log } from '../../log';
import type { ChangesetId } from '../../recovery/changesets/changesets';
import { addTo } from '../../columns/grouped';
import type { Difference } from '../tags';
import { holdingOfManifest, type Holding } from './holding';
import { manifestOf } from './manifest';
import type { Point } from './point';

/** A commit of which one side has something that the other lacks. */
export interface Change {
  readonly changeset: ChangesetId;
  /** What of it the other side lacks. */
  readonly revisions: readonly RevisionId[];
}

/** What tells two points apart. */
export interface Comparison {
  /** Files that differ, in the order of the log. */
  readonly files: readonly Difference[];
  /** Files of which the revision on a side cannot be told; they are not among those that differ. */
  readonly unknown: readonly FileId[];
  /** Changes that only one side has, the newest first. */
  readonly onlyFrom: readonly Change[];
  readonly onlyTo: readonly Change[];
}

/**
 * Compares two points. A change that was pulled up or merged is one change, whatever number it has: a
 * side has it when it has its source. Syncs, merges and placeholders are no changes of their own.
 */
export function comparePoints(log: Log, from: Point, to: Point): Comparison {
  const [left, right] = [manifestOf(log, from), manifestOf(log, to)];
  const files: Difference[] = [];
  const unknown: FileId[] = [];
  for (const [file, one] of left.entries()) {
    const other = right[file]!;
    if (one.status === 'unknown' || other.status === 'unknown') unknown.push(file);
    else if (one.revision !== other.revision)
      files.push({ file, from: one.revision, to: other.revision });
  }
  const [ours, theirs] = [holdingOfManifest(log, left), holdingOfManifest(log, right)];
  return {
    files,
    unknown,
    onlyFrom: changesOf(log, ours, theirs),
    onlyTo: changesOf(log, theirs, ours),
  };
}

function changesOf(log: Log, having: Holding, lacking: Holding): Change[] {
  const { histories, recovery } = log;
  const byChangeset = new Map<ChangesetId, RevisionId[]>();
  for (let r = 0; r < histories.count; r++) {
    if (isChange(log, r) && having.has(r) === true && lacking.has(r) === false)
      addTo(byChangeset, recovery.changesets.of(r), r);
  }
  return [...byChangeset]
    .map(([changeset, revisions]) => ({ changeset, revisions }))
    .sort((a, b) => b.changeset - a.changeset);
}

/** Pull-ups whose sources the log has are no changes of their own; nor are syncs and merges. */
export function isChange({ recovery }: Log, r: RevisionId): boolean {
  const { placeholder, sync } = recovery.messages.factsOf(r);
  return !placeholder && !sync && recovery.edgesTo(r).length === 0;
}
