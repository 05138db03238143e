import * as vscode from 'vscode';
import { SCHEME } from './language';

/** An address to be noted down: a query may hold a server's name and password, and is left out. */
export function withoutQuery(uri: vscode.Uri): string {
  return uri.with({ query: '' }).toString(true);
}

/**
 * An address to be kept in a file that others may read: a password that stands in it, as deep as it may
 * be encoded, is left out. All others stay as they are.
 */
export function withoutPassword(uri: vscode.Uri): string {
  return uri.toString().replace(PASSWORD, '$1$2');
}

/** `//ada:secret@host` or `:ada:secret@host:/cvs`, each sign encoded once or more often; `///` leads a path. */
const PASSWORD =
  /((?:(?<!\/|%(?:25)*2F)(?:\/\/|%(?:25)*2F%(?:25)*2F)|:pserver:|:ext:|%(?:25)*3A(?:pserver|gserver|kserver|ext|extssh|server|sserver)%(?:25)*3A)[\w.+-]+)(?::|%(?:25)*3A)(?:(?!%(?:25)*(?:40|2F))[^@/])*(@|%(?:25)*40)/gi;

/** May an address that stands in a file be opened? One that runs a command, or leaves VS Code, may not. */
export function mayOpen(uri: vscode.Uri): boolean {
  const folders = vscode.workspace.workspaceFolders?.map((folder) => folder.uri.scheme) ?? [];
  return [SCHEME, 'file', 'untitled', ...folders].includes(uri.scheme);
}
