import * as vscode from 'vscode';
import { placeLabel } from '../core/words/branches';
import { fileLabel } from '../core/words/files';
import type { Logs } from '../logs/logs';
import type { CurrentSelection } from '../logs/selection';
import { LANGUAGE } from '../workbench/language';
import { plain } from '../workbench/quickPick';

/** File, branch and revision at the cursor of a log; a click goes to another. */
export function showPlaceInLog(logs: Logs, selection: CurrentSelection): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('annals.place', vscode.StatusBarAlignment.Right);
  item.name = 'Revision in the Log';
  item.command = 'annals.goToRevision';
  const show = (): void => {
    const { document, selection: cursor } = vscode.window.activeTextEditor ?? {};
    const isLog = document?.languageId === LANGUAGE;
    const reading = isLog ? logs.latest(document.uri) : undefined;
    const revision = cursor && reading?.log.histories.revisionAt(cursor.active.line);
    if (!reading || revision === undefined) return item.hide();
    const { log } = reading;
    const { histories } = log;
    const words = [
      fileLabel(log, histories.fileOf(revision)),
      placeLabel(log, revision),
      histories.numberText(revision),
    ];
    item.text = `$(history) ${words.map(plain).join(' · ')}`;
    item.tooltip = 'Go to Revision...';
    item.accessibilityInformation = {
      label: `Revision ${words[2]!} of ${words[0]!} on ${words[1]!}`,
      role: 'button',
    };
    item.show();
  };
  return vscode.Disposable.from(
    item,
    selection.onDidChange(show),
    logs.onDidRead(show),
    logs.onDidClose(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.window.onDidChangeTextEditorSelection(show),
  );
}
