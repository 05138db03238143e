import * as vscode from 'vscode';
import type { RevisionId } from '../core/history/ids';
import { isPlainLog } from './detect';
import { LANGUAGE } from '../workbench/language';
import type { Logs, Reading } from './logs';
import type { CurrentSelection } from './selection';
import { isRow, targetOfRow } from '../views/rows';
import { isRevisionAddress, type RevisionAddress } from './addresses';

/** What a command is about. */
export interface Target {
  readonly reading: Reading;
  readonly revision: RevisionId;
}

/** The row, the link or, without either, the selected revision that a command was called with. */
export async function targetOf(
  argument: unknown,
  logs: Logs,
  selection: CurrentSelection,
): Promise<Target | undefined> {
  if (isRevisionAddress(argument)) return resolveAddress(argument, logs);
  if (isRow(argument)) return targetOfRow(argument);
  await readActive(logs, selection);
  const { current } = selection;
  if (current?.revision === undefined) return undefined;
  return { reading: current.reading, revision: current.revision };
}

/** A command may come sooner than the log is read. */
async function readActive(logs: Logs, selection: CurrentSelection): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (!uri || !logs.sourceOf(uri)) return;
  const reading = await logs.read(uri);
  if (reading && selection.reading !== reading) selection.followActiveEditor();
}

async function resolveAddress(address: RevisionAddress, logs: Logs): Promise<Target | undefined> {
  const uri = vscode.Uri.parse(address.uri);
  const reading = logs.latest(uri) ?? (await readClosed(uri, logs));
  if (!reading) return undefined;
  const revision = reading.log.find(address.file, address.revision);
  return revision === undefined ? undefined : { reading, revision };
}

/** A log that is not read, perhaps because its language is still to be found by its content. */
async function readClosed(uri: vscode.Uri, logs: Logs): Promise<Reading | undefined> {
  if (uri.scheme === 'untitled') return undefined;
  if (logs.sourceOf(uri)) return logs.read(uri);
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.languageId !== LANGUAGE) {
    if (!isPlainLog(document)) return undefined;
    await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
  }
  return logs.read(uri);
}
