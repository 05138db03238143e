import * as vscode from 'vscode';
import { fileSummary } from '../core/answers/outline';
import { fileLabel } from '../core/words/files';
import { addressOf } from '../logs/addresses';
import type { Logs, NearReading } from '../logs/logs';
import { SELECTOR } from '../workbench/language';
import { showsCodeLenses } from '../workbench/settings';
import { plain } from '../workbench/quickPick';

/** Above each file of a log: which file it is and how large its history, with its graph and evidence. */
export function provideLenses(logs: Logs): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    logs.onDidRead(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('annals.codeLens')) changed.fire();
    }),
    vscode.languages.registerCodeLensProvider(SELECTOR, {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document) {
        const reading = showsCodeLenses(document.uri) ? await logs.near(document.uri) : undefined;
        return reading && lensesOf(reading);
      },
    }),
  );
}

function lensesOf(reading: NearReading): vscode.CodeLens[] {
  const { log } = reading;
  const { histories } = log;
  return Array.from({ length: histories.fileCount }, (_, file) => {
    const [first] = histories.revisionsOf(file);
    const line = reading.shift.now(histories.linesOf(first)[0]);
    const range = new vscode.Range(line, 0, line, 0);
    const lens = (title: string, command: string): vscode.CodeLens =>
      new vscode.CodeLens(range, { title, command, arguments: [addressOf(reading, first)] });
    return [
      lens(plain(`${fileLabel(log, file)}: ${fileSummary(log, file)}`), 'annals.showFileGraph'),
      lens('Evidence', 'annals.showEvidence'),
    ];
  }).flat();
}
