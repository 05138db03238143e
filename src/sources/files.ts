import * as vscode from 'vscode';
import { decode } from '../core/text/decode';

/** The text of a small file; undefined where there is none. */
export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const bytes = await bytesOf(uri);
  return bytes && decode(bytes);
}

export async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
}

export async function isFolder(uri: vscode.Uri): Promise<boolean> {
  return (((await typeOf(uri)) ?? vscode.FileType.Unknown) & vscode.FileType.Directory) !== 0;
}

/** The paths of all files below a folder. Links to folders are not followed, and what is closed is passed over. */
export async function pathsBelow(
  folder: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<string[]> {
  const paths: string[] = [];
  const waiting = [''];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (token.isCancellationRequested) return [];
    for (const [name, type] of await entriesOf(vscode.Uri.joinPath(folder, at))) {
      if (type === vscode.FileType.Directory) waiting.push(`${at}${name}/`);
      else paths.push(`${at}${name}`);
    }
  }
  return paths;
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

/** The bytes of a file; undefined where it cannot be read. */
export async function bytesOf(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch {
    return undefined;
  }
}
