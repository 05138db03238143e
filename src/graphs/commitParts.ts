import type { RevisionId } from '../core/history/ids';
import type { Log } from '../core/log';
import type { ChangesetId } from '../core/recovery/changesets/changesets';
import type { Recovery } from '../core/recovery/recovery';
import { count } from '../core/text/count';
import { printable, summary } from '../core/text/printable';
import { branchTitle } from '../core/words/branches';
import { dateWords } from '../core/words/dates';
import { fileLabel } from '../core/words/files';
import type { Detail, DetailFile, GraphColumns } from '../webview/protocol';
import { edgeKind, messageText } from './rowParts';

/** A commit's detail lists so many files, and how many more. */
const MOST_FILES = 500;
/** A commit's detail has the beginning of its message for a title, in characters. */
const LONGEST_TITLE = 100;

/** What is told of a commit, but for where else one may go from it. */
export function commitDetail(log: Log, changeset: ChangesetId): Omit<Detail, 'links'> {
  const { histories, recovery } = log;
  const { changesets } = recovery;
  const speaker = changesets.speaker(changeset);
  const revisions = changesets.revisionsOf(changeset);
  const branch = changesets.branchOf(changeset);
  return {
    title: summary(histories.message(speaker), LONGEST_TITLE) || 'No message',
    signature: [
      printable(histories.author(speaker)),
      dateWords(changesets.day(changeset)),
      branch ? `branch ${branchTitle(log, branch)}` : 'trunk',
      count(revisions.length, 'file'),
    ].join(', '),
    message: messageText(histories, speaker),
    ...commitFiles(log, revisions),
  };
}

/** The files of a commit, each with its revision and what became of it. */
function commitFiles(log: Log, revisions: Int32Array): Pick<Detail, 'files' | 'moreFiles'> {
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
