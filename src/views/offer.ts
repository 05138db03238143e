import * as v from 'valibot';
import * as vscode from 'vscode';
import type { Logs } from '../logs/logs';
import { remembered } from '../workbench/memory';

const OFFERED = 'annals.viewsOffered';
/** It is of the offer alone, and not in the palette. */
const SHOW = 'annals.showViews';

/** With the first log that is ever read, once: a place in the status bar that shows the views. */
export function offerViews(logs: Logs, memory: vscode.Memento): vscode.Disposable {
  if (remembered(memory, OFFERED, v.boolean(), false))
    return new vscode.Disposable(() => undefined);
  const item = vscode.window.createStatusBarItem(
    'annals.offer',
    vscode.StatusBarAlignment.Right,
    1,
  );
  item.name = 'Views of Revision Logs';
  item.text = '$(list-tree) Show Files and Branches';
  item.tooltip = 'Annals has views of the files, branches and commits of this log. Shown once.';
  item.command = SHOW;
  const waiting = logs.onDidRead(({ log }) => {
    if (log.histories.count === 0) return;
    waiting.dispose();
    item.show();
    void memory.update(OFFERED, true);
  });
  return vscode.Disposable.from(
    item,
    vscode.commands.registerCommand(SHOW, async () => {
      item.hide();
      await vscode.commands.executeCommand('annals.files.focus');
    }),
    waiting,
    logs.onDidClose(() => item.hide()),
  );
}
