import { PAUSE_EVERY, type Steps } from '../../columns/steps';
import { groupBy } from '../../columns/grouped';
import type { Day } from '../../history/dates';
import { NO_REVISION } from '../../history/ids';
import { NO_LINE, type LineId, type Lines } from '../../history/lines';
import { NO_MESSAGE, type CommitId, type Messages } from '../facts';

/** Revisions of equal author, day and message, on branches of several files. */
export interface CommitGroup {
  readonly author: number;
  readonly day: Day;
  /** Each branch once, in the order of the log. */
  readonly branches: readonly LineId[];
  /** Is it a pull-up with a ticket, as goes to all branches of a release at once? */
  readonly isTicketed: boolean;
  /** Do the same words stand on other days, too, or are they another author's? */
  readonly isGeneric: boolean;
  /** Do two branches of one file stand in it, as when one change goes to two releases at once? */
  readonly hasTwins: boolean;
}

/** More than any group has branches: what is not generic stands before what is. */
const GENERIC = 2 ** 32;

/** The groups of at least two branches: those with words of their own first, the largest first. */
export function* groupCommits(messages: Messages, lines: Lines): Steps<CommitGroup[]> {
  const { histories } = messages;
  /** Of each commit its first revision; of each message the commits that have it. */
  const first = new Int32Array(messages.commitCount).fill(NO_REVISION);
  const uses = new Int32Array(messages.count);
  const onMore = new Map<CommitId, LineId[]>();
  for (let r = 0; r < histories.count; r++) {
    if (r % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
    const branch = lines.branchOf(r);
    if (branch === NO_LINE || messages.idOf(r) === NO_MESSAGE || messages.factsOf(r).placeholder)
      continue;
    const commit = messages.commitOf(r);
    if (first[commit] === NO_REVISION) {
      first[commit] = r;
      uses[messages.idOf(r)]!++;
      continue;
    }
    const branches = onMore.get(commit) ?? [lines.branchOf(first[commit]!)];
    if (branches.at(-1) === branch || branches.slice(-8).includes(branch)) continue;
    branches.push(branch);
    onMore.set(commit, branches);
  }
  const groups: CommitGroup[] = [];
  for (const [commit, all] of onMore) {
    if (groups.length % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
    const r = first[commit]!;
    const list = all.length > 8 ? [...new Set(all)] : all;
    const hasTwins = new Set(list.map((b) => lines.file(b))).size < list.length;
    const isTicketed = (messages.factsOf(r).pullUp?.ticket ?? null) !== null;
    groups.push({
      author: histories.authorId(r),
      day: histories.day(r),
      branches: list,
      isTicketed,
      isGeneric: uses[messages.idOf(r)]! > 1,
      hasTwins,
    });
  }
  yield;
  return largestFirst(groups);
}

/** There are few sizes, so that these are sorted, and groups of one stay in their order. */
function largestFirst(groups: readonly CommitGroup[]): CommitGroup[] {
  const bySize = groupBy(groups, ({ isGeneric, branches }) =>
    isGeneric ? branches.length : GENERIC + branches.length,
  );
  return [...bySize].sort(([a], [b]) => b - a).flatMap(([, all]) => all);
}
