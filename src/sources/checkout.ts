import * as vscode from 'vscode';
import { printable } from '../core/text/printable';
import { entryOf, type Entry } from './entries';
import { textOf } from './files';
import { findSource } from './findSource';
import { isRemote } from './remote';
import { baseAddress } from './revisionTexts';

/**
 * The file of the active editor in its checkout: its branch and revision in the status bar, and its
 * changes since that revision in the gutter, where the repository is on this machine.
 */
export function showCheckout(): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('annals.checkout', vscode.StatusBarAlignment.Left);
  item.name = 'Revision of the Checkout';
  item.command = 'annals.openHistory';
  let control: vscode.SourceControl | undefined;
  let turn = 0;
  const show = async (): Promise<void> => {
    const mine = ++turn;
    const uri = vscode.window.activeTextEditor?.document.uri;
    const entry = uri?.scheme === 'file' ? await entryAt(uri) : undefined;
    if (mine !== turn) return;
    if (!uri || !entry) return item.hide();
    const branch = printable(entry.sticky ?? 'trunk');
    item.text = `$(git-branch) ${branch} ${printable(entry.revision)}`;
    item.tooltip = `Revision ${printable(entry.revision)} on ${branch} of CVS. Open its history.`;
    item.accessibilityInformation = { label: `CVS revision ${entry.revision} on ${branch}` };
    item.show();
    control ??= quickDiff(uri);
  };
  void show();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(() => void show()),
    vscode.workspace.onDidSaveTextDocument(() => void show()),
    new vscode.Disposable(() => control?.dispose()),
  );
}

/** Changes against the revision that a file was checked out at; there are no resources to commit. */
function quickDiff(uri: vscode.Uri): vscode.SourceControl {
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  const control = vscode.scm.createSourceControl('annals', 'CVS', root);
  control.inputBox.visible = false;
  control.quickDiffProvider = { provideOriginalResource: originalOf };
  return control;
}

async function originalOf(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  if (uri.scheme !== 'file') return undefined;
  const entry = await entryAt(uri);
  // An added file has no revision yet, a removed one has none any more.
  if (!entry || !/^\d+(\.\d+)+$/.test(entry.revision)) return undefined;
  const archive = await findSource(uri).catch(() => undefined);
  return archive && !isRemote(archive) ? baseAddress(archive, entry.revision) : undefined;
}

async function entryAt(uri: vscode.Uri): Promise<Entry | undefined> {
  const text = await textOf(vscode.Uri.joinPath(uri, '..', 'CVS', 'Entries'));
  return text === undefined ? undefined : entryOf(text, uri.path.replace(/^.*\//, ''));
}
