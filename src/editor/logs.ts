import * as vscode from 'vscode';
import { readLogInSteps, type Log } from '../core/log';
import { LANGUAGE } from './language';
import { runSteps } from './steps';

/** Typing is over when nothing came for so long, in milliseconds. */
const QUIET = 250;

/** One version of an open log, as it was read. */
export interface Reading {
  readonly uri: vscode.Uri;
  readonly version: number;
  readonly log: Log;
}

interface OpenLog {
  readonly document: vscode.TextDocument;
  reading?: Reading;
  pending?: { version: number; result: Promise<Reading | undefined>; stop: vscode.CancellationTokenSource };
  timer?: NodeJS.Timeout;
}

/** The open logs, each read once a version; all features ask here. */
export class Logs implements vscode.Disposable {
  private readonly open = new Map<string, OpenLog>();
  private readonly changed = new vscode.EventEmitter<Reading>();
  private readonly closed = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscriptions: { dispose(): unknown }[];

  /** A version was read. */
  readonly onDidRead = this.changed.event;
  readonly onDidClose = this.closed.event;

  constructor() {
    this.subscriptions = [
      this.changed,
      this.closed,
      vscode.workspace.onDidOpenTextDocument((document) => this.add(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.remove(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.readSoon(document);
      }),
    ];
  }

  /** Reads what is open already; later documents come by themselves. */
  start(): void {
    vscode.workspace.textDocuments.forEach((document) => this.add(document));
  }

  dispose(): void {
    for (const open of this.open.values()) stop(open);
    this.open.clear();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** The newest finished reading of a log, perhaps of a version before. */
  latest(uri: vscode.Uri): Reading | undefined {
    return this.open.get(uri.toString())?.reading;
  }

  /** All logs that are open and read. */
  readings(): Reading[] {
    return [...this.open.values()].flatMap(({ reading }) => reading ?? []);
  }

  /** The reading of the document as it stands; undefined when it changes or closes before. */
  async read(document: vscode.TextDocument): Promise<Reading | undefined> {
    const open = this.open.get(document.uri.toString());
    if (!open) return undefined;
    if (open.reading?.version === document.version) return open.reading;
    return this.readNow(open);
  }

  private add(document: vscode.TextDocument): void {
    if (document.languageId !== LANGUAGE || document.uri.scheme === 'git') return;
    const open: OpenLog = { document };
    this.open.set(document.uri.toString(), open);
    void this.readNow(open);
  }

  private remove(document: vscode.TextDocument): void {
    const open = this.open.get(document.uri.toString());
    if (open?.document !== document) return;
    stop(open);
    this.open.delete(document.uri.toString());
    this.closed.fire(document.uri);
  }

  private readSoon(document: vscode.TextDocument): void {
    const open = this.open.get(document.uri.toString());
    if (!open) return;
    stop(open);
    open.timer = setTimeout(() => void this.readNow(open), QUIET);
  }

  private readNow(open: OpenLog): Promise<Reading | undefined> {
    const { version, uri } = open.document;
    if (open.reading?.version === version) return Promise.resolve(open.reading);
    if (open.pending?.version === version) return open.pending.result;
    stop(open);
    const cancel = new vscode.CancellationTokenSource();
    const steps = readLogInSteps(open.document.getText());
    const result = runSteps(steps, cancel.token).then((log) => {
      if (!log || cancel.token.isCancellationRequested) return undefined;
      delete open.pending;
      open.reading = { uri, version, log };
      this.changed.fire(open.reading);
      return open.reading;
    });
    open.pending = { version, result, stop: cancel };
    return result;
  }
}

function stop(open: OpenLog): void {
  clearTimeout(open.timer);
  open.pending?.stop.cancel();
  delete open.pending;
}
