import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { fileKeysOf } from '../../src/core/history/fileKeys';
import { readLog } from '../../src/core/log';

const EXTENSION = 'annals.annals';

/** A file of the workspace, which is a copy of the samples. */
export function sample(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

export function sampleText(name: string): string {
  return readFileSync(sample(name).fsPath, 'utf8');
}

/** What links and states know a file of a sample by. */
export function keyOf(name: string, file: number): string {
  return fileKeysOf(readLog(sampleText(name)).histories).of(file);
}

/** The folder of the project, whether or not the extension is run from there. */
export function root(...path: string[]): string {
  return join(process.env.ANNALS_ROOT!, ...path);
}

export async function activated(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension(EXTENSION)!;
  await extension.activate();
  return extension;
}

export async function openSample(name: string, line = 0): Promise<vscode.TextEditor> {
  return openUri(sample(name), line);
}

/** As a user does: the document closes with its editor, because no one else holds it. */
export async function openUri(uri: vscode.Uri, line = 0): Promise<vscode.TextEditor> {
  const selection = new vscode.Range(line, 0, line, 0);
  const options: vscode.TextDocumentShowOptions = { selection, preview: false };
  await vscode.commands.executeCommand('vscode.open', uri, options);
  return until(`${uri.path} is open`, () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() ? editor : undefined;
  });
}

/** Waits for what is to come, however long this machine takes; fails when it does not come. */
export async function until<Result>(
  what: string,
  poll: () => Result | Thenable<Result>,
): Promise<NonNullable<Result>> {
  const limit = Date.now() + 15_000;
  for (;;) {
    const result = await poll();
    if (result) return result;
    if (Date.now() > limit) throw new Error(`It never came to this: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export async function hoverText(uri: vscode.Uri, line: number, column: number): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    new vscode.Position(line, column),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content as vscode.MarkdownString).value)
    .join('\n');
}
