import { NO_REVISION, type FileId, type RevisionId } from '../../history/ids';
import type { Log } from '../../log';
import type { Recovery } from '../../recovery/recovery';
import type { ChangesetId } from '../../recovery/changesets/changesets';
import { addTo } from '../../columns/grouped';
import type { Difference } from '../tags';
import { manifestOf, type Manifest } from './manifest';
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
  /** Files of which the revision on a side cannot be told; they are in no other list. */
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
  const known = left.map((one, file) => {
    const other = right[file]!;
    if (one.status === 'unknown' || other.status === 'unknown') unknown.push(file);
    else if (one.revision !== other.revision)
      files.push({ file, from: one.revision, to: other.revision });
    return one.status !== 'unknown' && other.status !== 'unknown';
  });
  const [has, hasNot] = [held(log, left, known), held(log, right, known)];
  return {
    files,
    unknown,
    onlyFrom: changesOf(log, has, hasNot),
    onlyTo: changesOf(log, hasNot, has),
  };
}

/** 1 for a change that a side has, 2 where it has all that came before it on its line, too. */
type Held = Uint8Array;

/**
 * What a side has: its revisions with all that they were made from, what was pulled up into these,
 * and all up to what was merged into them.
 */
function held({ histories, recovery }: Log, manifest: Manifest, known: readonly boolean[]): Held {
  const marks = new Uint8Array(histories.count);
  const tips = manifest.flatMap(({ revision }, file) =>
    revision !== NO_REVISION && known[file] ? [revision] : [],
  );
  for (let tip = tips.pop(); tip !== undefined; tip = tips.pop()) {
    for (let r = tip; r !== NO_REVISION && marks[r] !== 2; r = histories.predecessor(r)) {
      marks[r] = 2;
      for (const { kind, from } of recovery.edgesTo(r)) {
        if (kind !== 'pull-up') tips.push(from);
        else takeUp(recovery, from, marks);
      }
    }
  }
  return marks;
}

/** Marks a change that was pulled up, and the one that it was pulled up from in turn. */
function takeUp(recovery: Recovery, change: RevisionId, marks: Held): void {
  const all = [change];
  for (let r = all.pop(); r !== undefined; r = all.pop()) {
    if (marks[r] !== 0) continue;
    marks[r] = 1;
    for (const { kind, from } of recovery.edgesTo(r)) if (kind === 'pull-up') all.push(from);
  }
}

function changesOf(log: Log, has: Held, hasNot: Held): Change[] {
  const { histories, recovery } = log;
  const tickets = ticketsOf(log, hasNot);
  const byChangeset = new Map<ChangesetId, RevisionId[]>();
  for (let r = 0; r < histories.count; r++) {
    if (has[r] === 0 || hasNot[r] !== 0 || !isChange(log, r)) continue;
    const request = requestOf(log, r);
    if (request !== undefined && tickets.has(request)) continue;
    addTo(byChangeset, recovery.changesets.of(r), r);
  }
  return [...byChangeset]
    .map(([changeset, revisions]) => ({ changeset, revisions }))
    .sort((a, b) => b.changeset - a.changeset);
}

/** Pull-ups whose sources the log has are no changes of their own; nor are syncs and merges. */
function isChange({ recovery }: Log, r: RevisionId): boolean {
  const { placeholder, sync } = recovery.messages.factsOf(r);
  return !placeholder && !sync && recovery.edgesTo(r).length === 0;
}

/** The requests that a side took whose sources the log has not: one ticket of one file on one day. */
function ticketsOf(log: Log, marks: Held): Set<string> {
  const tickets = new Set<string>();
  for (let r = 0; r < marks.length; r++) {
    const request = marks[r] === 0 ? undefined : requestOf(log, r);
    if (request !== undefined) tickets.add(request);
  }
  return tickets;
}

function requestOf({ histories, recovery }: Log, r: RevisionId): string | undefined {
  const ticket = recovery.messages.factsOf(r).pullUp?.ticket ?? null;
  if (ticket === null) return undefined;
  return `${String(histories.fileOf(r))} ${String(ticket)} ${String(histories.day(r))}`;
}
