import { NO_DATE, type Day } from '../history/dates';
import type { Log } from '../log';
import type { Branch } from '../recovery/branches/branches';
import type { Series } from '../recovery/series/series';
import type { ChangesetId } from '../recovery/changesets/changesets';

/** The time of a log is divided into so many parts, for how much was done when. */
export const BINS = 160;

/**
 * From when to when a branch was worked on, and how much in each part of the log's time. The branches
 * of a release, as its tickets tell them, count as one.
 */
export interface Lifetime {
  /** None for the trunk. */
  readonly branches: readonly Branch[];
  readonly series: Series | undefined;
  readonly first: Day;
  readonly last: Day;
  readonly commits: number;
  /** The newest of its commits. */
  readonly newest: ChangesetId;
  /** Commits in each part, and the parts with syncs and with pull-ups. */
  readonly density: Uint32Array;
  readonly syncs: ReadonlySet<number>;
  readonly pullUps: ReadonlySet<number>;
}

/** The days of a log that its branches' lifetimes lie in. */
export interface Lifetimes {
  readonly first: Day;
  readonly last: Day;
  /** The trunk, then the branches by their first commits. */
  readonly all: readonly Lifetime[];
}

/** When the commits that are given were made, by branch; commits without a date are left out. */
export function lifetimesOf(log: Log, commits: Int32Array): Lifetimes {
  const { changesets, messages } = log.recovery;
  const dated = commits.filter((id) => changesets.day(id) !== NO_DATE);
  let [first, last] = [Infinity, -Infinity];
  for (const id of dated) {
    first = Math.min(first, changesets.day(id));
    last = Math.max(last, changesets.day(id));
  }
  const byOwner = new Map<Branch | Series | undefined, Growing>();
  for (const id of dated) {
    const branch = changesets.branchOf(id);
    const series = branch && log.recovery.seriesOf(branch);
    const owner = series ?? branch;
    let life = byOwner.get(owner);
    if (!life) byOwner.set(owner, (life = started(branch, series, id)));
    const day = changesets.day(id);
    const bin = binOf(day, first, last);
    life.commits++;
    life.density[bin]!++;
    if (day >= life.last) [life.last, life.newest] = [day, id];
    life.first = Math.min(life.first, day);
    const { sync, pullUp } = messages.factsOf(changesets.speaker(id));
    if (sync) life.syncs.add(bin);
    if (pullUp) life.pullUps.add(bin);
  }
  const all = [...byOwner.values()].sort(
    (a, b) =>
      Math.sign(a.branches.length) - Math.sign(b.branches.length) ||
      a.first - b.first ||
      a.last - b.last,
  );
  return { first, last, all };
}

/** In which part of the time between two days a day is. */
export function binOf(day: Day, first: Day, last: Day): number {
  return last > first ? Math.min(BINS - 1, Math.floor(((day - first) / (last - first)) * BINS)) : 0;
}

type Growing = { -readonly [Key in keyof Lifetime]: Lifetime[Key] } & {
  syncs: Set<number>;
  pullUps: Set<number>;
};

function started(
  branch: Branch | undefined,
  series: Series | undefined,
  newest: ChangesetId,
): Growing {
  return {
    branches: series?.branches ?? (branch ? [branch] : []),
    series,
    first: Infinity,
    last: -Infinity,
    commits: 0,
    newest,
    density: new Uint32Array(BINS),
    syncs: new Set(),
    pullUps: new Set(),
  };
}
