import * as vscode from 'vscode';
import type { Log } from '../core/log';
import { givenOf } from '../core/recovery/given';
import type { EditorLimit } from './limits';
import type { Memory } from './names';
import { runSteps } from './steps';

/** Typing is over when nothing came for so long, in milliseconds. */
const QUIET = 250;

/** One version of an open log, as it was read. */
export interface Reading {
  readonly uri: vscode.Uri;
  readonly version: number;
  readonly log: Log;
  /** What the editor leaves out because of the log's size. */
  readonly limit: EditorLimit | undefined;
}

/** Where an open log comes from: a document, or a file too large to be one. */
export interface LogSource {
  readonly uri: vscode.Uri;
  /** Another number with each change. */
  readonly version: number;
  readonly limit: EditorLimit | undefined;
  /** Reads in the background what stands there now; undefined when it was cancelled. */
  read(token: vscode.CancellationToken): Promise<Log | undefined>;
}

interface OpenLog {
  readonly source: LogSource;
  reading?: Reading;
  pending?: {
    version: number;
    result: Promise<Reading | undefined>;
    stop: vscode.CancellationTokenSource;
  };
  timer?: NodeJS.Timeout;
}

/** The open logs, each read once a version; all features ask here. */
export class Logs implements vscode.Disposable {
  private readonly logs = new Map<string, OpenLog>();
  private readonly changed = new vscode.EventEmitter<Reading>();
  private readonly closed = new vscode.EventEmitter<vscode.Uri>();

  /** A version was read. */
  readonly onDidRead = this.changed.event;
  readonly onDidClose = this.closed.event;

  constructor(private readonly memory: Memory) {
    this.remembering = memory.onDidTell((uri) => void this.recoverAnew(uri));
  }
  private readonly remembering: vscode.Disposable;

  dispose(): void {
    for (const open of this.logs.values()) stop(open);
    this.logs.clear();
    vscode.Disposable.from(this.changed, this.closed, this.remembering).dispose();
  }

  /** A log was opened, and is read now. One source of an address takes the place of another. */
  open(source: LogSource): void {
    const before = this.logs.get(source.uri.toString());
    if (before) stop(before);
    const open: OpenLog = { source };
    this.logs.set(source.uri.toString(), open);
    void this.readNow(open);
  }

  /** The log is read again when no further change has come for a moment. */
  readSoon(uri: vscode.Uri): void {
    const open = this.logs.get(uri.toString());
    if (!open) return;
    stop(open);
    open.timer = setTimeout(() => void this.readNow(open), QUIET);
  }

  close(uri: vscode.Uri): void {
    const open = this.logs.get(uri.toString());
    if (!open) return;
    stop(open);
    this.logs.delete(uri.toString());
    this.closed.fire(uri);
  }

  sourceOf(uri: vscode.Uri): LogSource | undefined {
    return this.logs.get(uri.toString())?.source;
  }

  /** The newest finished reading of a log, perhaps of a version before. */
  latest(uri: vscode.Uri): Reading | undefined {
    return this.logs.get(uri.toString())?.reading;
  }

  /** All logs that are open and read. */
  readings(): Reading[] {
    return [...this.logs.values()].flatMap(({ reading }) => reading ?? []);
  }

  /** The reading of an open log as it stands; undefined when it changes or closes before. */
  async read(uri: vscode.Uri): Promise<Reading | undefined> {
    const open = this.logs.get(uri.toString());
    return open && this.readNow(open);
  }

  /** The user told something of a log: the same reading, recovered with it. */
  private async recoverAnew(uri: vscode.Uri): Promise<void> {
    const open = this.logs.get(uri.toString());
    const { reading } = open ?? {};
    if (!open || !reading || open.pending) return;
    const log = await this.recoverTold(
      uri,
      reading.log,
      new vscode.CancellationTokenSource().token,
    );
    if (!log || open.reading !== reading || this.logs.get(uri.toString()) !== open) return;
    open.reading = { ...reading, log };
    this.changed.fire(open.reading);
  }

  private readNow(open: OpenLog): Promise<Reading | undefined> {
    const { version, uri, limit } = open.source;
    if (open.reading?.version === version) return Promise.resolve(open.reading);
    if (open.pending?.version === version) return open.pending.result;
    stop(open);
    const cancel = new vscode.CancellationTokenSource();
    const result = this.readAndRecover(open.source, cancel.token).then((log) => {
      if (open.pending?.stop === cancel) delete open.pending;
      if (!log || cancel.token.isCancellationRequested || this.logs.get(uri.toString()) !== open)
        return undefined;
      open.reading = { uri, version, log, limit };
      this.changed.fire(open.reading);
      return open.reading;
    });
    open.pending = { version, result, stop: cancel };
    return result;
  }

  /** Reads, and recovers with what the user told; once more where the user told something meanwhile. */
  private async readAndRecover(
    source: LogSource,
    token: vscode.CancellationToken,
  ): Promise<Log | undefined> {
    try {
      const log = await source.read(token);
      return log && (await this.recoverTold(source.uri, log, token));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(`The log cannot be read: ${reason}`);
      return undefined;
    }
  }

  private async recoverTold(
    uri: vscode.Uri,
    log: Log,
    token: vscode.CancellationToken,
  ): Promise<Log | undefined> {
    for (;;) {
      const told = this.memory.told(uri);
      const recovered = await runSteps(
        log.withGiven(givenOf(log.histories, told)).recoverInSteps(),
        token,
      );
      if (!recovered || JSON.stringify(told) === JSON.stringify(this.memory.told(uri)))
        return recovered;
    }
  }
}

function stop(open: OpenLog): void {
  clearTimeout(open.timer);
  open.pending?.stop.cancel();
  delete open.pending;
}
