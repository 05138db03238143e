import type { Branch } from '../../core/recovery/branches/branches';
import { workOn } from '../../core/words/branches';
import type { LineId } from '../../core/history/lines';
import type { Reading } from '../../logs/logs';
import type { RevisionNode } from '../files/nodes';

/** A row of the view of branches: a branch over all files, a file of it, or a revision. */
export type BranchNode =
  | { readonly kind: 'nameless'; readonly reading: Reading; readonly branches: readonly Branch[] }
  | { readonly kind: 'branch'; readonly reading: Reading; readonly branch: Branch }
  | { readonly kind: 'member'; readonly reading: Reading; readonly member: LineId }
  | RevisionNode;

/** Those with a name, by name; then, in a row of their own, those without, the newest first. */
export function rootBranches(reading: Reading): BranchNode[] {
  const { all } = reading.log.recovery.branches;
  const named = all.filter(({ name }) => name !== null);
  const nameless = all.filter(({ name }) => name === null);
  named.sort((a, b) => (a.name! < b.name! ? -1 : 1));
  if (named.length === 0) return nodesOf(reading, byAge(reading, nameless));
  const rest: BranchNode[] =
    nameless.length > 0 ? [{ kind: 'nameless', reading, branches: nameless }] : [];
  return [...nodesOf(reading, named), ...rest];
}

export function childrenOfBranch(node: BranchNode): BranchNode[] {
  const { reading } = node;
  const { lines } = reading.log.recovery.branches;
  switch (node.kind) {
    case 'nameless':
      return nodesOf(reading, byAge(reading, node.branches));
    case 'branch':
      return node.branch.members.map((member) => ({ kind: 'member', reading, member }));
    case 'member':
      return [...lines.revisions(node.member)]
        .reverse()
        .map((revision) => ({ kind: 'revision', reading, revision }));
    case 'revision':
      return [];
  }
}

/** The revision that stands for a row. */
export function revisionOfBranch(node: BranchNode): number {
  if (node.kind === 'revision') return node.revision;
  const { lines } = node.reading.log.recovery.branches;
  const member =
    node.kind === 'member'
      ? node.member
      : node.kind === 'branch'
        ? node.branch.members[0]!
        : node.branches[0]!.members[0]!;
  return [...lines.revisions(member)].at(-1)!;
}

function nodesOf(reading: Reading, branches: readonly Branch[]): BranchNode[] {
  return branches.map((branch) => ({ kind: 'branch', reading, branch }));
}

function byAge({ log }: Reading, branches: readonly Branch[]): Branch[] {
  return [...branches].sort((a, b) => workOn(log, b).first - workOn(log, a).first || a.id - b.id);
}
