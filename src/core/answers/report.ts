import type { Log } from '../log';
import { people, problemReports } from '../messages/people';
import type { FilePath } from '../recovery/paths/paths';

/** What was recovered of a log, and what stays unknown, in numbers. */
export interface Report {
  readonly revisions: number;
  readonly files: {
    readonly count: number;
    readonly named: number;
    readonly fullPaths: number;
    readonly byStatus: Readonly<Record<FilePath['status'], number>>;
    /** Paths that only rising names after a known file tell. */
    readonly onward: number;
  };
  readonly branches: {
    /** (file, branch) pairs. */
    readonly count: number;
    readonly named: number;
    /** Branches of the whole log that they were joined to. */
    readonly joined: number;
    readonly alone: number;
    readonly releases: number;
  };
  readonly changesets: {
    readonly count: number;
    readonly severalFiles: number;
    readonly largest: number;
  };
  readonly edges: {
    readonly pullUps: number;
    readonly syncs: number;
    readonly merges: number;
    readonly dangling: number;
    /** Revisions on branches that a message calls pulled up, and those with a source in this log. */
    readonly pullUpRevisions: number;
    readonly pullUpRevisionsWithSource: number;
  };
  readonly facts: {
    readonly problemReports: number;
    readonly tickets: number;
    readonly people: number;
  };
  readonly contradictions: number;
  /** What only some forms of a log tell; of how many revisions this one does. */
  readonly told: Readonly<Record<ToldFact, number>>;
}

export type ToldFact = 'time' | 'state' | 'lines' | 'commitId' | 'tags';

export function reportOn(log: Log): Report {
  const { histories, recovery } = log;
  const { paths, branches, changesets, edges, dangling } = recovery;
  const byStatus = { stated: 0, inferred: 0, partial: 0, unknown: 0 };
  for (const { status } of paths.files) byStatus[status]++;
  const sizes = Array.from(
    { length: changesets.count },
    (_, id) => changesets.revisionsOf(id).length,
  );
  const ofKind = (kind: string): number => edges.filter((edge) => edge.kind === kind).length;
  const pulled = new Set(edges.filter(({ kind }) => kind === 'pull-up').map(({ to }) => to));
  const counts = {
    pullUps: 0,
    withSource: 0,
    tickets: new Set<string>(),
    reports: new Set<string>(),
    people: 0,
  };
  const told = { time: 0, state: 0, lines: 0, commitId: 0, tags: 0 };
  for (let r = 0; r < histories.count; r++) {
    const branch = branches.of(r);
    const { pullUp } = recovery.messages.factsOf(r);
    if (branch && pullUp) {
      counts.pullUps++;
      if (pulled.has(r)) counts.withSource++;
      if (pullUp.ticket !== null)
        counts.tickets.add(`${String(branch.id)} ${String(pullUp.ticket)}`);
    }
    const extra = histories.extra(r);
    if (histories.time(r) !== null) told.time++;
    if (extra.state !== undefined) told.state++;
    if (extra.added !== undefined) told.lines++;
    if (extra.commitId !== undefined) told.commitId++;
    if (extra.tags !== undefined) told.tags++;
    const message = histories.message(r);
    for (const report of problemReports(message)) counts.reports.add(report);
    counts.people += people(message).length > 0 ? 1 : 0;
  }
  return {
    revisions: histories.count,
    files: {
      count: histories.fileCount,
      named: paths.files.filter(({ parts }) => parts.at(-1) !== null).length,
      fullPaths: byStatus.stated + byStatus.inferred,
      byStatus,
      onward: paths.files.filter(({ evidence }) => evidence.some(({ kind }) => kind === 'onward'))
        .length,
    },
    branches: {
      count: histories.branchCount,
      named: branches.all.reduce(
        (sum, { name, members }) => sum + (name === null ? 0 : members.length),
        0,
      ),
      joined: branches.all.length,
      alone: branches.all.filter(({ members }) => members.length === 1).length,
      releases: branches.all.filter(({ isRelease }) => isRelease).length,
    },
    changesets: {
      count: changesets.count,
      severalFiles: sizes.filter((size) => size > 1).length,
      largest: sizes.reduce((a, b) => Math.max(a, b), 0),
    },
    edges: {
      pullUps: ofKind('pull-up'),
      syncs: ofKind('sync'),
      merges: ofKind('merge'),
      dangling: dangling.length,
      pullUpRevisions: counts.pullUps,
      pullUpRevisionsWithSource: counts.withSource,
    },
    facts: {
      problemReports: counts.reports.size,
      tickets: counts.tickets.size,
      people: counts.people,
    },
    contradictions: recovery.contradictions.length,
    told,
  };
}
