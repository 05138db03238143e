import { NO_REVISION, type RevisionId } from '../history/ids';
import { NO_LINE } from '../history/lines';
import type { Log } from '../log';
import type { Branch } from '../recovery/branches/branches';
import { workOn } from '../words/branches';
import type { Edge } from '../recovery/edges';

/** Where a change came to, and by what. */
export interface Arrival {
  readonly revision: RevisionId;
  /** Undefined on the trunk. */
  readonly branch: Branch | undefined;
  readonly edge: Edge;
}

export interface FixReport {
  /** The change itself: all revisions of its commit, across files. */
  readonly sources: readonly RevisionId[];
  readonly arrivals: readonly Arrival[];
  /** Release branches that were alive then, have a file of the change, and did not get it. */
  readonly missed: readonly Branch[];
}

const ORDER: readonly Edge['kind'][] = ['pull-up', 'merge', 'sync'];

/**
 * Every branch and file that received a revision's commit, by pull-ups and merges, and by syncs that
 * took over what came after it; and the release branches that did not. On a revision that was
 * pulled up, the question is about where it came from.
 */
export function whereDidItGo(log: Log, revision: RevisionId): FixReport {
  const { histories, recovery } = log;
  const { changesets } = recovery;
  const origins = recovery
    .edgesTo(revision)
    .filter(({ kind }) => kind === 'pull-up')
    .map(({ from }) => from);
  const start = origins.length > 0 ? origins : [revision];
  const all = new Set(start.flatMap((r) => [...changesets.revisionsOf(changesets.of(r))]));
  const sources = [...all];
  const arrivals: Arrival[] = [];
  const seen = new Set<RevisionId>(sources);
  for (const source of sources) {
    for (const edge of laterEdges(log, source)) {
      if (seen.has(edge.to) || beganWith(log, edge.to, all)) continue;
      seen.add(edge.to);
      arrivals.push({ revision: edge.to, branch: recovery.branches.of(edge.to), edge });
    }
  }
  arrivals.sort((a, b) => ORDER.indexOf(a.edge.kind) - ORDER.indexOf(b.edge.kind));
  const got = new Set(arrivals.map(({ branch }) => branch));
  const files = new Set(sources.map((r) => histories.fileOf(r)));
  const day = sources.reduce((least, r) => Math.min(least, histories.day(r)), Infinity);
  const missed = recovery.branches.all.filter((branch) => {
    if (
      !branch.isRelease ||
      got.has(branch) ||
      sources.some((r) => recovery.branches.of(r) === branch)
    )
      return false;
    const { last } = workOn(log, branch);
    return (
      last >= day &&
      branch.members.some((m) => files.has(recovery.branches.lines.file(m)) && !holds(log, m, all))
    );
  });
  return { sources, arrivals, missed };
}

/** Pull-ups of the revision itself; merges and syncs that took it, or what was made from it, first. */
function laterEdges(log: Log, source: RevisionId): Edge[] {
  const { histories, recovery } = log;
  const history = log.history(histories.fileOf(source));
  const edges = recovery.edgesFrom(source).filter(({ kind }) => kind === 'pull-up');
  const reached = new Set<number>();
  for (let r: RevisionId | undefined = source; r !== undefined; r = history.next(r)) {
    for (const edge of recovery.edgesFrom(r)) {
      const line = recovery.branches.lines.branchOf(edge.to);
      if (edge.kind === 'pull-up' || reached.has(line)) continue;
      reached.add(line);
      edges.push(edge);
    }
  }
  return edges;
}

/** Had the branch of a revision the change from its beginning, so that no sync brought it? */
function beganWith(log: Log, revision: RevisionId, sources: ReadonlySet<RevisionId>): boolean {
  const member = log.recovery.branches.lines.branchOf(revision);
  return member !== NO_LINE && holds(log, member, sources);
}

/** Did a branch of a file begin with the change in it? */
function holds(
  { histories, recovery }: Log,
  member: number,
  sources: ReadonlySet<RevisionId>,
): boolean {
  for (
    let r = recovery.branches.lines.point(member);
    r !== NO_REVISION;
    r = histories.predecessor(r)
  ) {
    if (sources.has(r)) return true;
  }
  return false;
}
