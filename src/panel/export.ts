import * as vscode from 'vscode';
import { csvOf, markdownOf, type TextTable } from '../core/answers/textTable';
import type { Log } from '../core/log';
import type { ChangesetId } from '../core/recovery/changesets/changesets';
import { encode } from '../core/text/encode';
import { count } from '../core/text/count';
import { reasonOf } from '../core/text/reason';
import { complain, inform } from '../workbench/say';

/** Commits that are to be written, as a graph shows them. */
export interface Shown {
  readonly log: Log;
  readonly uri: vscode.Uri;
  readonly changesets: readonly ChangesetId[];
  /** As a table of releases, or of commits. */
  readonly table: (log: Log, changesets: readonly ChangesetId[]) => TextTable;
}

const FORMS = [
  {
    name: 'CSV',
    label: '$(table) CSV',
    detail: 'For spreadsheets',
    extension: 'csv',
    write: csvOf,
  },
  {
    name: 'Markdown',
    label: '$(markdown) Markdown',
    detail: 'A table',
    extension: 'md',
    write: markdownOf,
  },
] as const;

/** Writes the commits that the graph shows into a file. */
export function registerExport(shown: () => Shown | undefined): vscode.Disposable {
  return vscode.commands.registerCommand('annals.graph.export', async (given?: unknown) => {
    const what = shown();
    if (!what || what.changesets.length === 0) {
      void inform('The graph shows no commits.');
      return;
    }
    const target = given instanceof vscode.Uri ? given : await pickTarget(what);
    const form = target && FORMS.find(({ extension }) => target.path.endsWith(`.${extension}`));
    if (!target) return;
    if (!form) {
      complain('A file for commits ends in .csv or .md.');
      return;
    }
    try {
      const text = form.write(what.table(what.log, what.changesets));
      await vscode.workspace.fs.writeFile(target, encode(text));
    } catch (error) {
      const reason = reasonOf(error);
      complain(`The commits cannot be written: ${reason}`);
    }
  });
}

async function pickTarget({ uri, changesets }: Shown): Promise<vscode.Uri | undefined> {
  const form = await vscode.window.showQuickPick(FORMS, {
    title: `Export ${count(changesets.length, 'Commit')}`,
    placeHolder: 'As what?',
  });
  if (!form) return undefined;
  const name = uri.path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.joinPath(uri, '..');
  return vscode.window.showSaveDialog({
    title: 'Export Commits',
    defaultUri: vscode.Uri.joinPath(folder, `${name}.${form.extension}`),
    filters: { [form.name]: [form.extension] },
  });
}
