import { compareNames } from '../../core/words/files';
import type { FileId, RevisionId } from '../../core/history/ids';
import { TRUNK, type NumberId } from '../../core/history/numbers';
import { compareBytes } from '../../core/recovery/paths/preOrder';
import { branchKey, type Matches } from '../../core/answers/search';
import type { Reading } from '../../logs/logs';
import { foldersOf, type Folder } from './folders';

/** A row of the view of files: a directory, a file, the trunk or a branch of it, or a revision. */
export type Node =
  | { readonly kind: 'folder'; readonly reading: Reading; readonly folder: Folder }
  | { readonly kind: 'file'; readonly reading: Reading; readonly file: FileId }
  | {
      readonly kind: 'line';
      readonly reading: Reading;
      readonly file: FileId;
      readonly branch: NumberId;
    }
  | RevisionNode;

export interface RevisionNode {
  readonly kind: 'revision';
  readonly reading: Reading;
  readonly revision: RevisionId;
}

export type SortOrder = 'log' | 'name';

/** What of the rows is shown, and how. */
export interface Shown {
  readonly order: SortOrder;
  readonly matches?: Matches | undefined;
}

export function rootNodes(reading: Reading, shown: Shown): Node[] {
  return entriesOf(reading, foldersOf(reading.log).root, shown);
}

/** A folder has its files and folders, a file its trunk and the trunk's branches, a line its revisions, then its branches. */
export function childrenOf(node: Node, shown: Shown): Node[] {
  const { reading } = node;
  if (node.kind === 'revision') return [];
  if (node.kind === 'folder') return entriesOf(reading, node.folder, shown);
  const history = reading.log.history(node.file);
  const { file } = node;
  if (node.kind === 'file') {
    return history.lines
      .filter(({ branch }) => isTopLine(reading, file, branch))
      .map(({ branch }): Node => ({ kind: 'line', reading, file, branch }))
      .filter((child) => isShown(child, shown.matches));
  }
  const revisions = history.line(node.branch)?.revisions ?? [];
  const own = revisions.map((revision): Node => ({ kind: 'revision', reading, revision }));
  const leaving =
    node.branch === TRUNK
      ? []
      : history.lines
          .filter(({ branch }) => parentLine(reading, branch) === node.branch)
          .map(({ branch }): Node => ({ kind: 'line', reading, file, branch }));
  return [...own, ...leaving].filter((child) => isShown(child, shown.matches));
}

export function parentOf(node: Node): Node | undefined {
  const { reading } = node;
  const { histories } = reading.log;
  if (node.kind === 'folder' || node.kind === 'file') {
    const folder =
      node.kind === 'folder' ? node.folder.parent : foldersOf(reading.log).ofFile[node.file];
    return folder?.parent ? { kind: 'folder', reading, folder } : undefined;
  }
  if (node.kind === 'revision') {
    const branch = histories.numbers.branchOf(histories.number(node.revision));
    return { kind: 'line', reading, file: histories.fileOf(node.revision), branch };
  }
  if (node.branch !== TRUNK && hasParent(reading, node.branch, node.file)) {
    const branch = parentLine(reading, node.branch);
    if (branch !== TRUNK) return { kind: 'line', reading, file: node.file, branch };
  }
  return { kind: 'file', reading, file: node.file };
}

/** The same row in every version of a log, as far as it is still there. */
export function idOf(node: Node): string {
  const { histories } = node.reading.log;
  if (node.kind === 'folder') return `d${node.folder.path}`;
  if (node.kind === 'file') return `f${String(node.file)}`;
  if (node.kind === 'line') {
    return `f${String(node.file)}/${node.branch === TRUNK ? 'trunk' : histories.numbers.text(node.branch)}`;
  }
  return `f${String(histories.fileOf(node.revision))}:${histories.numberText(node.revision)}`;
}

/** The revision that stands for a row: its own, or the newest of its line, trunk or first file. */
export function revisionOf(node: Node): RevisionId {
  const { log } = node.reading;
  if (node.kind === 'revision') return node.revision;
  if (node.kind === 'folder') return log.histories.revisionsOf(firstFile(node.folder))[0];
  const history = log.history(node.file);
  return node.kind === 'file' ? history.first : history.line(node.branch)!.revisions[0]!;
}

/** In the order of the log, or folders before files and each by name. */
function entriesOf(reading: Reading, { entries }: Folder, { order, matches }: Shown): Node[] {
  const nodes = entries
    .map((entry) => nodeOf(reading, entry))
    .filter((node) => isShown(node, matches));
  return order === 'name' ? nodes.sort(compareEntries) : nodes;
}

function nodeOf(reading: Reading, entry: Folder | FileId): Node {
  return typeof entry === 'number'
    ? { kind: 'file', reading, file: entry }
    : { kind: 'folder', reading, folder: entry };
}

function compareEntries(a: Node, b: Node): number {
  if (a.kind === 'folder' && b.kind === 'folder') return compareBytes(a.folder.name, b.folder.name);
  if (a.kind === 'file' && b.kind === 'file') return compareNames(a.reading.log, a.file, b.file);
  return a.kind === 'folder' ? -1 : 1;
}

function firstFile(folder: Folder): FileId {
  let first: Folder | FileId = folder;
  while (typeof first === 'object') first = first.entries[0]!;
  return first;
}

function isShown(node: Node, matches: Matches | undefined): boolean {
  if (!matches) return true;
  const { reading } = node;
  const { histories } = reading.log;
  switch (node.kind) {
    case 'folder':
      return node.folder.entries.some((entry) => isShown(nodeOf(reading, entry), matches));
    case 'file':
      return matches.within.has(node.file);
    case 'line':
      return (
        matches.files.has(node.file) ||
        matches.branches.has(branchKey(node.file, node.branch)) ||
        childrenOf(node, { order: 'log', matches }).length > 0
      );
    case 'revision': {
      const file = histories.fileOf(node.revision);
      const branch = histories.numbers.branchOf(histories.number(node.revision));
      return (
        matches.revisions.has(node.revision) ||
        matches.files.has(file) ||
        matches.branches.has(branchKey(file, branch))
      );
    }
  }
}

/** The line that a branch leaves from, whether or not its point is there. */
function parentLine({ log }: Reading, branch: NumberId): NumberId {
  const { numbers } = log.histories;
  return branch === TRUNK ? -1 : numbers.branchOf(numbers.pointOf(branch));
}

function hasParent(reading: Reading, branch: NumberId, file: FileId): boolean {
  return reading.log.history(file).line(parentLine(reading, branch)) !== undefined;
}

/** The trunk, its branches, and branches whose own line is not there. */
function isTopLine(reading: Reading, file: FileId, branch: NumberId): boolean {
  return parentLine(reading, branch) <= TRUNK || !hasParent(reading, branch, file);
}
