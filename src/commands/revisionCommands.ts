import * as vscode from 'vscode';
import { NO_REVISION, type RevisionId } from '../core/history/ids';
import type { Log } from '../core/log';
import type { Logs } from '../logs/logs';
import type { CurrentSelection, Origin } from '../logs/selection';
import { isRow } from '../logs/rows';
import { revealTarget, targetOf, type Target } from '../logs/target';

/** Commands about a revision: the one clicked, linked to or selected. */
export function registerRevisionCommands(
  logs: Logs,
  selection: CurrentSelection,
): vscode.Disposable {
  const find = (argument: unknown): Promise<Target | undefined> =>
    targetOf(argument, logs, selection);
  const reveal = async (
    argument: unknown,
    preserveFocus: boolean,
    origin: Origin,
  ): Promise<void> => {
    const target = await find(argument);
    if (target) await revealTarget(selection, target, preserveFocus, origin);
  };
  const step = async (
    go: (log: Log, from: RevisionId) => RevisionId | undefined,
  ): Promise<void> => {
    const target = await find(undefined);
    const revision = target && go(target.reading.log, target.revision);
    if (target && revision !== undefined) {
      await revealTarget(selection, { ...target, revision }, false, 'editor');
    }
  };
  return vscode.Disposable.from(
    register('reveal', (argument) => reveal(argument, false, 'editor')),
    register('revealInLog', (argument, preserveFocus) =>
      reveal(argument, preserveFocus === true, isRow(argument) ? 'tree' : 'editor'),
    ),
    register('goToNext', () => step((log, from) => historyOf(log, from).next(from))),
    register('goToPrevious', () => step((log, from) => historyOf(log, from).previous(from))),
    register('goToBranchPoint', () => step(branchPoint)),
    register('copyRevision', async (argument) => {
      const target = await find(argument);
      if (target) await copy(target.reading.log.histories.numberText(target.revision));
    }),
    register('copyMessage', async (argument) => {
      const target = await find(argument);
      if (target) await copy(target.reading.log.histories.message(target.revision));
    }),
  );
}

function historyOf(log: Log, revision: RevisionId): ReturnType<Log['history']> {
  return log.history(log.histories.fileOf(revision));
}

function branchPoint(log: Log, from: RevisionId): RevisionId | undefined {
  const { point } = historyOf(log, from).lineOf(from);
  return point === NO_REVISION ? undefined : point;
}

async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
}

function register(name: string, run: (...args: unknown[]) => Promise<void>): vscode.Disposable {
  return vscode.commands.registerCommand(`annals.${name}`, run);
}
