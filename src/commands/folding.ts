import * as vscode from 'vscode';
import { foldedLines, type FoldTo } from '../core/history/folds';
import type { Logs } from '../logs/logs';

const COMMANDS: Readonly<Record<string, FoldTo>> = {
  'annals.foldToFiles': 'files',
  'annals.foldToBranches': 'branches',
  'annals.foldToSubjects': 'subjects',
};

/** Folds the log of the active editor so that files, branches or subjects are left. */
export function registerFolding(logs: Logs): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(COMMANDS).map(([command, to]) =>
      vscode.commands.registerCommand(command, async () => {
        const { document } = vscode.window.activeTextEditor ?? {};
        const reading = document && (await logs.parse(document.uri));
        if (!reading) return;
        const selectionLines = foldedLines(reading.log.histories, to);
        await vscode.commands.executeCommand('editor.unfoldAll');
        await vscode.commands.executeCommand('editor.fold', { levels: 1, selectionLines });
      }),
    ),
  );
}
