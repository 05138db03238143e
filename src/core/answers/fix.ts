import { groupBy } from '../columns/grouped';
import { daysLate } from '../history/dates';
import { NO_REVISION, type RevisionId } from '../history/ids';
import { linesOf, NO_LINE, type LineId } from '../history/lines';
import type { Log } from '../log';
import type { Branch } from '../recovery/branches/branches';
import { workOn } from '../recovery/branchWork';
import type { Edge } from '../recovery/edges';

/** How a change came to a revision: by an edge, or by a ticket that both name on one day. */
export interface Arrival {
  readonly revision: RevisionId;
  /** Undefined on the trunk. */
  readonly branch: Branch | undefined;
  readonly by: Edge['kind'] | 'ticket';
  readonly status: Edge['status'];
  readonly ticket: number | null;
  readonly requester: string | null;
}

export interface FixReport {
  /** The change itself: all revisions of its commit, across files. */
  readonly sources: readonly RevisionId[];
  readonly arrivals: readonly Arrival[];
  /** Release branches that were alive then, have a file of the change, and did not get it. */
  readonly missed: readonly Branch[];
  /** Such branches of which the log cannot tell, for the change's own source is not in it. */
  readonly untold: readonly Branch[];
}

const ORDER: readonly Arrival['by'][] = ['pull-up', 'ticket', 'merge', 'sync'];

/**
 * Every branch and file that received a revision's commit, by pull-ups and merges, and by syncs that
 * took over what came after it; and the release branches that did not. On a revision that was
 * pulled up, the question is about where it came from. Where that is not in the log, its ticket
 * tells where else the change went; of other branches nothing can be said then.
 */
export function whereDidItGo(log: Log, revision: RevisionId): FixReport {
  const { recovery } = log;
  const origins = recovery
    .edgesTo(revision)
    .filter(({ kind }) => kind === 'pull-up')
    .map(({ from }) => from);
  const start = origins.length > 0 ? origins : [revision];
  const all = new Set(start.flatMap((r) => commitOf(log, r)));
  const sources = [...all];
  const byEdges = arrivalsByEdges(log, sources, all);
  const taken = new Set([...sources, ...byEdges.map((arrival) => arrival.revision)]);
  const byTicket = arrivalsByTicket(log, [revision, ...byEdges.map((a) => a.revision)], taken);
  const arrivals = [...byEdges, ...byTicket];
  arrivals.sort((a, b) => ORDER.indexOf(a.by) - ORDER.indexOf(b.by));
  const without = releasesWithout(log, sources, all, arrivals);
  const isSourceHere = origins.length > 0 || ticketOf(log, revision) === null;
  const hasTicket = ticketHolders(log, [revision, ...arrivals.map((a) => a.revision)]);
  const isSure = (branch: Branch): boolean => isSourceHere && !hasTicket.has(branch);
  return {
    sources,
    arrivals,
    missed: without.filter(isSure),
    untold: without.filter((branch) => !isSure(branch)),
  };
}

function commitOf({ recovery: { changesets } }: Log, revision: RevisionId): RevisionId[] {
  return [...changesets.revisionsOf(changesets.of(revision))];
}

function arrivalsByEdges(
  log: Log,
  sources: readonly RevisionId[],
  all: ReadonlySet<RevisionId>,
): Arrival[] {
  const arrivals: Arrival[] = [];
  const seen = new Set<RevisionId>(sources);
  for (const source of sources) {
    for (const edge of laterEdges(log, source)) {
      if (seen.has(edge.to) || beganWith(log, edge.to, all)) continue;
      seen.add(edge.to);
      const { kind: by, status, ticket, requester, to: revision } = edge;
      const branch = log.recovery.branches.of(revision);
      arrivals.push({ revision, branch, by, status, ticket, requester });
    }
  }
  return arrivals;
}

/** Pull-ups of one ticket on one day are one change, also where its source is not in the log. */
function arrivalsByTicket(
  log: Log,
  pulledUp: readonly RevisionId[],
  taken: ReadonlySet<RevisionId>,
): Arrival[] {
  const { histories, recovery } = log;
  const wanted = groupBy(pulledUp, (r) => ticketOf(log, r));
  wanted.delete(null);
  if (wanted.size === 0) return [];
  const arrivals: Arrival[] = [];
  for (let r = 0; r < histories.count; r++) {
    const ticket = ticketOf(log, r);
    if (taken.has(r) || !wanted.get(ticket)?.some((like) => isSameTime(log, r, like))) continue;
    const requester = recovery.messages.factsOf(r).pullUp?.requester ?? null;
    const branch = recovery.branches.of(r);
    if (branch) {
      arrivals.push({ revision: r, branch, by: 'ticket', status: 'stated', ticket, requester });
    }
  }
  return arrivals;
}

/** Each release counts its tickets anew, so the same number years apart is another change. */
function isSameTime({ histories }: Log, a: RevisionId, b: RevisionId): boolean {
  const [one, other] = [histories.day(a), histories.day(b)];
  return daysLate(one, other) === 0 && daysLate(other, one) === 0;
}

function ticketOf({ recovery }: Log, revision: RevisionId): number | null {
  return recovery.messages.factsOf(revision).pullUp?.ticket ?? null;
}

/** Branches with a ticket of the change anywhere: of these no “did not” may be said. */
function ticketHolders(log: Log, pulledUp: readonly RevisionId[]): Set<Branch | undefined> {
  const tickets = new Set(pulledUp.map((r) => ticketOf(log, r)));
  tickets.delete(null);
  const holders = new Set<Branch | undefined>();
  if (tickets.size === 0) return holders;
  for (let r = 0; r < log.histories.count; r++) {
    if (tickets.has(ticketOf(log, r))) holders.add(log.recovery.branches.of(r));
  }
  return holders;
}

/** Release branches alive at the time of the change that have a file of it, and not the change. */
function releasesWithout(
  log: Log,
  sources: readonly RevisionId[],
  all: ReadonlySet<RevisionId>,
  arrivals: readonly Arrival[],
): Branch[] {
  const { histories, recovery } = log;
  const lines = linesOf(histories);
  const got = new Set(arrivals.map(({ branch }) => branch));
  for (const r of sources) got.add(recovery.branches.of(r));
  const files = new Set(sources.map((r) => histories.fileOf(r)));
  const day = sources.reduce((least, r) => Math.min(least, histories.day(r)), Infinity);
  return recovery.branches.all.filter((branch) => {
    if (!branch.isRelease || got.has(branch)) return false;
    const { last } = workOn(recovery, branch);
    return (
      last >= day && branch.members.some((m) => files.has(lines.file(m)) && !holds(log, m, all))
    );
  });
}

/** Pull-ups of the revision itself; merges and syncs that took it, or what was made from it, first. */
function laterEdges(log: Log, source: RevisionId): Edge[] {
  const { recovery } = log;
  const lines = linesOf(log.histories);
  const edges = recovery.edgesFrom(source).filter(({ kind }) => kind === 'pull-up');
  const reached = new Set<LineId>();
  for (let r = source; r !== NO_REVISION; r = lines.newer(r)) {
    for (const edge of recovery.edgesFrom(r)) {
      const line = lines.branchOf(edge.to);
      if (edge.kind === 'pull-up' || reached.has(line)) continue;
      reached.add(line);
      edges.push(edge);
    }
  }
  return edges;
}

/** Had the branch of a revision the change from its beginning, so that no sync brought it? */
function beganWith(log: Log, revision: RevisionId, sources: ReadonlySet<RevisionId>): boolean {
  const line = linesOf(log.histories).branchOf(revision);
  return line !== NO_LINE && holds(log, line, sources);
}

/** Did a branch of a file begin with the change in it? */
function holds({ histories }: Log, line: LineId, sources: ReadonlySet<RevisionId>): boolean {
  for (let r = linesOf(histories).point(line); r !== NO_REVISION; r = histories.predecessor(r)) {
    if (sources.has(r)) return true;
  }
  return false;
}
