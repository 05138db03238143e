import * as vscode from 'vscode';
import { knownExtensions } from '../core/formats/index';
import { LANGUAGE } from '../workbench/language';
import type { Logs } from '../logs/logs';
import { activeTextTab } from '../workbench/tabs';

/** Opens a file as a log, or takes the active document for one. */
export function registerOpenCommands(logs: Logs): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('annals.openLog', async () => {
      const picked = await vscode.window.showOpenDialog({
        title: 'Open Revision History Log',
        canSelectMany: false,
        filters: {
          'Revision history logs': ['txt', 'log', ...knownExtensions()],
          'All files': ['*'],
        },
      });
      if (!picked?.[0]) return;
      await vscode.commands.executeCommand('vscode.open', picked[0]);
      await asLog(picked[0], logs);
    }),
    vscode.commands.registerCommand('annals.setLanguage', async () => {
      const uri = vscode.window.activeTextEditor?.document.uri ?? activeTextTab();
      if (uri) await asLog(uri, logs);
    }),
  );
}

/** A document gets the language of logs; a file too large for one is read once more. */
async function asLog(uri: vscode.Uri, logs: Logs): Promise<void> {
  const document = vscode.workspace.textDocuments.find(
    (open) => open.uri.toString() === uri.toString(),
  );
  if (document) await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
  else await logs.read(uri);
}
