import * as vscode from 'vscode';
import type { Log } from '../core/log';
import { fileLabel } from '../core/words/files';
import { branchTitle, evidenceSentences } from '../core/words/branches';
import { printable } from '../core/text/printable';
import type { Logs } from '../logs/logs';
import { revealLine } from '../workbench/reveal';
import type { CurrentSelection } from '../logs/selection';
import { plain } from './quickPicks';
import { targetOf } from '../logs/target';

interface Item extends vscode.QuickPickItem {
  readonly line?: number;
}

/** What in the log tells a revision's path, its branch's name, and where it came from and went. */
export function registerEvidence(logs: Logs, selection: CurrentSelection): vscode.Disposable {
  return vscode.commands.registerCommand('annals.showEvidence', async (argument: unknown) => {
    const target = await targetOf(argument, logs, selection);
    if (!target) return;
    const { reading, revision } = target;
    const { log } = reading;
    const items = [
      ...pathItems(log, revision),
      ...branchItems(log, revision),
      ...edgeItems(log, revision),
    ];
    const picked = await vscode.window.showQuickPick(items, {
      title: `Evidence on ${log.histories.numberText(revision)} of ${fileLabel(log, log.histories.fileOf(revision))}`,
      placeHolder: 'Select one to see its line',
      matchOnDescription: true,
    });
    if (picked?.line !== undefined) await revealLine(reading.uri, picked.line, false);
  });
}

function pathItems(log: Log, revision: number): Item[] {
  const file = log.histories.fileOf(revision);
  const { evidence, status } = log.recovery.paths.files[file]!;
  const heading = `Path: ${status}`;
  const items: Item[] = [{ label: heading, kind: vscode.QuickPickItemKind.Separator }];
  for (const one of evidence) {
    const [sentence] = evidenceSentences(log, [one]);
    if (sentence === undefined) continue;
    const line = 'revision' in one ? log.histories.linesOf(one.revision)[0] : undefined;
    items.push({ label: plain(printable(sentence)), ...(line === undefined ? {} : { line }) });
  }
  if (items.length === 1) items.push({ label: 'Nothing in the log tells it.' });
  return items;
}

function branchItems(log: Log, revision: number): Item[] {
  const branch = log.recovery.branches.of(revision);
  if (!branch) return [];
  const heading: Item = {
    label: `Branch ${plain(branchTitle(log, branch))}: ${branch.status}`,
    kind: vscode.QuickPickItemKind.Separator,
  };
  const lines = branch.evidence.map((r): Item => {
    const line = log.histories.linesOf(r)[0];
    const file = fileLabel(log, log.histories.fileOf(r));
    return {
      label: `Line ${String(line + 1)}`,
      description: plain(`${file} ${log.histories.numberText(r)}`),
      line,
    };
  });
  return [heading, ...(lines.length > 0 ? lines : [{ label: 'No line of the log names it.' }])];
}

function edgeItems(log: Log, revision: number): Item[] {
  const { recovery, histories } = log;
  const edges = [...recovery.edgesTo(revision), ...recovery.edgesFrom(revision)];
  if (edges.length === 0) return [];
  const items = edges.map(({ kind, status, from, to, line }): Item => ({
    label: `Line ${String(line + 1)}`,
    description: `${kind} (${status}) of ${histories.numberText(from)} as ${histories.numberText(to)}`,
    line,
  }));
  return [
    { label: 'From and to other branches', kind: vscode.QuickPickItemKind.Separator },
    ...items,
  ];
}
