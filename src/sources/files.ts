import * as vscode from 'vscode';
import { decode } from '../core/text/decode';

/** The text of a small file; undefined where there is none. */
export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

export async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
}

export async function isFolder(uri: vscode.Uri): Promise<boolean> {
  return ((await typeOf(uri)) ?? 0) & vscode.FileType.Directory ? true : false;
}

/** The paths of all files below a folder, links to folders not followed. */
export async function pathsBelow(
  folder: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<string[]> {
  const paths: string[] = [];
  const waiting = [''];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (token.isCancellationRequested) return [];
    for (const [name, type] of await vscode.workspace.fs.readDirectory(
      vscode.Uri.joinPath(folder, at),
    )) {
      if (type === vscode.FileType.Directory) waiting.push(`${at}${name}/`);
      else paths.push(`${at}${name}`);
    }
  }
  return paths;
}
