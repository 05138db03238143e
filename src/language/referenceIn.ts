import type * as vscode from 'vscode';
import { referenceAt, type Reference } from '../core/answers/references';
import type { Log } from '../core/log';

/** Of a longer line, only the beginning is looked at, in characters. */
const LONGEST_LINE = 10_000;
/** The end of the line above, where a path may stand. */
const ABOVE = 200;

/** What the number at a place of a log's text stands for. */
export function referenceIn(
  log: Log,
  document: vscode.TextDocument,
  line: number,
  character: number,
): Reference | undefined {
  const revision = log.histories.revisionAt(line);
  if (revision === undefined) return undefined;
  const [firstLine] = log.histories.linesOf(revision);
  const text = document.lineAt(line).text.slice(0, LONGEST_LINE);
  const above = line > firstLine ? document.lineAt(line - 1).text.slice(-ABOVE) : '';
  return referenceAt(log, revision, text, character, line === firstLine, above);
}
