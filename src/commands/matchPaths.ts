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

/** Of a larger checkout, or a longer list, so many are looked at; that is told. */
const MOST_FILES = 500_000;
const SKIPPED: ReadonlySet<string> = new Set(['CVS', '.git', '.hg', '.svn']);

/** Paths, and what of them could not be had. */
interface Listing {
  readonly paths: readonly string[];
  readonly unreadable: number;
  readonly isCut: boolean;
}

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
    const matched = matchListing(histories, without.recovery.paths, listing.paths);
    const keys = fileKeysOf(histories);
    const listed = Object.fromEntries(
      [...matched].map(([file, parts]) => [keys.of(file), parts.join('/')]),
    );
    const open = [...matched.keys()].filter((file) =>
      without.recovery.paths.files[file]!.parts.includes(null),
    ).length;
    await names.tell(uri, (told) => ({ ...told, listed }));
    const found =
      matched.size === 0
        ? 'None of these paths goes with a file of the log.'
        : `${count(matched.size, 'file')} of the log found there; ${count(open, 'path')} that had been open.`;
    void inform([found, ...lacking(listing)].join(' '));
  });
}

function lacking({ unreadable, isCut }: Listing): string[] {
  const limit = new Intl.NumberFormat('en').format(MOST_FILES);
  return [
    ...(unreadable > 0 ? [`${count(unreadable, 'folder')} could not be read.`] : []),
    ...(isCut ? [`Only the first ${limit} paths were looked at.`] : []),
  ];
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

async function readListing(source: vscode.Uri): Promise<Listing | undefined> {
  try {
    const { type } = await vscode.workspace.fs.stat(source);
    if ((type & vscode.FileType.Directory) !== 0) return await listFolder(source);
    const bytes = await vscode.workspace.fs.readFile(source);
    const all = new TextDecoder().decode(bytes).split(/\r\n|\r|\n/);
    return { paths: all.slice(0, MOST_FILES), unreadable: 0, isCut: all.length > MOST_FILES };
  } catch (error) {
    const reason = reasonOf(error);
    complain(`The paths cannot be read: ${reason}`);
    return undefined;
  }
}

/** All files below a folder; undefined where it was cancelled. A folder that cannot be read costs itself. */
async function listFolder(root: vscode.Uri): Promise<Listing | undefined> {
  const title = 'Looking for files';
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress(
    { location, title, cancellable: true },
    async (progress, token) => {
      const paths: string[] = [];
      const waiting = [''];
      let unreadable = 0;
      for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
        if (token.isCancellationRequested) return undefined;
        if (paths.length > MOST_FILES) break;
        const here = vscode.Uri.joinPath(root, folder);
        const entries = await vscode.workspace.fs.readDirectory(here).then(undefined, () => null);
        if (!entries) unreadable++;
        for (const [name, type] of entries ?? []) {
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
      return {
        paths: paths.slice(0, MOST_FILES).map((path) => (above === '' ? path : `${above}/${path}`)),
        unreadable,
        isCut: paths.length > MOST_FILES,
      };
    },
  );
}
