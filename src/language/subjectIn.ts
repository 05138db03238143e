import type * as vscode from 'vscode';
import type { Reference } from '../core/answers/references';
import { subjectAt, type Place, type Subject } from '../core/answers/subjects/subject';
import { NO_SHIFT } from '../logs/lineShift';
import type { NearReading, Reading } from '../logs/logs';

/** Of a longer line, only the beginning is looked at, in characters. */
const LONGEST_LINE = 10_000;
/** The end of the line above, where a path may stand. */
const ABOVE = 200;

/** Readings of the version that is there, and near ones. */
export type Near = Reading & Partial<Pick<NearReading, 'shift'>>;

/** A line of a document, with what the log knows of it. */
export function placeIn(
  { log, shift = NO_SHIFT }: Near,
  document: vscode.TextDocument,
  line: number,
): Place {
  const { histories } = log;
  const revision = histories.revisionAt(shift.then(line));
  const firstLine = revision === undefined ? line : shift.now(histories.linesOf(revision)[0]);
  return {
    line: document.lineAt(line).text.slice(0, LONGEST_LINE),
    revision,
    isFirstLine: revision !== undefined && line === firstLine,
    above: line > firstLine ? document.lineAt(line - 1).text.slice(-ABOVE) : '',
  };
}

/** What a place of a log's text is about. */
export function subjectIn(
  reading: Near,
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
): Subject | undefined {
  return subjectAt(reading.log, placeIn(reading, document, line), character);
}

/** Is it a number of the log, and no name? */
export function isReference(subject: Subject): subject is Reference {
  return subject.kind === 'revision' || subject.kind === 'branch';
}
