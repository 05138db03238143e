import type { RevisionId } from '../core/history/ids';
import type { Reading } from '../logs/logs';
import { revisionOfBranch, type BranchNode } from './branches/nodes';
import { revisionOfChangeset, type ChangesetNode } from './changesets/nodes';
import { revisionOf, type Node } from './files/nodes';

/** A row of any of the views. */
export type Row = Node | BranchNode | ChangesetNode;

const KINDS: ReadonlySet<unknown> = new Set<Row['kind']>([
  'folder',
  'file',
  'line',
  'revision',
  'nameless',
  'branch',
  'member',
  'year',
  'day',
  'changeset',
]);

/** What a command is called with, from a row's menu. */
export function isRow(value: unknown): value is Row {
  return KINDS.has((value as { kind?: unknown } | undefined)?.kind);
}

/** The log and the revision that stand for a row. */
export function targetOfRow(row: Row): { reading: Reading; revision: RevisionId } {
  return { reading: row.reading, revision: revisionOfRow(row) };
}

function revisionOfRow(row: Row): RevisionId {
  switch (row.kind) {
    case 'nameless':
    case 'branch':
    case 'member':
      return revisionOfBranch(row);
    case 'year':
    case 'day':
    case 'changeset':
      return revisionOfChangeset(row);
    default:
      return revisionOf(row);
  }
}
