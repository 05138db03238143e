import type { RevisionId } from '../../history/ids';
import { NO_BRANCH, type FileBranchId, type FileBranches } from '../fileBranches';
import type { Messages } from '../facts';

/** A name that a placeholder, or the user, gives to a branch of a file. */
export interface StatedName {
  readonly branch: FileBranchId;
  readonly name: string;
  /** The placeholder; NO_REVISION where the user says so. */
  readonly revision: RevisionId;
  /** Did the file come to the branch later than the branch was made? */
  readonly isLate: boolean;
}

/** The names of branches that CVS itself wrote into the log. */
export function namesInPlaceholders(messages: Messages, branches: FileBranches): StatedName[] {
  const { histories } = messages;
  const names: StatedName[] = [];
  for (let r = 0; r < histories.count; r++) {
    const { placeholder } = messages.factsOf(r);
    if (!placeholder || histories.numbers.part(histories.number(r)) !== 1) continue;
    const own = branches.ofRevision[r]!;
    const branch = own === NO_BRANCH ? bornOn(messages, branches, r) : own;
    if (branch !== NO_BRANCH && (own === NO_BRANCH) === (placeholder.kind === 'initially-added')) {
      names.push({ branch, name: placeholder.branch, revision: r, isLate: own !== NO_BRANCH });
    }
  }
  return names;
}

/**
 * The branch that a file was born on, given the trunk's dead first revision: CVS makes both at
 * once, so it leaves from there, on that day and by that author, and before all others.
 */
function bornOn(messages: Messages, branches: FileBranches, dead: RevisionId): FileBranchId {
  const { histories } = messages;
  const [, end] = histories.revisionsOf(histories.fileOf(dead));
  let lowest = NO_BRANCH;
  for (let r = dead + 1; r < end; r++) {
    if (histories.predecessor(r) !== dead || branches.ofRevision[r] === NO_BRANCH) continue;
    const branch = branches.ofRevision[r]!;
    const isLower =
      lowest === NO_BRANCH ||
      histories.numbers.compare(branches.number(branch), branches.number(lowest)) < 0;
    if (isLower) lowest = branch;
  }
  if (lowest === NO_BRANCH) return NO_BRANCH;
  const first = branches.first(lowest);
  const together =
    histories.day(first) === histories.day(dead) &&
    histories.authorId(first) === histories.authorId(dead);
  return together ? lowest : NO_BRANCH;
}
