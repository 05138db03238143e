import * as vscode from 'vscode';
import type { RevisionId } from '../core/history/ids';
import type { Log } from '../core/log';
import type { Logs, Reading } from '../logs/logs';
import { routineStyle } from '../workbench/settings';

/** Placeholders and syncs, which say little: dimmed, or folded when a log opens, as `annals.routineRevisions` says. */
export function showRoutine(logs: Logs): vscode.Disposable {
  const dimmed = vscode.window.createTextEditorDecorationType({
    color: new vscode.ThemeColor('descriptionForeground'),
    fontStyle: 'italic',
    isWholeLine: true,
  });
  const folded = new WeakSet<vscode.TextDocument>();
  const show = (editor: vscode.TextEditor): void => {
    const reading = logs.latest(editor.document.uri);
    const style = reading ? routineStyle(editor.document.uri) : 'normal';
    const isDimmed = reading !== undefined && style === 'dimmed';
    editor.setDecorations(dimmed, isDimmed ? rangesIn(reading, editor) : []);
    if (reading && style === 'folded' && editor === vscode.window.activeTextEditor)
      void fold(reading, editor.document);
  };
  const fold = async ({ log }: Reading, document: vscode.TextDocument): Promise<void> => {
    if (folded.has(document)) return;
    folded.add(document);
    const all = Array.from({ length: log.histories.count }, (_, r) => r);
    const selectionLines = all
      .filter((r) => isRoutine(log, r))
      .map((r) => log.histories.linesOf(r))
      .flatMap(([first, last]) => (last > first ? [first] : []));
    if (selectionLines.length > 0)
      await vscode.commands.executeCommand('editor.fold', { levels: 1, selectionLines });
  };
  const showAll = (): void => vscode.window.visibleTextEditors.forEach(show);
  return vscode.Disposable.from(
    dimmed,
    logs.onDidRead(showAll),
    vscode.window.onDidChangeVisibleTextEditors(showAll),
    vscode.window.onDidChangeActiveTextEditor(showAll),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => show(textEditor)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('annals.routineRevisions')) showAll();
    }),
  );
}

/** The lines of such revisions that are in view. */
function rangesIn({ log }: Reading, { visibleRanges }: vscode.TextEditor): vscode.Range[] {
  const { histories } = log;
  const ranges: vscode.Range[] = [];
  for (const { start, end } of visibleRanges) {
    for (let { line } = start; line <= end.line; line++) {
      const revision = histories.revisionAt(line);
      if (revision === undefined) continue;
      const [, last] = histories.linesOf(revision);
      if (isRoutine(log, revision)) ranges.push(new vscode.Range(line, 0, last, 0));
      line = Math.max(line, last);
    }
  }
  return ranges;
}

function isRoutine({ recovery }: Log, revision: RevisionId): boolean {
  const { placeholder, sync } = recovery.messages.factsOf(revision);
  return placeholder !== undefined || sync !== undefined;
}
