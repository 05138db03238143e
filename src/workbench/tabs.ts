import * as vscode from 'vscode';

/** The address of the active tab, where it shows a text: also one that is too large for an editor. */
export function activeTextTab(): vscode.Uri | undefined {
  return textOf(vscode.window.tabGroups.activeTabGroup.activeTab);
}

/** The addresses of all tabs that show a text. */
export function textTabs(): vscode.Uri[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.flatMap((tab) => textOf(tab) ?? []),
  );
}

function textOf(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  return tab?.input instanceof vscode.TabInputText ? tab.input.uri : undefined;
}
