import * as vscode from 'vscode';
import { SCHEME } from '../workbench/language';

/** The address of the log that is made of a source, as `annals:/cvs/pump.cvslog`. */
export function logAddress(source: vscode.Uri): vscode.Uri {
  const path = `${source.path.replace(/,v$|\.(?:x?html?|json|rss|xml)$/, '').replace(/\/$/, '')}.cvslog`;
  return vscode.Uri.from({ scheme: SCHEME, path, query: source.toString() });
}

/** The source that such a log is made of. */
export function sourceOfAddress({ query }: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(query, true);
}
