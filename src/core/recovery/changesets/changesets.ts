import { type Steps } from '../../columns/steps';
import { NONE, type Id } from '../../columns/ids';
import type { Day } from '../../history/dates';
import type { RevisionId } from '../../history/ids';
import type { Branch, Branches } from '../branches/branches';
import type { Messages } from '../facts';
import { groupRevisions } from './groups';
import { orderChangesets } from './orderChangesets';
import type { StatedName } from '../branches/statedNames';

/** A commit: its place among all of them, oldest first, each after what it was made from. */
export type ChangesetId = Id<'changeset'>;

/**
 * The revisions of one `cvs commit`. A placeholder stands with the commit that made CVS write it.
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
  ) {
    this.speakers = new Int32Array(days.length).fill(NONE);
  }
  /** Found when someone first asks. */
  private readonly speakers: Int32Array;

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

  /**
   * The revision that tells author, message and branch: no placeholder where there is another, and of an
   * import the vendor's, for CVS itself wrote the other's words.
   */
  speaker(changeset: ChangesetId): RevisionId {
    const known = this.speakers[changeset]!;
    if (known !== NONE) return known;
    const revisions = this.revisionsOf(changeset);
    const own = revisions.filter((r) => !this.messages.factsOf(r).placeholder);
    const onBranch = own.find((r) => this.branches.of(r) !== undefined);
    return (this.speakers[changeset] = onBranch ?? own[0] ?? revisions[0]!);
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
export function* recoverChangesets(
  messages: Messages,
  branches: Branches,
  stated: readonly StatedName[],
): Steps<Changesets> {
  const groups = yield* groupRevisions(messages, branches, stated);
  return yield* orderChangesets(messages, branches, groups);
}
