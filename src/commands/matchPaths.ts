import * as vscode from 'vscode';
import { fileKeysOf } from '../core/history/fileKeys';
import { givenOf } from '../core/recovery/given';
import { matchListing } from '../core/recovery/paths/listing';
import { count } from '../core/text/count';
import type { GivenNames } from '../logs/names';
import { runSteps } from '../logs/steps';
import type { CurrentSelection } from '../logs/selection';
import { reasonOf } from '../core/text/reason';
import { complain, inform } from '../workbench/say';

/** No checkout has more files. */
const MOST_FILES = 500_000;
const SKIPPED: ReadonlySet<string> = new Set(['CVS', '.git', '.hg', '.svn']);

/** Fills open paths of the log from a checkout's folder, or from a list of paths. */
export function registerMatchPaths(
  selection: CurrentSelection,
  names: GivenNames,
): vscode.Disposable {
  return vscode.commands.registerCommand('annals.matchPaths', async (given?: unknown) => {
    const { reading } = selection;
    if (!reading) return;
    const source = given instanceof vscode.Uri ? given : await pickSource();
    const listing = source && (await readListing(source));
    if (!listing) return;
    const { uri, log } = reading;
    const { histories } = log;
    const unlisted = log.withGiven(givenOf(histories, { ...(await names.told(uri)), listed: {} }));
    const { token } = new vscode.CancellationTokenSource();
    const without = await vscode.window.withProgress({ location: { viewId: 'annals.files' } }, () =>
      runSteps(unlisted.recoverInSteps(), token),
    );
    if (!without) return;
    const matched = matchListing(histories, without.recovery.paths, listing);
    const keys = fileKeysOf(histories);
    const listed = Object.fromEntries(
      [...matched].map(([file, parts]) => [keys.of(file), parts.join('/')]),
    );
    const open = [...matched.keys()].filter((file) =>
      without.recovery.paths.files[file]!.parts.includes(null),
    ).length;
    await names.tell(uri, (told) => ({ ...told, listed }));
    void inform(
      matched.size === 0
        ? 'None of these paths goes with a file of the log.'
        : `${count(matched.size, 'file')} of the log found there; ${count(open, 'path')} that had been open.`,
    );
  });
}

async function pickSource(): Promise<vscode.Uri | undefined> {
  const folder = { label: '$(folder) Folder of a Checkout...', isFolder: true };
  const list = { label: '$(list-flat) Text File With a List of Paths...', isFolder: false };
  const kind = await vscode.window.showQuickPick([folder, list], {
    placeHolder: 'Match the files of the log in order with',
  });
  if (!kind) return undefined;
  const picked = await vscode.window.showOpenDialog({
    title: 'Match Paths With a Folder or List',
    openLabel: 'Match',
    canSelectFolders: kind.isFolder,
    canSelectFiles: !kind.isFolder,
    canSelectMany: false,
  });
  return picked?.[0];
}

async function readListing(source: vscode.Uri): Promise<string[] | undefined> {
  try {
    const { type } = await vscode.workspace.fs.stat(source);
    if ((type & vscode.FileType.Directory) !== 0) return await listFolder(source);
    const bytes = await vscode.workspace.fs.readFile(source);
    return new TextDecoder().decode(bytes).split(/\r\n|\r|\n/);
  } catch (error) {
    const reason = reasonOf(error);
    complain(`The paths cannot be read: ${reason}`);
    return undefined;
  }
}

async function listFolder(root: vscode.Uri): Promise<string[] | undefined> {
  const title = 'Looking for files';
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress(
    { location, title, cancellable: true },
    async (progress, token) => {
      const paths: string[] = [];
      const waiting = [''];
      for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
        if (token.isCancellationRequested || paths.length > MOST_FILES) return undefined;
        for (const [name, type] of await vscode.workspace.fs.readDirectory(
          vscode.Uri.joinPath(root, folder),
        )) {
          const path = folder === '' ? name : `${folder}/${name}`;
          if ((type & vscode.FileType.SymbolicLink) !== 0) continue;
          if (type === vscode.FileType.File) paths.push(path);
          else if (type === vscode.FileType.Directory && !SKIPPED.has(name)) waiting.push(path);
        }
        progress.report({ message: count(paths.length, 'file') });
      }
      // The folder itself may be named in the log's title, or any folder above it.
      const above = root.path
        .split('/')
        .filter((part) => part !== '')
        .slice(-8)
        .join('/');
      return paths.map((path) => (above === '' ? path : `${above}/${path}`));
    },
  );
}
