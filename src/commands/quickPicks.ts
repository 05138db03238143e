import * as vscode from 'vscode';
import { branchLabel, describeRevision } from '../core/words/revisions';
import { TRUNK } from '../core/history/numbers';
import { fileLabel } from '../core/words/files';
import { lineLabel } from '../core/words/branches';
import { count } from '../core/text/count';
import { printable } from '../core/text/printable';
import type { CurrentSelection } from '../logs/selection';
import type { Target } from '../logs/target';

/** Given to a quick pick that is to go on in the graph. */
export const IN_GRAPH = 'graph';

interface Item extends vscode.QuickPickItem {
  readonly target: Target;
}

/** Quick picks of the log's files and of a file's branches. */
export function registerQuickPicks(
  selection: CurrentSelection,
  go: (target: Target, inGraph: boolean) => Promise<void>,
): vscode.Disposable {
  const pick = async (items: Item[], placeHolder: string, from: unknown): Promise<void> => {
    const picked = await vscode.window.showQuickPick(items, {
      placeHolder,
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (picked) await go(picked.target, from === IN_GRAPH);
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
  return log.history(log.histories.fileOf(revision ?? 0)).lines.map((line): Item => {
    const tip = line.revisions[0]!;
    const point =
      line.branch === TRUNK || line.point < 0
        ? ''
        : `, from ${log.histories.numberText(line.point)}`;
    return {
      label: plain(printable(lineLabel(log, log.histories.fileOf(revision ?? 0), line.branch))),
      description: `${branchLabel(log.histories, line.branch)} · ${count(line.revisions.length, 'revision')}${point}`,
      detail: plain(describeRevision(log.histories, tip)),
      target: { reading, revision: tip },
    };
  });
}

/** A quick pick draws `$(name)` as an icon unless it is escaped. */
export function plain(text: string): string {
  return text.replace(/\$\([\w-]+(?:~\w+)?\)/g, '\\$&');
}
