import { NO_DATE } from '../history/dates';
import type { FileId, RevisionId } from '../history/ids';
import type { LineOfDescent } from '../history/fileHistory';
import { TRUNK } from '../history/numbers';
import type { Log } from '../log';
import { count } from '../text/count';
import { printable, shorten, summary } from '../text/printable';
import { lineTitle } from '../words/branches';
import { dateWords, spanWords } from '../words/dates';
import { fileLabel } from '../words/files';

/** A part of a log as an outline shows it: a file, a line of descent in it, a revision on that. */
export interface OutlineItem {
  readonly kind: 'file' | 'trunk' | 'branch' | 'revision';
  readonly name: string;
  readonly detail: string;
  /** Its first line and its last, counted from 0. */
  readonly lines: readonly [number, number];
  /** The revision that its first line is of. */
  readonly revision: RevisionId;
  readonly children: readonly OutlineItem[];
}

/** A revision's name ends in the beginning of its message, in characters. */
const LONGEST_SUBJECT = 80;

/** The files of a log, in its order. */
export function outlineOf(log: Log): OutlineItem[] {
  return Array.from({ length: log.histories.fileCount }, (_, file) => fileItem(log, file));
}

function fileItem(log: Log, file: FileId): OutlineItem {
  const history = log.history(file);
  return {
    kind: 'file',
    name: fileLabel(log, file),
    detail: fileSummary(log, file),
    lines: linesBetween(log, history.first, history.end - 1),
    revision: history.first,
    children: history.lines.map((line) => lineItem(log, file, line)),
  };
}

/** `400 revisions, 62 branches, 2004-03-11 to 2023-01-02` */
export function fileSummary(log: Log, file: FileId): string {
  const { count: revisions, branches, first, end } = log.history(file);
  let [oldest, newest] = [Infinity, -Infinity];
  for (let r = first; r < end; r++) {
    const day = log.histories.day(r);
    if (day !== NO_DATE) [oldest, newest] = [Math.min(oldest, day), Math.max(newest, day)];
  }
  const leaving = branches.length === 0 ? [] : [count(branches.length, 'branch', 'branches')];
  const span = oldest <= newest ? [spanWords(oldest, newest)] : [];
  return [count(revisions, 'revision'), ...leaving, ...span].join(', ');
}

function lineItem(log: Log, file: FileId, { branch, revisions }: LineOfDescent): OutlineItem {
  const [first, last] = ends(revisions);
  return {
    kind: branch === TRUNK ? 'trunk' : 'branch',
    name: lineTitle(log, file, branch),
    detail: count(revisions.length, 'revision'),
    lines: linesBetween(log, first, last),
    revision: first,
    children: revisions.map((r) => revisionItem(log, r)),
  };
}

function revisionItem({ histories }: Log, revision: RevisionId): OutlineItem {
  const subject = shorten(summary(histories.message(revision)), LONGEST_SUBJECT);
  return {
    kind: 'revision',
    name: `${histories.numberText(revision)} ${subject}`.trim(),
    detail: `${dateWords(histories.day(revision))} ${printable(histories.author(revision))}`,
    lines: histories.linesOf(revision),
    revision,
    children: [],
  };
}

/** The first and the last in the order of the log, which a page may have turned around. */
function ends(revisions: readonly RevisionId[]): [RevisionId, RevisionId] {
  const [a, b] = [revisions[0]!, revisions.at(-1)!];
  return a < b ? [a, b] : [b, a];
}

function linesBetween({ histories }: Log, first: RevisionId, last: RevisionId): [number, number] {
  return [histories.linesOf(first)[0], histories.linesOf(last)[1]];
}
