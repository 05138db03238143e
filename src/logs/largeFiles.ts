import * as vscode from 'vscode';
import { ENOUGH } from '../core/formats/format';
import { knownExtensions, recogniseFormat } from '../core/formats/index';
import { readLogInSteps, type Log } from '../core/log';
import { summary } from '../core/text/printable';
import { MOST_TEXT } from './limits';
import type { Logs, LogSource } from './logs';
import { withFile } from '../platform/node';
import { detectsInPlainText } from '../workbench/settings';
import { withNotification } from '../workbench/progress';
import { runSteps } from './steps';
import { textTabs } from '../workbench/tabs';

/** So much is read from the disk between two looks at whether it is still wanted. */
const PIECE = 1 << 24;

/** Files that are logs by their name; others are where their first bytes say so. */
const LOG_NAME = new RegExp(String.raw`\.(?:${knownExtensions().join('|')})$`, 'i');

/**
 * Logs that are too large to be documents. VS Code shows such a file in a tab, and tells extensions
 * of the tab alone: no document opens, and no editor is active. It is read from the disk, and again
 * when it changes there.
 */
export function openLargeFiles(logs: Logs): vscode.Disposable {
  const opened = new Map<string, vscode.Disposable>();
  const look = async (uri: vscode.Uri): Promise<void> => {
    const key = uri.toString();
    if (opened.has(key) || uri.scheme !== 'file') return;
    const nothing = new vscode.Disposable(() => undefined);
    opened.set(key, nothing);
    const isLog = await isLargeLog(uri);
    if (opened.get(key) !== nothing) return;
    if (!isLog || isDocument(uri)) opened.delete(key);
    else opened.set(key, openLargeFile(logs, uri));
  };
  const follow = (): void => {
    const shown = new Map(textTabs().map((uri) => [uri.toString(), uri]));
    for (const [key, watch] of opened) {
      if (shown.has(key)) continue;
      watch.dispose();
      opened.delete(key);
    }
    for (const uri of shown.values()) if (!isDocument(uri)) void look(uri);
  };
  follow();
  return vscode.Disposable.from(
    vscode.window.tabGroups.onDidChangeTabs(follow),
    new vscode.Disposable(() => opened.forEach((watch) => void watch.dispose())),
  );
}

function openLargeFile(logs: Logs, uri: vscode.Uri): vscode.Disposable {
  let version = 1;
  const source: LogSource = {
    uri,
    limit: 'no-text',
    get version() {
      return version;
    },
    read: (token) => readWithProgress(uri, token),
  };
  const changed = (): void => {
    version++;
    logs.readSoon(uri);
  };
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const folder = vscode.Uri.joinPath(uri, '..');
  const glob = name.replace(/[[\]{}*?]/g, '[$&]');
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(folder, glob),
  );
  logs.open(source);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(changed),
    watcher.onDidCreate(changed),
    new vscode.Disposable(() => {
      if (logs.sourceOf(uri) === source) logs.close(uri);
    }),
  );
}

/** A notification that shows how far the reading is, and can cancel it. */
async function readWithProgress(
  uri: vscode.Uri,
  wanted: vscode.CancellationToken,
): Promise<Log | undefined> {
  const title = `Reading ${summary(uri.path.slice(uri.path.lastIndexOf('/') + 1))}`;
  return withNotification(title, wanted, async (token, report) => {
    const bytes = await readFile(uri.fsPath, token, (share) => report(share / 2));
    if (!bytes) return undefined;
    return runSteps(readLogInSteps(bytes), token, (share) => report(0.5 + share / 2));
  });
}

async function readFile(
  path: string,
  token: vscode.CancellationToken,
  report: (share: number) => void,
): Promise<Uint8Array | undefined> {
  return withFile(path, async (file) => {
    const { size } = file;
    const bytes = new Uint8Array(size);
    let at = 0;
    while (at < size) {
      if (token.isCancellationRequested) return undefined;
      const got = await file.read(bytes, at, Math.min(PIECE, size - at));
      if (got === 0) break;
      at += got;
      report(at / size);
    }
    return bytes.subarray(0, at);
  });
}

async function isLargeLog(uri: vscode.Uri): Promise<boolean> {
  try {
    return await withFile(uri.fsPath, async (file) => {
      if (file.size <= MOST_TEXT) return false;
      if (LOG_NAME.test(uri.path)) return true;
      if (!detectsInPlainText(uri)) return false;
      const head = new Uint8Array(ENOUGH);
      const got = await file.read(head, 0, head.length);
      return recogniseFormat(head.subarray(0, got))?.isText === true;
    });
  } catch {
    // The tab shows a file that is not on this disk, or that is gone.
    return false;
  }
}

function isDocument(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(
    (document) => document.uri.toString() === uri.toString(),
  );
}
