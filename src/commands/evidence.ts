import * as vscode from 'vscode';
import { evidenceOn, type Witness } from '../core/answers/evidence';
import { printable, summary } from '../core/text/printable';
import { fileLabel } from '../core/words/files';
import type { Logs } from '../logs/logs';
import type { CurrentSelection } from '../logs/selection';
import { targetOf } from '../logs/target';
import { mayOpen } from '../workbench/addresses';
import { plain } from '../workbench/quickPick';
import { revealLine } from '../workbench/reveal';

interface Item extends vscode.QuickPickItem {
  readonly line?: number;
  /** The address of another source that the line is of. */
  readonly source?: string;
}

/** What in the log tells a revision's path, its branch's name, and where it came from and went. */
export function registerEvidence(logs: Logs, selection: CurrentSelection): vscode.Disposable {
  return vscode.commands.registerCommand('annals.showEvidence', async (argument: unknown) => {
    const target = await targetOf(argument, logs, selection);
    if (!target) return;
    const { reading, revision } = target;
    const { log, uri } = reading;
    const textOf = await lineReader(uri);
    const items = evidenceOn(log, revision).flatMap(({ question, witnesses }): Item[] => [
      { label: plain(question), kind: vscode.QuickPickItemKind.Separator },
      ...witnesses.map((witness) => itemOf(witness, textOf)),
    ]);
    const picked = await vscode.window.showQuickPick(items, {
      title: `Evidence on ${log.histories.numberText(revision)} of ${fileLabel(log, log.histories.fileOf(revision))}`,
      placeHolder: 'Select one to see its line',
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (picked?.line === undefined) return;
    const place = placeOf(picked.source, uri);
    if (place) await revealLine(place, picked.line, false);
    else void vscode.window.showErrorMessage('This source is at no address that can be opened.');
  });
}

/** Where a line is: in the log, or in a source whose address a file of the workspace may have told. */
function placeOf(source: string | undefined, log: vscode.Uri): vscode.Uri | undefined {
  if (source === undefined) return log;
  try {
    const uri = vscode.Uri.parse(source, true);
    return mayOpen(uri) ? uri : undefined;
  } catch {
    return undefined;
  }
}

/** The line itself stands below what it tells. */
function itemOf({ sentence, line, source }: Witness, textOf: (line: number) => string): Item {
  const label = plain(printable(sentence));
  if (line === undefined) return { label };
  if (source !== undefined) return { label, description: '$(link-external)', line, source };
  const description = `line ${String(line + 1)}`;
  return { label, description, detail: plain(summary(textOf(line))), line };
}

/** The lines of a log, as far as the editor hands out its text. */
async function lineReader(uri: vscode.Uri): Promise<(line: number) => string> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    return (line) => (line < document.lineCount ? document.lineAt(line).text : '');
  } catch {
    // A log too large for a document has lines, but nobody to ask for them.
    return () => '';
  }
}
