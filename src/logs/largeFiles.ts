import * as vscode from 'vscode';
import { ENOUGH } from '../core/formats/format';
import { knownExtensions, recogniseFormat } from '../core/formats/index';
import { readLogInSteps, type Log } from '../core/log';
import { summary } from '../core/text/printable';
import { MOST_TEXT } from './limits';
import type { Logs, LogSource } from './logs';
import { readHead } from '../disk/readHead';
import { Changing, readWhole } from '../disk/readWhole';
import { detectsInPlainText } from '../workbench/settings';
import { inform } from '../workbench/say';
import { withNotification } from '../workbench/progress';
import { runSteps } from './steps';
import { textTabs } from '../workbench/tabs';

/** A file that changes while it is read is read again after so long, in milliseconds. */
const REST = 2000;

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
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  let version = 1;
  let isTold = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const source: LogSource = {
    uri,
    limit: 'no-text',
    get version() {
      return version;
    },
    async read(token) {
      try {
        const log = await readWithProgress(uri, token);
        isTold = false;
        return log;
      } catch (error) {
        if (!(error instanceof Changing)) throw error;
        // The watcher has asked for another reading, or the file is closed.
        if (token.isCancellationRequested) return undefined;
        if (!isTold)
          inform(`${summary(name)} changes while it is read, and is read again when it rests.`);
        isTold = true;
        clearTimeout(timer);
        timer = setTimeout(changed, REST);
        return undefined;
      }
    },
  };
  const changed = (): void => {
    clearTimeout(timer);
    version++;
    logs.readSoon(uri);
  };
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
      clearTimeout(timer);
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
    const bytes = await readWhole(uri.fsPath, (share) => {
      report(share / 2);
      return !token.isCancellationRequested;
    });
    if (!bytes) return undefined;
    return runSteps(readLogInSteps(bytes), token, (share) => report(0.5 + share / 2));
  });
}

async function isLargeLog(uri: vscode.Uri): Promise<boolean> {
  try {
    const { size, head } = await readHead(uri.fsPath, ENOUGH);
    if (size <= MOST_TEXT) return false;
    if (LOG_NAME.test(uri.path)) return true;
    return detectsInPlainText(uri) && recogniseFormat(head)?.isText === true;
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
