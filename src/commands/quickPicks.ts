import * as vscode from 'vscode';
import { branchLabel, describeRevision } from '../core/words/revisions';
import { NO_REVISION } from '../core/history/ids';
import { fileLabel } from '../core/words/files';
import { lineLabel } from '../core/words/branches';
import { count } from '../core/text/count';
import { printable } from '../core/text/printable';
import type { CurrentSelection } from '../logs/selection';
import { IN_GRAPH, plain } from '../workbench/quickPick';
import { revealTarget, type Target } from '../logs/target';

interface Item extends vscode.QuickPickItem {
  readonly target: Target;
}

/** Quick picks of the log's files and of a file's branches; from the graph, they go on in the graph. */
export function registerQuickPicks(selection: CurrentSelection): vscode.Disposable {
  const pick = async (items: Item[], placeHolder: string, from: unknown): Promise<void> => {
    const picked = await vscode.window.showQuickPick(items, {
      placeHolder,
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (!picked) return;
    const { target } = picked;
    if (from !== IN_GRAPH) await revealTarget(selection, target, false, 'editor');
    else await vscode.commands.executeCommand('annals.showInGraph', target);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('annals.goToFile', (from: unknown) =>
      pick(files(selection), 'Go to a file of the log', from),
    ),
    vscode.commands.registerCommand('annals.goToBranch', (from: unknown) =>
      pick(branches(selection), 'Go to a branch of the file', from),
    ),
  );
}

function files({ reading }: CurrentSelection): Item[] {
  if (!reading) return [];
  const { log } = reading;
  return Array.from({ length: log.histories.fileCount }, (_, file): Item => {
    const [first, end] = log.histories.revisionsOf(file);
    return {
      label: plain(fileLabel(log, file)),
      description: `${count(end - first, 'revision')}, file ${String(file + 1)} of ${String(log.histories.fileCount)}`,
      detail: plain(
        `${log.histories.numberText(first)}  ${describeRevision(log.histories, first)}`,
      ),
      target: { reading, revision: first },
    };
  });
}

function branches({ current }: CurrentSelection): Item[] {
  const { reading, revision } = current ?? {};
  if (!reading || reading.log.histories.count === 0) return [];
  const { log } = reading;
  const file = log.histories.fileOf(revision ?? 0);
  return log.history(file).lines.map((line): Item => {
    const tip = line.revisions[0]!;
    const number = branchLabel(log.histories, line.branch);
    const label = printable(lineLabel(log, file, line.branch));
    const point =
      line.point === NO_REVISION ? '' : `, from ${log.histories.numberText(line.point)}`;
    const size = `${count(line.revisions.length, 'revision')}${point}`;
    return {
      label: plain(label),
      description: label === number ? size : `${number} · ${size}`,
      detail: plain(describeRevision(log.histories, tip)),
      target: { reading, revision: tip },
    };
  });
}
