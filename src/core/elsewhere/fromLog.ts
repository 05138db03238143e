import { finish, type Log } from '../log';
import { findMarks } from '../formats/cvslog/marks';
import { readHead } from '../formats/cvslog/head';
import type { FileId } from '../history/ids';
import { NO_LINE } from '../history/lines';
import type { KnownFile, KnownFiles, KnownRevision } from './source';

/** What a log states of its files, revisions and branches. What it only inferred is not handed on. */
export function knownFromLog(log: Log): KnownFiles {
  const { histories } = log;
  if (histories.count === 0) return knownFromHeads(histories.bytes);
  return Array.from({ length: histories.fileCount }, (_, file) => fileOf(log, file));
}

function fileOf(log: Log, file: FileId): KnownFile {
  const { histories, recovery } = log;
  const [first, end] = histories.revisionsOf(file);
  const revisions: KnownRevision[] = [];
  for (let r = first; r < end; r++) {
    revisions.push({
      number: histories.numberText(r),
      day: histories.day(r),
      author: histories.author(r),
      message: histories.message(r),
      branch: branchName(log, r),
      line: histories.linesOf(r)[0],
    });
  }
  const stated = histories.stated(file);
  const path = recovery.paths.files[file]!;
  const below =
    path.status === 'stated' && !path.parts.includes(null) ? path.parts.join('/') : null;
  const { title } = histories.pages[histories.pageOf(file)]!;
  return {
    path: stated?.path ?? (below === null ? null : `${title ?? ''}/${below}`),
    line: histories.linesOf(first)[0],
    symbols: stated?.symbols ?? [],
    head: null,
    total: null,
    revisions,
  };
}

function branchName({ recovery }: Log, revision: number): string | null | undefined {
  if (recovery.branches.lines.branchOf(revision) === NO_LINE) return null;
  const branch = recovery.branches.of(revision);
  return branch?.status === 'stated' ? (branch.name ?? undefined) : undefined;
}

/** The heads that `cvs log -h` prints, of which no revision is a part. */
function knownFromHeads(bytes: Uint8Array): KnownFiles {
  const marks = finish(findMarks(bytes));
  return marks.flatMap(({ kind, offset, line }, i): KnownFile[] => {
    if (kind !== 'head') return [];
    const { path, symbols, head, total } = readHead(
      bytes,
      offset,
      marks[i + 1]?.offset ?? bytes.length,
    );
    return [{ path, line, symbols, head, total, revisions: [] }];
  });
}
