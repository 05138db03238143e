import * as vscode from 'vscode';

/**
 * Shows lines of a log in the editor that shows it already; else beside what is open, so that no
 * copy lies over a panel.
 */
export async function revealLine(
  uri: vscode.Uri,
  line: number,
  preserveFocus: boolean,
): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: columnOf(uri),
    preserveFocus,
    preview: false,
  });
  const position = document.validatePosition(new vscode.Position(line, 0));
  const range = new vscode.Range(position, position);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

function columnOf(uri: vscode.Uri): vscode.ViewColumn {
  const shown = vscode.window.visibleTextEditors.find((editor) => isSame(editor.document.uri, uri));
  if (shown?.viewColumn !== undefined) return shown.viewColumn;
  const groups = vscode.window.tabGroups.all;
  const holder = groups.find(({ tabs }) => tabs.some(({ input }) => inputUri(input) === uri.toString()));
  if (holder) return holder.viewColumn;
  const free = groups.find(({ activeTab }) => !(activeTab?.input instanceof vscode.TabInputWebview));
  return free?.viewColumn ?? vscode.ViewColumn.Beside;
}

function inputUri(input: unknown): string | undefined {
  return input instanceof vscode.TabInputText ? input.uri.toString() : undefined;
}

function isSame(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}
