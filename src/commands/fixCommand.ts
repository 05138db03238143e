import * as vscode from 'vscode';
import { fixAnswer } from '../core/answers/fixAnswer';
import type { Answers } from '../logs/answers';
import type { Logs } from '../logs/logs';
import type { CurrentSelection } from '../logs/selection';
import { sameIn, targetOf } from '../logs/target';

/** Every branch and file that received a change, and the releases that did not. */
export function registerFixCommand(
  logs: Logs,
  selection: CurrentSelection,
  answers: Answers,
): vscode.Disposable {
  return vscode.commands.registerCommand('annals.whereDidThisFixGo', async (argument: unknown) => {
    const target = await targetOf(argument, logs, selection);
    if (!target) return;
    await answers.ask({
      reading: target.reading,
      ask: (reading) => {
        const revision = sameIn(reading, target);
        return revision === undefined ? undefined : fixAnswer(reading.log, revision);
      },
    });
  });
}
