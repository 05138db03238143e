import * as vscode from 'vscode';

/** Folders that menus offer a history for, in a context of their paths. */
const CONTEXT = 'annals.historyFolders';

/** So many archives and checkouts tell which folders have a history; others open by command. */
const MOST = 20_000;

/** Changes that come so close together, in milliseconds, are looked at once. */
const QUIET = 1000;

const GLOBS = ['**/*,v', '**/CVS/Root'];
const ELSEWHERE = '**/{node_modules,.git}/**';

/**
 * Keeps up which folders of the workspace hold archives, or are checkouts of CVS: only there menus
 * offer to open a history.
 */
export function markHistories(): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const mark = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void markNow(), QUIET);
  };
  const watchers = GLOBS.map((glob) =>
    vscode.workspace.createFileSystemWatcher(glob, false, true, false),
  );
  mark();
  return vscode.Disposable.from(
    ...watchers,
    ...watchers.flatMap((watcher) => [watcher.onDidCreate(mark), watcher.onDidDelete(mark)]),
    vscode.workspace.onDidChangeWorkspaceFolders(mark),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

async function markNow(): Promise<void> {
  const found = await Promise.all(
    GLOBS.map((glob) => vscode.workspace.findFiles(glob, ELSEWHERE, MOST)),
  );
  const folders: Record<string, true> = {};
  const roots = new Set(vscode.workspace.workspaceFolders?.map(({ uri }) => uri.path));
  for (const file of found.flat()) {
    let folder = vscode.Uri.joinPath(file, '..');
    if (/\/(?:CVS|RCS|Attic)$/.test(folder.path)) folder = vscode.Uri.joinPath(folder, '..');
    while (!folders[folder.fsPath]) {
      folders[folder.fsPath] = true;
      if (roots.has(folder.path) || folder.path === '/') break;
      folder = vscode.Uri.joinPath(folder, '..');
    }
  }
  await vscode.commands.executeCommand('setContext', CONTEXT, folders);
}
