import { NONE, type Id } from '../../columns/ids';
import { dayOf, NO_DATE, type Day } from '../../history/dates';
import { NO_REVISION, type RevisionId } from '../../history/ids';
import type { Branch, Branches } from '../branches/branches';
import { CommitKeys } from '../branches/commitGroups';
import { NO_LINE } from '../../history/lines';
import { NO_MESSAGE, type Messages } from '../facts';
import { orderChangesets } from './orderChangesets';
import type { StatedName } from '../branches/statedNames';

/** A commit: its place among all of them, oldest first, each after what it was made from. */
export type ChangesetId = Id<'changeset'>;

/**
 * The revisions of one `cvs commit`: of one author, day, message and branch, one of a file. A
 * placeholder stands with the commit that made CVS write it.
 */
export class Changesets {
  constructor(
    private readonly messages: Messages,
    private readonly branches: Branches,
    /** The changeset of each revision. */
    readonly ofRevision: Int32Array,
    /** The revisions of all changesets, one after another, and where each starts. */
    private readonly revisions: Int32Array,
    private readonly starts: Int32Array,
    private readonly days: Int32Array,
  ) {}

  get count(): number {
    return this.days.length;
  }

  of(revision: RevisionId): ChangesetId {
    return this.ofRevision[revision]!;
  }

  /** In the order of the log. */
  revisionsOf(changeset: ChangesetId): Int32Array {
    return this.revisions.subarray(this.starts[changeset], this.starts[changeset + 1]);
  }

  day(changeset: ChangesetId): Day {
    return this.days[changeset]!;
  }

  /** The revision that tells author, message and branch: no placeholder where there is another. */
  speaker(changeset: ChangesetId): RevisionId {
    const revisions = this.revisionsOf(changeset);
    return revisions.find((r) => !this.messages.factsOf(r).placeholder) ?? revisions[0]!;
  }

  /** Undefined on the trunk. */
  branchOf(changeset: ChangesetId): Branch | undefined {
    for (const r of this.revisionsOf(changeset)) {
      const branch = this.branches.of(r);
      if (branch) return branch;
    }
    return undefined;
  }
}

/** Puts every revision into exactly one changeset. The same log always gives the same result. */
export function recoverChangesets(
  messages: Messages,
  branches: Branches,
  stated: readonly StatedName[],
): Changesets {
  const { histories } = messages;
  const group = new Int32Array(histories.count).fill(NONE);
  const days: number[] = [];
  const leaders = placeholderLeaders(messages, branches, stated);
  groupEqual(messages, branches, leaders, group, days);
  for (const [placeholder, { leader, day }] of leaders) {
    group[placeholder] = leader === NO_REVISION ? days.push(day) - 1 : group[leader]!;
  }
  return orderChangesets(messages, branches, group, days);
}

/** The revision whose commit a placeholder stands with; NO_REVISION where it stands alone. */
interface Leader {
  readonly leader: RevisionId;
  readonly day: Day;
}

function placeholderLeaders(
  messages: Messages,
  { lines }: Branches,
  stated: readonly StatedName[],
): Map<RevisionId, Leader> {
  const { histories } = messages;
  const leaders = new Map<RevisionId, Leader>();
  for (const { revision, branch } of stated) {
    if (revision === NO_REVISION || leaders.has(revision)) continue;
    const { placeholder } = messages.factsOf(revision);
    if (!placeholder) continue;
    if (placeholder.kind === 'initially-added') {
      leaders.set(revision, { leader: lines.first(branch), day: histories.day(revision) });
      continue;
    }
    const day = dayOfText(placeholder.time);
    const next = lines.newer(revision);
    const stands = next !== NO_REVISION && day !== NO_DATE && histories.day(next) === day;
    leaders.set(revision, {
      leader: stands ? next : NO_REVISION,
      day: day === NO_DATE ? histories.day(revision) : day,
    });
  }
  // A leader that is a placeholder itself stands alone, and so does what it leads.
  for (const [placeholder, { leader, day }] of leaders) {
    if (leaders.has(leader)) leaders.set(placeholder, { leader: NO_REVISION, day });
  }
  return leaders;
}

function dayOfText(time: string | null): Day {
  const match = time === null ? null : /^(\d{4})-(\d\d)-(\d\d)/.exec(time);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : NO_DATE;
}

/**
 * Groups equal revisions. Where a file has two of a group, its author committed it twice that day
 * with the same words: the first of each file are one commit, the second of each another.
 */
function groupEqual(
  messages: Messages,
  branches: Branches,
  leaders: ReadonlyMap<RevisionId, Leader>,
  group: Int32Array,
  days: number[],
): void {
  const { histories } = messages;
  const keys = new CommitKeys(messages);
  const first = new Map<number, number[]>();
  for (let file = 0; file < histories.fileCount; file++) {
    const [start, end] = histories.revisionsOf(file);
    const seen = new Map<number, number>();
    // Newer revisions stand first; the oldest of a file is its first.
    for (let r = end - 1; r >= start; r--) {
      if (leaders.has(r)) continue;
      if (messages.idOf(r) === NO_MESSAGE) {
        group[r] = days.push(histories.day(r)) - 1;
        continue;
      }
      const member = branches.lines.branchOf(r);
      const branch = member === NO_LINE ? 0 : branches.ofMember(member).id + 1;
      const key = keys.of(r) * 0x1000000 + branch;
      const nth = seen.get(key) ?? 0;
      seen.set(key, nth + 1);
      let ofKey = first.get(key);
      if (!ofKey) first.set(key, (ofKey = []));
      group[r] = ofKey[nth] ??= days.push(histories.day(r)) - 1;
    }
  }
}
