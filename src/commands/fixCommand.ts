import * as vscode from 'vscode';
import { whereDidItGo, type Arrival, type FixReport } from '../core/answers/fix';
import { linesOf } from '../core/history/lines';
import type { RevisionId } from '../core/history/ids';
import type { Branch } from '../core/recovery/branches/branches';
import { workOn } from '../core/recovery/branchWork';
import { printable } from '../core/text/printable';
import { branchTitle } from '../core/words/branches';
import { dateWords } from '../core/words/dates';
import { statusMark, ticketWords } from '../core/words/edges';
import { fileLabel } from '../core/words/files';
import type { Logs, Reading } from '../logs/logs';
import type { CurrentSelection } from '../logs/selection';
import { revealTarget, targetOf, type Target } from '../logs/target';
import { plain } from '../workbench/quickPick';

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
    const file = fileLabel(log, log.histories.fileOf(revision));
    const picked = await vscode.window.showQuickPick(
      itemsOf(reading, whereDidItGo(log, revision)),
      {
        title: `Where Did ${log.histories.numberText(revision)} of ${file} Go?`,
        placeHolder: 'Select one to see it in the log',
        matchOnDescription: true,
        matchOnDetail: true,
      },
    );
    if (picked?.target) await revealTarget(selection, picked.target, false, 'editor');
  });
}

function itemsOf(reading: Reading, { sources, arrivals, missed, untold }: FixReport): Item[] {
  const went = arrivals.filter(({ by }) => by !== 'ticket');
  const alike = arrivals.filter(({ by }) => by === 'ticket');
  const nowhere = arrivals.length === 0 && untold.length === 0;
  return [
    ...section(
      'The change itself',
      sources.map((r) => sourceItem(reading, r)),
    ),
    ...section(
      'Received it',
      went.map((arrival) => arrivalItem(reading, arrival)),
    ),
    ...section(
      'Received it too (same ticket)',
      alike.map((arrival) => arrivalItem(reading, arrival)),
    ),
    ...section(
      'Release branches alive then that did not',
      missed.map((b) => branchItem(reading, b)),
    ),
    ...section(
      'Cannot tell: where the change came from is not in this log',
      untold.map((b) => branchItem(reading, b)),
    ),
    ...(nowhere ? [{ label: 'Nothing in this log says that it went to another branch.' }] : []),
  ];
}

function section(label: string, items: readonly Item[]): Item[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function sourceItem(reading: Reading, revision: RevisionId): Item {
  const { histories } = reading.log;
  return {
    label: `$(git-commit) ${placeOf(reading, revision)}`,
    description: plain(
      `${dateWords(histories.day(revision))} ${printable(histories.author(revision))}`,
    ),
    target: { reading, revision },
  };
}

function arrivalItem(reading: Reading, { revision, branch, ...arrival }: Arrival): Item {
  const { log } = reading;
  const { histories } = log;
  const when = `${dateWords(histories.day(revision))} ${printable(histories.author(revision))}`;
  const ticket = printable(ticketWords(arrival));
  const how = [arrival.by === 'ticket' ? '' : `${arrival.by}${statusMark(arrival.status)}`, ticket];
  return {
    label: `$(git-branch) ${plain(branch ? branchTitle(log, branch) : 'trunk')}`,
    description: placeOf(reading, revision),
    detail: plain([when, ...how.filter((words) => words !== '')].join(', ')),
    target: { reading, revision },
  };
}

function branchItem(reading: Reading, branch: Branch): Item {
  const { log } = reading;
  const { last } = workOn(log.recovery, branch);
  const tip = linesOf(log.histories).tip(branch.members[0]!);
  return {
    label: `$(circle-slash) ${plain(branchTitle(log, branch))}`,
    description: `last commit ${dateWords(last)}`,
    target: { reading, revision: tip },
  };
}

function placeOf({ log }: Reading, revision: RevisionId): string {
  return plain(
    `${fileLabel(log, log.histories.fileOf(revision))} ${log.histories.numberText(revision)}`,
  );
}
