import * as vscode from 'vscode';
import { isoDate } from '../core/history/dates';
import { fileLabel } from '../core/words/files';
import type { Branch } from '../core/recovery/branches/branches';
import { branchTitle, workOn } from '../core/words/branches';
import { whereDidItGo, type Arrival } from '../core/answers/fix';
import { printable } from '../core/text/printable';
import type { Logs, Reading } from '../logs/logs';
import type { CurrentSelection } from '../logs/selection';
import { plain } from './quickPicks';
import { revealTarget } from './revisionCommands';
import { targetOf, type Target } from '../logs/target';

interface Item extends vscode.QuickPickItem {
  readonly target?: Target;
}

/** A list of every branch and file that received a change, and of the releases that did not. */
export function registerFixCommand(logs: Logs, selection: CurrentSelection): vscode.Disposable {
  return vscode.commands.registerCommand('annals.whereDidThisFixGo', async (argument: unknown) => {
    const target = await targetOf(argument, logs, selection);
    if (!target) return;
    const { reading, revision } = target;
    const { log } = reading;
    const { sources, arrivals, missed } = whereDidItGo(log, revision);
    const items: Item[] = [
      ...separated(
        'The change itself',
        sources.map((r) => sourceItem(reading, r)),
      ),
      ...separated(
        'Received it',
        arrivals.map((arrival) => arrivalItem(reading, arrival)),
      ),
      ...separated(
        'Release branches alive then that did not',
        missed.map((branch) => missedItem(reading, branch)),
      ),
    ];
    if (arrivals.length === 0)
      items.push({ label: 'Nothing in this log says that it went to another branch.' });
    const file = fileLabel(log, log.histories.fileOf(revision));
    const picked = await vscode.window.showQuickPick(items, {
      title: `Where Did ${log.histories.numberText(revision)} of ${file} Go?`,
      placeHolder: 'Select one to see it in the log',
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (picked?.target) await revealTarget(selection, picked.target, false, 'editor');
  });
}

function separated(label: string, items: readonly Item[]): Item[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function sourceItem(reading: Reading, revision: number): Item {
  const { histories } = reading.log;
  return {
    label: `$(git-commit) ${placeOf(reading, revision)}`,
    description: plain(
      `${isoDate(histories.day(revision)) ?? ''} ${printable(histories.author(revision))}`,
    ),
    target: { reading, revision },
  };
}

function arrivalItem(reading: Reading, { revision, branch, edge }: Arrival): Item {
  const { log } = reading;
  const { kind, status, ticket, requester } = edge;
  const by =
    ticket === null
      ? ''
      : `, ticket #${String(ticket)}${requester === null ? '' : ` requested by ${requester}`}`;
  return {
    label: `$(git-branch) ${plain(branch ? branchTitle(log, branch) : 'trunk')}`,
    description: placeOf(reading, revision),
    detail: plain(
      `${isoDate(log.histories.day(revision)) ?? 'unknown date'} ${printable(log.histories.author(revision))}, ${kind} (${status}${printable(by)})`,
    ),
    target: { reading, revision },
  };
}

function missedItem(reading: Reading, branch: Branch): Item {
  const { log } = reading;
  const { last } = workOn(log, branch);
  const tips = branch.members.map((m) => [...log.recovery.branches.lines.revisions(m)].at(-1)!);
  return {
    label: `$(circle-slash) ${plain(branchTitle(log, branch))}`,
    description: `last commit ${isoDate(last) ?? 'unknown'}`,
    target: { reading, revision: tips[0]! },
  };
}

function placeOf({ log }: Reading, revision: number): string {
  return plain(
    `${fileLabel(log, log.histories.fileOf(revision))} ${log.histories.numberText(revision)}`,
  );
}
