import * as vscode from 'vscode';
import { evidenceAnswer } from '../core/answers/evidenceAnswer';
import type { Answers } from '../logs/answers';
import type { Logs } from '../logs/logs';
import type { CurrentSelection } from '../logs/selection';
import { sameIn, targetOf } from '../logs/target';

/** What in the log tells a revision's path, its branch's name, and where it came from and went. */
export function registerEvidence(
  logs: Logs,
  selection: CurrentSelection,
  answers: Answers,
): vscode.Disposable {
  return vscode.commands.registerCommand('annals.showEvidence', async (argument: unknown) => {
    const target = await targetOf(argument, logs, selection);
    if (!target) return;
    await answers.ask({
      reading: target.reading,
      ask: async (reading) => {
        const revision = sameIn(reading, target);
        if (revision === undefined) return undefined;
        return evidenceAnswer(reading.log, revision, await lineReader(reading.uri));
      },
    });
  });
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
