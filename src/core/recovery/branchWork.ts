import { NO_DATE, type Day } from '../history/dates';
import type { Branch } from './branches/branches';
import type { Recovery } from './recovery';

/** What was done on a branch over all files. */
export interface BranchWork {
  readonly first: Day;
  readonly last: Day;
  readonly revisions: number;
  /** The most active first. */
  readonly authors: readonly string[];
  readonly syncs: number;
  readonly pullUps: number;
}

const works = new WeakMap<Branch, BranchWork>();

/** What was done on a branch; it is measured when someone first asks. */
export function workOn(recovery: Recovery, branch: Branch): BranchWork {
  let work = works.get(branch);
  if (!work) works.set(branch, (work = measure(recovery, branch)));
  return work;
}

function measure({ histories, branches, messages }: Recovery, { members }: Branch): BranchWork {
  let [first, last, revisions, syncs, pullUps] = [Infinity, -Infinity, 0, 0, 0];
  const authors = new Map<string, number>();
  for (const member of members) {
    for (const r of branches.lines.revisions(member)) {
      revisions++;
      const { placeholder, sync, pullUp } = messages.factsOf(r);
      if (placeholder) continue;
      const day = histories.day(r);
      if (day !== NO_DATE) [first, last] = [Math.min(first, day), Math.max(last, day)];
      const author = histories.author(r);
      authors.set(author, (authors.get(author) ?? 0) + 1);
      if (sync) syncs++;
      if (pullUp) pullUps++;
    }
  }
  const byWork = [...authors]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([author]) => author);
  const isDated = first <= last;
  return {
    first: isDated ? first : NO_DATE,
    last: isDated ? last : NO_DATE,
    revisions,
    authors: byWork,
    syncs,
    pullUps,
  };
}
