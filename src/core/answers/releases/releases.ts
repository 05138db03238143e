import { NO_DATE, type Day } from '../../history/dates';
import type { RevisionId } from '../../history/ids';
import type { Log } from '../../log';
import type { Branch } from '../../recovery/branches/branches';
import { workOn } from '../../recovery/branchWork';
import { branchTitle } from '../../words/branches';
import { seriesTitle } from '../../words/series';
import { requestOf } from '../requests';
import { pointOfBranches } from '../points/point';
import { holdingOf, type Holding } from '../points/holding';

/** A release: a branch that takes pull-ups, or all branches of a series, as they are now. */
export interface Release {
  readonly title: string;
  /** How `in:` and `parsePoint` call it. */
  readonly name: string;
  readonly branches: readonly Branch[];
  /** The days of its first and last commits; NO_DATE where none has a date. */
  readonly first: Day;
  readonly last: Day;
  readonly holding: Holding;
  /** Its pull-ups by their requests. */
  readonly pullUps: ReadonlyMap<string, RevisionId>;
}

export interface Releases {
  /** The newest first. */
  readonly all: readonly Release[];
  /** So many older ones are left out. */
  readonly left: number;
}

/** So many releases are told apart, the newest: what each has takes a byte a revision. */
const MOST = 64;

const known = new WeakMap<Log, Releases>();

/** The releases of a log. */
export function releasesOf(log: Log): Releases {
  let releases = known.get(log);
  if (!releases) known.set(log, (releases = collect(log)));
  return releases;
}

function collect(log: Log): Releases {
  const { branches, series } = log.recovery;
  const alone = branches.all.filter((one) => one.isRelease && !log.recovery.seriesOf(one));
  const all = [
    ...series.all.map((one) => {
      const title = seriesTitle(log, one);
      return span(log, { title, name: title, branches: one.branches });
    }),
    ...alone.map((one) => {
      const name = one.name ?? `branch:${String(one.id)}`;
      return span(log, { title: branchTitle(log, one), name, branches: [one] });
    }),
  ].sort((a, b) => b.first - a.first || b.last - a.last);
  return {
    all: all.slice(0, MOST).map((release) => ({
      ...release,
      holding: holdingOf(log, pointOfBranches(release.title, release.branches)),
      pullUps: pullUpsOf(log, release.branches),
    })),
    left: Math.max(0, all.length - MOST),
  };
}

function pullUpsOf(log: Log, branches: readonly Branch[]): Map<string, RevisionId> {
  const { lines } = log.recovery.branches;
  const pullUps = new Map<string, RevisionId>();
  for (const { members } of branches)
    for (const member of members)
      for (const r of lines.revisions(member)) {
        const request = requestOf(log, r);
        if (request !== undefined) pullUps.set(request, r);
      }
  return pullUps;
}

/** The release with the days of its commits. */
function span(
  log: Log,
  release: Pick<Release, 'title' | 'name' | 'branches'>,
): Omit<Release, 'holding' | 'pullUps'> {
  const works = release.branches.map((branch) => workOn(log.recovery, branch));
  const dated = works.filter(({ first }) => first !== NO_DATE);
  return {
    ...release,
    first: dated.length > 0 ? Math.min(...dated.map(({ first }) => first)) : NO_DATE,
    last: dated.length > 0 ? Math.max(...dated.map(({ last }) => last)) : NO_DATE,
  };
}
