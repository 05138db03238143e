import * as vscode from 'vscode';

/**
 * Shows a line of a log in the editor that shows the log already; else where no panel is, so that
 * no copy lies over one. Opens by address, so that the log closes with its tab, and so that one
 * too large for the extension host can be shown, too.
 */
export async function revealLine(
  uri: vscode.Uri,
  line: number,
  preserveFocus: boolean,
): Promise<void> {
  const selection = new vscode.Range(line, 0, line, 0);
  const shown = vscode.window.visibleTextEditors.find((editor) => isSame(editor.document.uri, uri));
  if (shown && preserveFocus) {
    shown.selection = new vscode.Selection(selection.start, selection.start);
    shown.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return;
  }
  const options: vscode.TextDocumentShowOptions = {
    viewColumn: shown?.viewColumn ?? columnFor(uri),
    preserveFocus,
    preview: false,
    selection,
  };
  await vscode.commands.executeCommand('vscode.open', uri, options);
}

/** The group that has the log in a tab; else one that shows no panel; else a new one. */
function columnFor(uri: vscode.Uri): vscode.ViewColumn {
  const groups = vscode.window.tabGroups.all;
  const holder = groups.find(({ tabs }) => tabs.some((tab) => isTabOf(tab, uri)));
  if (holder) return holder.viewColumn;
  const free = groups.find(
    ({ activeTab }) => !(activeTab?.input instanceof vscode.TabInputWebview),
  );
  return free?.viewColumn ?? vscode.ViewColumn.Beside;
}

function isTabOf({ input }: vscode.Tab, uri: vscode.Uri): boolean {
  return input instanceof vscode.TabInputText && isSame(input.uri, uri);
}

function isSame(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}
