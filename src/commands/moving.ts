import * as vscode from 'vscode';
import { STEPS, stepFrom, type Step } from '../core/answers/moves';
import type { Logs } from '../logs/logs';
import type { CurrentSelection } from '../logs/selection';
import { revealTarget, targetOf } from '../logs/target';
import { brieflyTell } from '../workbench/say';

const NOTHING: Readonly<Record<Step, string>> = {
  revision: 'No revision',
  file: 'No file',
  branch: 'No branch',
  author: 'No revision of this author',
  commit: 'No revision of this commit',
  ticket: 'No revision of this ticket',
};

/** From the revision under the cursor to the next or the previous of its kind, in the order of the log. */
export function registerMoving(logs: Logs, selection: CurrentSelection): vscode.Disposable {
  return vscode.Disposable.from(
    ...STEPS.flatMap((step) =>
      (['next', 'previous'] as const).map((direction) =>
        vscode.commands.registerCommand(commandOf(step, direction), async () => {
          const target = await targetOf(undefined, logs, selection);
          if (!target) return;
          const { reading } = target;
          const revision = stepFrom(reading.log, target.revision, step, direction);
          if (revision === undefined)
            brieflyTell(`${NOTHING[step]} ${direction === 'next' ? 'below' : 'above'}.`);
          else await revealTarget(selection, { reading, revision }, false, 'editor');
        }),
      ),
    ),
  );
}

/** `annals.nextFile`, `annals.previousSameAuthor`. */
function commandOf(step: Step, direction: 'next' | 'previous'): string {
  const isSame = step === 'author' || step === 'commit' || step === 'ticket';
  return `annals.${direction}${isSame ? 'Same' : ''}${step[0]!.toUpperCase()}${step.slice(1)}`;
}
