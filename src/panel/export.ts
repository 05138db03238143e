import * as vscode from 'vscode';
import { commitTable, csvOf, markdownOf } from '../core/answers/commitTable';
import type { Log } from '../core/log';
import type { ChangesetId } from '../core/recovery/changesets/changesets';
import { encode } from '../core/text/encode';
import { count } from '../core/text/count';

/** Commits that are to be written, as a graph shows them. */
export interface Shown {
  readonly log: Log;
  readonly uri: vscode.Uri;
  readonly changesets: readonly ChangesetId[];
}

const FORMS = [
  { label: '$(table) CSV', detail: 'For spreadsheets', extension: 'csv', write: csvOf },
  { label: '$(markdown) Markdown', detail: 'A table', extension: 'md', write: markdownOf },
] as const;

/** Writes the commits that the graph shows into a file. */
export function registerExport(shown: () => Shown | undefined): vscode.Disposable {
  return vscode.commands.registerCommand('annals.graph.export', async () => {
    const what = shown();
    if (!what || what.changesets.length === 0) {
      void vscode.window.showInformationMessage('The graph shows no commits.');
      return;
    }
    const form = await vscode.window.showQuickPick(FORMS, {
      title: `Export ${count(what.changesets.length, 'Commit')}`,
      placeHolder: 'As what?',
    });
    if (!form) return;
    const name = what.uri.path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
    const folder =
      vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.joinPath(what.uri, '..');
    const target = await vscode.window.showSaveDialog({
      title: 'Export Commits',
      defaultUri: vscode.Uri.joinPath(folder, `${name}.${form.extension}`),
      filters: { [form.label.replace(/^\S+ /, '')]: [form.extension] },
    });
    if (!target) return;
    try {
      const text = form.write(commitTable(what.log, what.changesets));
      await vscode.workspace.fs.writeFile(target, encode(text));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(`The commits cannot be written: ${reason}`);
    }
  });
}
