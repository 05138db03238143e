import * as vscode from 'vscode';
import { nestedLines } from '../core/answers/nested';
import type { Logs, Reading } from '../logs/logs';
import { SELECTOR } from '../workbench/language';
import { subjectIn } from './subjectIn';

/** *Expand Selection* grows from a word to its reference, message, revision, branch and file. */
export function provideSelectionRanges(logs: Logs): vscode.Disposable {
  return vscode.languages.registerSelectionRangeProvider(SELECTOR, {
    async provideSelectionRanges(document, positions) {
      const reading = await logs.read(document.uri);
      return reading && positions.map((position) => rangeAt(reading, document, position));
    },
  });
}

function rangeAt(
  reading: Reading,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.SelectionRange {
  const { log } = reading;
  const { line } = position;
  const linesOf = ([first, last]: readonly [number, number]): vscode.Range =>
    new vscode.Range(first, 0, last, document.lineAt(last).text.length);
  const reference = subjectIn(reading, document, position);
  const inner = [
    document.getWordRangeAtPosition(position),
    reference && new vscode.Range(line, reference.from, line, reference.to),
    linesOf([line, line]),
  ];
  const outer = nestedLines(log, line).map(linesOf);
  let range = new vscode.SelectionRange(linesOf([0, document.lineCount - 1]));
  for (const each of [...inner, ...outer].reverse()) {
    // Each is larger than the one inside it, or is left out.
    if (each && range.range.contains(each) && !range.range.isEqual(each))
      range = new vscode.SelectionRange(each, range);
  }
  return range;
}
