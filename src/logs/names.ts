import * as v from 'valibot';
import * as vscode from 'vscode';
import { isNothing, NOTHING_TOLD, type Told } from '../core/recovery/given';
import { decode } from '../core/text/decode';
import { encode } from '../core/text/encode';
import { withoutPassword } from '../workbench/addresses';
import { SCHEME } from '../workbench/language';
import {
  isForeign,
  mergeTold,
  NO_NAMES,
  parseNames,
  TOLD,
  toldIn,
  withTold,
  type NamesFile,
} from './namesFile';
import { warn } from '../workbench/say';

const FOLDER = '.annals';
const NAME = 'names.json';

/** Where what is told of a log is kept: a file, and the log's key in it. */
interface Place {
  readonly file: vscode.Uri;
  readonly key: string;
}

/**
 * Names that users gave. They are kept in `.annals/names.json`, which a team can commit: beside the log
 * where such a file is, else in its workspace folder. A log without a folder, and what an earlier
 * version kept, is in the state of the workspace; that moves to the file when something is told next.
 */
export class GivenNames implements vscode.Disposable {
  private readonly told_ = new vscode.EventEmitter<vscode.Uri | undefined>();
  /** Something was told of a log, or, without its address, of any. */
  readonly onDidTell = this.told_.event;
  /** Another number with each thing that is told. */
  version = 0;
  private readonly watching: vscode.Disposable;
  /** Files that cannot be read, as long as the user was told of them and they are so. */
  private readonly unreadable = new Set<string>();
  /** What is told is written one after another. */
  private writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly state: vscode.Memento) {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${FOLDER}/${NAME}`);
    const changed = (): void => this.fire(undefined);
    this.watching = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(changed),
      watcher.onDidDelete(changed),
    );
  }

  dispose(): void {
    vscode.Disposable.from(this.told_, this.watching).dispose();
  }

  /** What was told of a log; what is kept in another shape counts as nothing. */
  async told(uri: vscode.Uri): Promise<Told> {
    const before = this.inState(uri);
    for (const place of placesFor(uri)) {
      const names = await read(place.file);
      this.warn(place.file, names);
      const told = names instanceof Error ? undefined : names && toldIn(names, place.key);
      if (told) return mergeTold(told, before);
    }
    return before;
  }

  /** Fails with a sentence where the file is none that may be written over, or cannot be written. */
  tell(uri: vscode.Uri, change: (told: Told) => Told): Promise<void> {
    const told = this.writing.then(() => this.tellNow(uri, change));
    this.writing = told.catch(() => undefined);
    return told;
  }

  private async tellNow(uri: vscode.Uri, change: (told: Told) => Told): Promise<void> {
    const told = change(await this.told(uri));
    const place = await placeToWrite(uri);
    if (place) {
      await write(place, told);
      await this.state.update(stateKey(uri), undefined);
    } else await this.state.update(stateKey(uri), isNothing(told) ? undefined : told);
    this.fire(uri);
  }

  /** Names that are not read are not missed in silence. */
  private warn(file: vscode.Uri, names: NamesFile | Error | undefined): void {
    const key = file.toString();
    if (!(names instanceof Error)) this.unreadable.delete(key);
    else if (!this.unreadable.has(key)) {
      this.unreadable.add(key);
      void warn(names.message);
    }
  }

  private fire(uri: vscode.Uri | undefined): void {
    this.version++;
    this.told_.fire(uri);
  }

  private inState(uri: vscode.Uri): Told {
    const kept = v.safeParse(TOLD, this.state.get(stateKey(uri)));
    return kept.success ? kept.output : NOTHING_TOLD;
  }
}

function stateKey(uri: vscode.Uri): string {
  return `annals.told ${uri.toString()}`;
}

/** Where a file of names may be: beside the log, then in its workspace folder. */
function placesFor(uri: vscode.Uri): Place[] {
  const folders: vscode.Uri[] = [];
  const isFile = uri.scheme !== SCHEME && uri.scheme !== 'untitled';
  if (isFile) folders.push(vscode.Uri.joinPath(uri, '..'));
  const own = vscode.workspace.getWorkspaceFolder(uri) ?? vscode.workspace.workspaceFolders?.[0];
  if (own && own.uri.toString() !== folders[0]?.toString()) folders.push(own.uri);
  return folders.map((folder) => ({
    file: vscode.Uri.joinPath(folder, FOLDER, NAME),
    key: isFile ? keyIn(folder, uri) : withoutPassword(uri),
  }));
}

function keyIn(folder: vscode.Uri, uri: vscode.Uri): string {
  const above = `${folder.path.replace(/\/$/, '')}/`;
  const isBelow = folder.authority === uri.authority && uri.path.startsWith(above);
  return isBelow ? uri.path.slice(above.length) : uri.toString();
}

/** The file that is there, the one beside the log first; else the one of the workspace folder. */
async function placeToWrite(uri: vscode.Uri): Promise<Place | undefined> {
  const places = placesFor(uri);
  for (const place of places) if ((await read(place.file)) !== undefined) return place;
  return places.at(-1);
}

/** The names of a file; undefined where there is no file, an error where it is none of ours. */
async function read(file: vscode.Uri): Promise<NamesFile | Error | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(file);
  } catch {
    return undefined;
  }
  return (
    parseNames(decode(bytes)) ??
    new Error(
      `${file.fsPath} is no file of names that Annals can read, and it is not written to before it is mended.`,
    )
  );
}

async function write({ file, key }: Place, told: Told): Promise<void> {
  const names = (await read(file)) ?? NO_NAMES;
  if (names instanceof Error) throw names;
  if (isForeign(names, key))
    throw new Error(
      `${file.fsPath} tells of this log what Annals cannot read, so it is not written over.`,
    );
  const text = `${JSON.stringify(withTold(names, key, told), null, 2)}\n`;
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(file, '..'));
  await vscode.workspace.fs.writeFile(file, encode(text));
}
