import * as vscode from 'vscode';
import { LANGUAGE } from '../editor/language';

/** Opens a file as a log, or takes the active document for one. */
export function registerOpenCommands(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('annals.openLog', async () => {
      const picked = await vscode.window.showOpenDialog({
        title: 'Open Revision History Log',
        canSelectMany: false,
        filters: { 'Revision history logs': ['txt', 'log', 'histlog', 'cvslog', 'rlog'], 'All files': ['*'] },
      });
      if (!picked?.[0]) return;
      const document = await vscode.workspace.openTextDocument(picked[0]);
      await vscode.window.showTextDocument(await asLog(document));
    }),
    vscode.commands.registerCommand('annals.setLanguage', async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document) await asLog(document);
    }),
  );
}

function asLog(document: vscode.TextDocument): Thenable<vscode.TextDocument> {
  return vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
}
