import { NO_DATE } from '../../history/dates';
import type { RevisionId } from '../../history/ids';
import type { Log } from '../../log';
import type { ChangesetId } from '../../recovery/changesets/changesets';
import type { Edge } from '../../recovery/edges';
import { requestOf } from '../requests';
import { releasesOf, type Release } from './releases';

/** What a release has of a change. */
export interface Mark {
  readonly kind: MarkKind;
  /** A pull-up's ticket. */
  readonly ticket: number | null;
  /** Where a pull-up brought it to. */
  readonly revision: RevisionId | null;
  readonly isInferred: boolean;
  /** The files of the change that the release has it in, of those that can be told. */
  readonly files: number;
  readonly of: number;
}

/**
 * `received`: by a pull-up. `has`: from its beginning, or by a merge. `ended`: it lacks the change, but had
 * no commit any more when that was made. `unknown`: the log cannot tell.
 */
export type MarkKind = 'received' | 'has' | 'lacks' | 'ended' | 'unknown';

/** What each release has of a change, in the order of `releasesOf`. */
export function marksOf(log: Log, changeset: ChangesetId): Mark[] {
  const revisions = [...log.recovery.changesets.revisionsOf(changeset)];
  return releasesOf(log).all.map((release) => markOf(log, release, changeset, revisions));
}

function markOf(
  log: Log,
  release: Release,
  changeset: ChangesetId,
  revisions: readonly RevisionId[],
): Mark {
  const told = revisions
    .map((r) => release.holding.has(r))
    .filter((answer) => answer !== undefined);
  const files = told.filter((has) => has).length;
  const share = { files, of: told.length };
  const pullUp = pullUpInto(log, release, revisions);
  if (pullUp) return { kind: 'received', ...pullUp, ...share, files: Math.max(1, files) };
  const nothing = { ticket: null, revision: null, isInferred: false, ...share };
  if (files > 0) return { kind: 'has', ...nothing };
  const day = log.recovery.changesets.day(changeset);
  const isOver = day !== NO_DATE && release.last !== NO_DATE && release.last < day;
  if (isOver) return { kind: 'ended', ...nothing };
  // Where a change came from outside the log, a release may have had it from its beginning.
  const isFromOutside = revisions.every((r) => isPullUp(log, r));
  const isUnknown = isFromOutside || told.length < revisions.length;
  return { kind: isUnknown ? 'unknown' : 'lacks', ...nothing };
}

/** The pull-up of a change into a release: of what the log has of it, or by the same request. */
function pullUpInto(
  log: Log,
  release: Release,
  revisions: readonly RevisionId[],
): Pick<Mark, 'ticket' | 'revision' | 'isInferred'> | undefined {
  const { recovery } = log;
  const isIn = (r: RevisionId): boolean => {
    const branch = recovery.branches.of(r);
    return branch !== undefined && release.branches.includes(branch);
  };
  const edges = revisions.flatMap((r) => pullUpsOf(log, r));
  const edge = edges.find(({ to }) => isIn(to));
  if (edge)
    return { ticket: edge.ticket, revision: edge.to, isInferred: edge.status === 'inferred' };
  for (const r of [...revisions, ...edges.map(({ to }) => to)]) {
    const request = requestOf(log, r);
    const revision = request === undefined ? undefined : release.pullUps.get(request);
    if (revision === undefined && !(isPullUp(log, r) && isIn(r))) continue;
    return { ticket: ticketOf(log, r), revision: revision ?? r, isInferred: revision !== r };
  }
  return undefined;
}

function isPullUp({ recovery }: Log, revision: RevisionId): boolean {
  return recovery.messages.factsOf(revision).pullUp !== undefined;
}

function ticketOf({ recovery }: Log, revision: RevisionId): number | null {
  return recovery.messages.factsOf(revision).pullUp?.ticket ?? null;
}

/** The pull-ups of a revision, and of these in turn. */
function pullUpsOf({ recovery }: Log, revision: RevisionId): Edge[] {
  const edges: Edge[] = [];
  const seen = new Set([revision]);
  const next = [revision];
  for (let r = next.pop(); r !== undefined; r = next.pop()) {
    for (const edge of recovery.edgesFrom(r)) {
      if (edge.kind !== 'pull-up' || seen.has(edge.to)) continue;
      seen.add(edge.to);
      edges.push(edge);
      next.push(edge.to);
    }
  }
  return edges;
}
