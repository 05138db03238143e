import type { RevisionId } from '../core/history/ids';
import type { Log } from '../core/log';
import type { Recovery } from '../core/recovery/recovery';
import { fileLabel } from '../core/words/files';
import type { Detail, DetailFile, GraphColumns } from '../webview/protocol';
import { edgeKind } from './rowParts';

/** A commit's detail lists so many files, and how many more. */
const MOST_FILES = 500;

/** The files of a commit, each with its revision and what became of it. */
export function commitFiles(log: Log, revisions: Int32Array): Pick<Detail, 'files' | 'moreFiles'> {
  const files = Array.from(revisions.subarray(0, MOST_FILES), (r) => fileOf(log, r));
  return { files, moreFiles: Math.max(0, revisions.length - MOST_FILES) };
}

function fileOf(log: Log, revision: RevisionId): DetailFile {
  const { added, removed, state } = log.histories.extra(revision);
  const lines = added === undefined ? '' : `+${String(added)} −${String(removed ?? 0)}`;
  return {
    path: fileLabel(log, log.histories.fileOf(revision)),
    number: log.histories.numberText(revision),
    note: state === 'dead' ? 'removed' : lines,
    revision,
  };
}

/** What went from commit to commit: each pair once, whichever files it is of. */
export function commitEdges(
  { edges }: Recovery,
  rowOf: (revision: RevisionId) => number | undefined,
): Pick<GraphColumns, 'edgeFrom' | 'edgeTo' | 'edgeKind'> {
  const known = new Set<string>();
  const [from, to, kinds]: [number[], number[], number[]] = [[], [], []];
  for (const edge of edges) {
    const [a, b, kind] = [rowOf(edge.from), rowOf(edge.to), edgeKind(edge)];
    if (a === undefined || b === undefined || a === b) continue;
    const key = `${String(a)} ${String(b)} ${String(kind)}`;
    if (known.has(key)) continue;
    known.add(key);
    from.push(a);
    to.push(b);
    kinds.push(kind);
  }
  return {
    edgeFrom: Uint32Array.from(from),
    edgeTo: Uint32Array.from(to),
    edgeKind: Uint8Array.from(kinds),
  };
}
