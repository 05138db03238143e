import * as vscode from 'vscode';
import { citationsOf } from '../core/answers/citations';
import { revisionLinks } from '../core/answers/links/links';
import { summary } from '../core/text/printable';
import type { Logs } from '../logs/logs';
import type { CurrentSelection } from '../logs/selection';
import { targetOf } from '../logs/target';
import { plain } from '../workbench/quickPick';
import { linkSettings } from '../workbench/settings';

/** *Copy As...*: a revision as it is written in messages, in Markdown, or in commands of cvs. */
export function registerCopyAs(logs: Logs, selection: CurrentSelection): vscode.Disposable {
  return vscode.commands.registerCommand('annals.copyAs', async (argument: unknown) => {
    const target = await targetOf(argument, logs, selection);
    if (!target) return;
    const { reading, revision } = target;
    const [first] = revisionLinks(reading.log, revision, linkSettings(reading.uri));
    const items = citationsOf(reading.log, revision, first?.address).map(({ label, text }) => ({
      label,
      text,
      detail: plain(summary(text)),
    }));
    const picked = await vscode.window.showQuickPick(items, {
      title: 'Copy As',
      placeHolder: `How revision ${reading.log.histories.numberText(revision)} is to be written`,
    });
    if (picked) await vscode.env.clipboard.writeText(picked.text);
  });
}
