import * as vscode from 'vscode';
import type { RevisionId } from '../core/history/ids';
import { isPlainLog } from './detect';
import { LANGUAGE } from '../workbench/language';
import { revealLine } from '../workbench/reveal';
import type { Logs, Reading } from './logs';
import type { CurrentSelection, Origin } from './selection';
import { findAddress, isRevisionAddress, type RevisionAddress } from './addresses';
import { isRow } from './rows';
import { mayOpen } from '../workbench/addresses';

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
  if (isRow(argument)) return argument;
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
  const revision = findAddress(reading.log, address);
  return revision === undefined ? undefined : { reading, revision };
}

/** A log that is not read, perhaps because its language is still to be found by its content. */
async function readClosed(uri: vscode.Uri, logs: Logs): Promise<Reading | undefined> {
  if (uri.scheme === 'untitled') return undefined;
  if (logs.sourceOf(uri)) return logs.read(uri);
  if (!mayOpen(uri)) return undefined;
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.languageId !== LANGUAGE) {
    if (!isPlainLog(document)) return undefined;
    await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
  }
  return logs.read(uri);
}

/** Shows a revision in its log. The views learn of it as the origin's own doing. */
export async function revealTarget(
  selection: CurrentSelection,
  { reading, revision }: Target,
  preserveFocus: boolean,
  origin: Origin,
): Promise<void> {
  selection.select(reading, revision, origin);
  await revealLine(reading.uri, reading.log.histories.linesOf(revision)[0], preserveFocus);
}

/** The revision of a target in another version of its log; undefined where that has it no more. */
export function sameIn({ log }: Reading, { reading, revision }: Target): RevisionId | undefined {
  return log === reading.log ? revision : log.counterpart(reading.log, revision);
}
