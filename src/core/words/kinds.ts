import type { FileHistory } from '../history/fileHistory';
import type { RevisionId } from '../history/ids';
import { placeholderOf } from '../messages/placeholder';

/** Flags that choose a row's shape and words: head of its line, branch point, placeholder. */
export const Kind = { head: 1, branchPoint: 2, placeholder: 4 } as const;

/** The kinds of a revision. The head is the newest of the trunk, or the tip of a branch. */
export function kindsOf(history: FileHistory, revision: RevisionId): number {
  const { histories } = history;
  return (
    (history.lineOf(revision).revisions[0] === revision ? Kind.head : 0) |
    (history.branchesFrom(revision).length > 0 ? Kind.branchPoint : 0) |
    (placeholderOf(histories, revision) ? Kind.placeholder : 0)
  );
}

/** The same in words, for those who do not see the shape. */
export function kindWords(kinds: number): string[] {
  return [
    ...(kinds & Kind.placeholder ? ['placeholder'] : []),
    ...(kinds & Kind.branchPoint ? ['branch point'] : []),
    ...(kinds & Kind.head ? ['newest of its line'] : []),
  ];
}
