import * as vscode from 'vscode';
import { knownExtensions } from '../core/formats/index';
import { LANGUAGE } from '../workbench/language';
import type { Logs } from '../logs/logs';
import type { Sources } from '../sources/documents';
import { findSource, NoSource } from '../sources/findSource';
import { isOfCvs } from '../sources/cvsServer';
import { mayBeSource } from '../sources/text';
import { webSource } from '../sources/webServer';
import { isAddress } from '../web/address';
import { activeTextTab } from '../workbench/tabs';
import { askFor, inform, warn } from '../workbench/say';

/** Opens a file as a log, or takes the active document for one. */
export function registerOpenCommands(logs: Logs, sources: Sources): vscode.Disposable {
  const openHistory = (uri: vscode.Uri): Promise<void> => showHistory(uri, sources);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('annals.openLog', async () => {
      const picked = await vscode.window.showOpenDialog({
        title: 'Open Revision History Log',
        canSelectMany: false,
        filters: {
          'Revision history logs': [
            'txt',
            'log',
            'html',
            'htm',
            'json',
            'rss',
            'xml',
            ...knownExtensions(),
          ],
          'All files': ['*'],
        },
      });
      if (!picked?.[0]) return;
      if (mayBeSource(picked[0].path)) return openHistory(picked[0]);
      await vscode.commands.executeCommand('vscode.open', picked[0]);
      await asLog(picked[0], logs);
    }),
    vscode.commands.registerCommand('annals.openFolder', async () => {
      const picked = await vscode.window.showOpenDialog({
        title: 'Open History of a Folder of Archives, or of a Checkout',
        openLabel: 'Open History',
        canSelectFiles: false,
        canSelectFolders: true,
        canSelectMany: false,
      });
      if (picked?.[0]) await openHistory(picked[0]);
    }),
    vscode.commands.registerCommand('annals.openAddress', async () => {
      const address = await askFor({
        title: 'Open History at an Address',
        prompt: 'A page of OpenGrok, ViewVC or cvsweb, or a log that a server has',
        placeHolder: 'https://host/source/history/directory',
        ignoreFocusOut: true,
        validateInput: (text) =>
          text.trim() === '' || isAddress(text.trim())
            ? undefined
            : 'An address begins with http:// or https://.',
      });
      if (address !== undefined && isAddress(address.trim())) {
        await sources.show(webSource(address.trim()));
      }
    }),
    vscode.commands.registerCommand('annals.openHistory', async (given?: unknown) => {
      const uri = given instanceof vscode.Uri ? given : activeFile();
      if (uri) await openHistory(uri);
      else void inform('Open a file first, whose history is wanted.');
    }),
    vscode.commands.registerCommand('annals.setLanguage', async () => {
      const uri = vscode.window.activeTextEditor?.document.uri ?? activeTextTab();
      if (uri) await asLog(uri, logs);
    }),
  );
}

function activeFile(): vscode.Uri | undefined {
  return vscode.window.activeTextEditor?.document.uri ?? activeTextTab();
}

async function showHistory(uri: vscode.Uri, sources: Sources): Promise<void> {
  try {
    const source = await findSource(uri);
    if (isOfCvs(source) && !vscode.workspace.isTrusted) {
      const sentence =
        'The repository of this checkout is on another machine. Annals asks it only in a workspace that you trust.';
      void inform(sentence, 'Manage Workspace Trust').then((manage) => {
        if (manage) void vscode.commands.executeCommand('workbench.trust.manage');
      });
      return;
    }
    await sources.show(source);
  } catch (error) {
    if (!(error instanceof NoSource)) throw error;
    void warn(error.message);
  }
}

/** A document gets the language of logs; a file too large for one is read once more. */
async function asLog(uri: vscode.Uri, logs: Logs): Promise<void> {
  const document = vscode.workspace.textDocuments.find(
    (open) => open.uri.toString() === uri.toString(),
  );
  if (document) await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
  else await logs.read(uri);
}
