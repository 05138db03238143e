import * as vscode from 'vscode';

export function followsCursor(): boolean {
  return vscode.workspace.getConfiguration('annals').get<boolean>('followCursor') ?? true;
}

export function detectsInPlainText(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('annals', uri).get<boolean>('detectInPlainText') ?? true;
}

export function showsCodeLenses(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('annals', uri).get<boolean>('codeLens') ?? true;
}

export function showsBranchNames(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('annals', uri).get<boolean>('branchNames') ?? true;
}
