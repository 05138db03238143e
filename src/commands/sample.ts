import * as vscode from 'vscode';
import { decode } from '../core/text/decode';
import { LANGUAGE } from '../workbench/language';

const SAMPLE_SCHEME = 'annals-sample';

/** Opens the log that comes with Annals, to try things on; it cannot be changed. */
export function registerSample(extensionUri: vscode.Uri): vscode.Disposable {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', 'sample.histlog');
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SAMPLE_SCHEME, {
      provideTextDocumentContent: async () => decode(await vscode.workspace.fs.readFile(file)),
    }),
    vscode.commands.registerCommand('annals.openSample', async () => {
      const uri = vscode.Uri.from({ scheme: SAMPLE_SCHEME, path: '/pump.histlog' });
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
      await vscode.window.showTextDocument(document, { preview: false });
    }),
  );
}
