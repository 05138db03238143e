import { compareNames } from '../core/messages/fileLabel';
import type { FileId, RevisionId } from '../core/history/histories';
import { ROOT, type NumberId } from '../core/history/numbers';
import { branchKey, type Matches } from '../core/search';
import type { Reading } from '../editor/logs';

/** A row of the tree: a file, the trunk or a branch of it, or a revision. */
export type Node =
  | { readonly kind: 'file'; readonly reading: Reading; readonly file: FileId }
  | { readonly kind: 'line'; readonly reading: Reading; readonly file: FileId; readonly branch: NumberId }
  | { readonly kind: 'revision'; readonly reading: Reading; readonly revision: RevisionId };

export type SortOrder = 'log' | 'name';

export function rootNodes(reading: Reading, order: SortOrder, matches?: Matches): Node[] {
  const { histories } = reading.log;
  const files = matches
    ? [...matches.within]
    : Array.from({ length: histories.fileCount }, (_, file) => file);
  if (order === 'name') files.sort((a, b) => compareNames(reading.log, a, b));
  return files.map((file) => ({ kind: 'file', reading, file }));
}

/** A file has its trunk and the trunk's branches; a line its revisions, then its branches. */
export function childrenOf(node: Node, matches?: Matches): Node[] {
  const { reading } = node;
  if (node.kind === 'revision') return [];
  const history = reading.log.history(node.file);
  const { file } = node;
  if (node.kind === 'file') {
    return history.lines
      .filter(({ branch }) => isTopLine(reading, file, branch))
      .map(({ branch }): Node => ({ kind: 'line', reading, file, branch }))
      .filter((child) => isShown(child, matches));
  }
  const revisions = history.line(node.branch)?.revisions ?? [];
  const own = revisions.map((revision): Node => ({ kind: 'revision', reading, revision }));
  const leaving =
    node.branch === ROOT
      ? []
      : history.lines
          .filter(({ branch }) => parentLine(reading, branch) === node.branch)
          .map(({ branch }): Node => ({ kind: 'line', reading, file, branch }));
  return [...own, ...leaving].filter((child) => isShown(child, matches));
}

export function parentOf(node: Node): Node | undefined {
  const { reading } = node;
  const { histories } = reading.log;
  if (node.kind === 'file') return undefined;
  if (node.kind === 'revision') {
    const branch = histories.numbers.branchOf(histories.number(node.revision));
    return { kind: 'line', reading, file: histories.fileOf(node.revision), branch };
  }
  if (node.branch !== ROOT && hasParent(reading, node.branch, node.file)) {
    const branch = parentLine(reading, node.branch);
    if (branch !== ROOT) return { kind: 'line', reading, file: node.file, branch };
  }
  return { kind: 'file', reading, file: node.file };
}

/** The same row in every version of a log, as far as it is still there. */
export function idOf(node: Node): string {
  const { histories } = node.reading.log;
  if (node.kind === 'file') return `f${String(node.file)}`;
  if (node.kind === 'line') {
    return `f${String(node.file)}/${node.branch === ROOT ? 'trunk' : histories.numbers.text(node.branch)}`;
  }
  return `f${String(histories.fileOf(node.revision))}:${histories.numberText(node.revision)}`;
}

/** The revision that stands for a row: its own, or the newest of its line or trunk. */
export function revisionOf(node: Node): RevisionId {
  if (node.kind === 'revision') return node.revision;
  const history = node.reading.log.history(node.file);
  return node.kind === 'file' ? history.first : history.line(node.branch)!.revisions[0]!;
}

function isShown(node: Node, matches: Matches | undefined): boolean {
  if (!matches) return true;
  const { histories } = node.reading.log;
  if (node.kind === 'revision') {
    const file = histories.fileOf(node.revision);
    const branch = histories.numbers.branchOf(histories.number(node.revision));
    return (
      matches.revisions.has(node.revision) ||
      matches.files.has(file) ||
      matches.branches.has(branchKey(file, branch))
    );
  }
  if (node.kind === 'file') return matches.within.includes(node.file);
  return matches.files.has(node.file) || matches.branches.has(branchKey(node.file, node.branch)) || childrenOf(node, matches).length > 0;
}

/** The line that a branch leaves from, whether or not its point is there. */
function parentLine({ log }: Reading, branch: NumberId): NumberId {
  const { numbers } = log.histories;
  return branch === ROOT ? -1 : numbers.branchOf(numbers.pointOf(branch));
}

function hasParent(reading: Reading, branch: NumberId, file: FileId): boolean {
  return reading.log.history(file).line(parentLine(reading, branch)) !== undefined;
}

/** The trunk, its branches, and branches whose own line is not there. */
function isTopLine(reading: Reading, file: FileId, branch: NumberId): boolean {
  return parentLine(reading, branch) <= ROOT || !hasParent(reading, branch, file);
}
