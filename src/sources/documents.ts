import * as vscode from 'vscode';
import { decode } from '../core/text/decode';
import { printable } from '../core/text/printable';
import { MOST_TEXT } from '../logs/limits';
import { SCHEME } from '../workbench/language';
import { withoutQuery } from '../workbench/addresses';
import { withNotification } from '../workbench/progress';
import { logAddress, sourceOfAddress } from './addresses';
import { readArchivesBelow } from './archives';
import { isFolder } from './files';
import { isRemote, RemoteHistories } from './remote';
import { textOfSource } from './text';
import { reasonOf } from '../core/text/reason';
import { complain } from '../workbench/say';

/** A source is read again when no further change came for so long, in milliseconds. */
const QUIET = 500;

/** The logs that are made of what is no text log. */
export interface Sources {
  /** Opens the log of a source in an editor. */
  show(source: vscode.Uri): Promise<void>;
  dispose(): void;
}

/** Serves the logs that are made of archives as read-only documents, and keeps them as their sources are. */
export function serveSources(channel: vscode.LogOutputChannel, storage: vscode.Uri): Sources {
  const remote = new RemoteHistories(vscode.Uri.joinPath(storage, 'servers'), channel);
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const watchers = new Map<string, vscode.Disposable>();
  const watch = async (uri: vscode.Uri): Promise<void> => {
    const key = uri.toString();
    if (watchers.has(key) || isRemote(sourceOfAddress(uri))) return;
    watchers.set(key, new vscode.Disposable(() => undefined));
    const watcher = await watchSource(sourceOfAddress(uri), () => changed.fire(uri));
    if (watchers.has(key)) watchers.set(key, watcher);
    else watcher.dispose();
  };
  const show = async (source: vscode.Uri): Promise<void> => {
    const uri = logAddress(source);
    const isThere = vscode.workspace.textDocuments.some(
      (open) => open.uri.toString() === uri.toString(),
    );
    // A document may be kept after its editor closed; the server is asked again all the same.
    if (isThere && isRemote(source)) changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: false });
  };
  const served = vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (uri, token) => {
        void watch(uri);
        const source = sourceOfAddress(uri);
        return readSource(source, token, channel, () =>
          remote.read(source, token, () => changed.fire(uri)),
        );
      },
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      watchers.get(uri.toString())?.dispose();
      watchers.delete(uri.toString());
    }),
    new vscode.Disposable(() => {
      for (const watcher of watchers.values()) watcher.dispose();
    }),
  );
  return { show, dispose: () => void served.dispose() };
}

/** The text of a source; an error says to a user why there is none. */
async function readSource(
  source: vscode.Uri,
  wanted: vscode.CancellationToken,
  channel: vscode.LogOutputChannel,
  readRemote: () => Promise<string | undefined>,
): Promise<string> {
  const name = printable(source.path.replace(/\/$/, '').replace(/^.*\//, ''));
  const tell = (sentence: string): string => {
    channel.error(`${withoutQuery(source)}: ${sentence}`);
    complain(sentence);
    return '';
  };
  const textFrom = async (): Promise<string | undefined | typeof CANCELLED> => {
    if (isRemote(source)) return (await readRemote()) ?? CANCELLED;
    return (await isFolder(source))
      ? readBelow(source, name, wanted)
      : textOfSource(await vscode.workspace.fs.readFile(source), source.path);
  };
  try {
    const text = await textFrom();
    if (text === CANCELLED) return '';
    if (text === undefined || text === '') return tell(`${name} holds no history.`);
    if (text.length <= MOST_TEXT) return text;
    return tell(
      `The log of ${name} is longer than what VS Code gives to extensions (50 MB). Save what “annals print” writes, and open that.`,
    );
  } catch (error) {
    const reason = reasonOf(error);
    return tell(`The history of ${name} cannot be read: ${reason}`);
  }
}

const CANCELLED = Symbol('cancelled');

async function readBelow(
  folder: vscode.Uri,
  name: string,
  wanted: vscode.CancellationToken,
): Promise<string | typeof CANCELLED> {
  const title = `Reading the archives in ${name}`;
  return withNotification(title, wanted, async (token, report) => {
    const reader = await readArchivesBelow(folder, token, report);
    return reader ? decode(reader.finish().bytes) : CANCELLED;
  });
}

async function watchSource(source: vscode.Uri, changed: () => void): Promise<vscode.Disposable> {
  const isBelow = await isFolder(source);
  const folder = isBelow ? source : vscode.Uri.joinPath(source, '..');
  const name = source.path.slice(source.path.lastIndexOf('/') + 1);
  const glob = isBelow ? '**/*,v' : name.replace(/[[\]{}*?]/g, '[$&]');
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(folder, glob),
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, QUIET);
  };
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(soon),
    watcher.onDidCreate(soon),
    watcher.onDidDelete(soon),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}
