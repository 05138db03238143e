import * as v from 'valibot';
import * as vscode from 'vscode';

const IS_ON = v.boolean();

export function followsCursor(): boolean {
  return setting('followCursor', IS_ON, true);
}

export function detectsInPlainText(uri: vscode.Uri): boolean {
  return setting('detectInPlainText', IS_ON, true, uri);
}

export function showsCodeLenses(uri: vscode.Uri): boolean {
  return setting('codeLens', IS_ON, true, uri);
}

export function showsBranchNames(uri: vscode.Uri): boolean {
  return setting('branchNames', IS_ON, true, uri);
}

export function expandsKeywords(): boolean {
  return setting('expandKeywords', IS_ON, false);
}

/** The program to run as `cvs`. */
export function cvsProgram(): string {
  return setting('cvsPath', v.string(), '').trim() || 'cvs';
}

/** How hard `cvs` compresses what comes over the network, 0 to 9. */
export function cvsCompression(): number {
  const level = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9));
  return setting('cvsCompression', level, 3);
}

/** What the user set; the value of the manifest where that is of another shape. */
function setting<Value>(
  name: string,
  schema: v.GenericSchema<unknown, Value>,
  otherwise: Value,
  uri?: vscode.Uri,
): Value {
  const set = v.safeParse(schema, vscode.workspace.getConfiguration('annals', uri).get(name));
  return set.success ? set.output : otherwise;
}
