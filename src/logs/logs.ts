import * as vscode from 'vscode';
import type { Log } from '../core/log';
import { givenOf, type Told } from '../core/recovery/given';
import { count } from '../core/text/count';
import { withoutQuery } from '../workbench/addresses';
import type { EditorLimit } from './limits';
import { NO_SHIFT, shiftBy, type LineEdit, type LineShift } from './lineShift';
import type { GivenNames } from './names';
import { runSteps } from './steps';
import { reasonOf } from '../core/text/reason';
import { complain } from '../workbench/say';

/** Typing is over when nothing came for so long, in milliseconds. */
const QUIET = 250;

/** Of more edits at once, as by a tool, the lines are not followed: then the log is read first. */
const MOST_EDITS = 1000;

/** One version of an open log, as it was read. */
export interface Reading {
  readonly uri: vscode.Uri;
  readonly version: number;
  readonly log: Log;
  /** What the editor leaves out because of the log's size. */
  readonly limit: EditorLimit | undefined;
}

/** A reading, perhaps of a version before, with where its lines stand now. */
export interface NearReading extends Reading {
  readonly shift: LineShift;
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

/** A version that is being read: its histories come first, what they lost follows. */
interface Pending {
  readonly version: number;
  readonly stop: vscode.CancellationTokenSource;
  readonly histories: Promise<Reading | undefined>;
  readonly result: Promise<Reading | undefined>;
}

interface OpenLog {
  readonly source: LogSource;
  /** What the user had told when it was recovered last. */
  told?: string;
  reading?: Reading;
  pending?: Pending;
  /** What was edited since the version of the reading. */
  edits?: readonly LineEdit[];
  timer?: ReturnType<typeof setTimeout>;
}

/** The open logs, each read once a version; all features ask here. */
export class Logs implements vscode.Disposable {
  private readonly logs = new Map<string, OpenLog>();
  private readonly parsed = new vscode.EventEmitter<Reading>();
  private readonly changed = new vscode.EventEmitter<Reading>();
  private readonly closed = new vscode.EventEmitter<vscode.Uri>();
  private readonly remembering: vscode.Disposable;

  /** The histories of a version were read; what they lost is not recovered yet. */
  readonly onDidParse = this.parsed.event;
  /** A version was read, and what it lost recovered. */
  readonly onDidRead = this.changed.event;
  readonly onDidClose = this.closed.event;

  constructor(
    private readonly names: GivenNames,
    private readonly channel: vscode.LogOutputChannel,
  ) {
    this.remembering = names.onDidTell((uri) => {
      const told = uri ? [uri] : [...this.logs.values()].map(({ source }) => source.uri);
      for (const one of told) void this.recoverAnew(one);
    });
  }

  dispose(): void {
    for (const open of this.logs.values()) stop(open);
    this.logs.clear();
    vscode.Disposable.from(this.parsed, this.changed, this.closed, this.remembering).dispose();
  }

  /** A log was opened, and is read now. One source of an address takes the place of another. */
  open(source: LogSource): void {
    const before = this.logs.get(source.uri.toString());
    if (before) stop(before);
    const open: OpenLog = { source };
    this.logs.set(source.uri.toString(), open);
    void this.readNow(open).result;
  }

  /** The log is read again when no further change has come for a moment. */
  readSoon(uri: vscode.Uri, edits?: readonly LineEdit[]): void {
    const open = this.logs.get(uri.toString());
    if (!open) return;
    if (edits) open.edits = [...(open.edits ?? []), ...edits].slice(-MOST_EDITS);
    stop(open);
    open.timer = setTimeout(() => void this.readNow(open).result, QUIET);
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
    return open && this.readNow(open).result;
  }

  /**
   * The same while someone types, without waiting: what was read last, with the lines moved as they
   * were edited since. Nothing that is changed by it may rest on it.
   */
  async near(uri: vscode.Uri): Promise<NearReading | undefined> {
    const open = this.logs.get(uri.toString());
    if (!open) return undefined;
    const { reading, edits = [] } = open;
    const since = reading ? edits.filter(({ version }) => version > reading.version) : [];
    const isKnown = since.length > 0 && since.length < MOST_EDITS;
    if (reading && isKnown && reading.version !== open.source.version)
      return { ...reading, shift: shiftBy(since) };
    const now = await this.readNow(open).result;
    return now && { ...now, shift: NO_SHIFT };
  }

  /** The same as soon as its histories are read: nothing of it may need the recovery. */
  async parse(uri: vscode.Uri): Promise<Reading | undefined> {
    const open = this.logs.get(uri.toString());
    return open && this.readNow(open).histories;
  }

  /** The user told something of a log: the same reading, recovered with it. */
  private async recoverAnew(uri: vscode.Uri): Promise<void> {
    const open = this.logs.get(uri.toString());
    const { reading } = open ?? {};
    if (!open || !reading || open.pending) return;
    if (open.told === JSON.stringify(await this.names.told(uri))) return;
    const cancel = new vscode.CancellationTokenSource();
    const log = await this.recoverTold(uri, reading.log, cancel.token).finally(() =>
      cancel.dispose(),
    );
    if (!log || open.reading !== reading || this.logs.get(uri.toString()) !== open) return;
    open.reading = { ...reading, log };
    this.changed.fire(open.reading);
  }

  private readNow(open: OpenLog): Pick<Pending, 'histories' | 'result'> {
    const { version } = open.source;
    if (open.reading?.version === version) {
      const known = Promise.resolve(open.reading);
      return { histories: known, result: known };
    }
    if (open.pending?.version === version) return open.pending;
    stop(open);
    const cancel = new vscode.CancellationTokenSource();
    // What was told is fetched meanwhile, so that names follow their histories at once.
    const told = this.names.told(open.source.uri);
    const histories = this.readHistories(open, version, cancel.token);
    const result = histories.then((reading) => reading && this.finish(open, reading, told, cancel));
    const settled = result.finally(() => {
      if (open.pending?.stop === cancel) delete open.pending;
      cancel.dispose();
    });
    open.pending = { version, stop: cancel, histories, result: settled };
    return open.pending;
  }

  private async readHistories(
    open: OpenLog,
    version: number,
    token: vscode.CancellationToken,
  ): Promise<Reading | undefined> {
    const { uri, limit } = open.source;
    const start = performance.now();
    const log = await this.guarded(uri, () => open.source.read(token));
    if (!log || token.isCancellationRequested || this.logs.get(uri.toString()) !== open) {
      return undefined;
    }
    this.note(uri, `${describe(log)}, read in ${milliseconds(start)}${limit ? `, ${limit}` : ''}`);
    const reading = { uri, version, log, limit };
    this.parsed.fire(reading);
    return reading;
  }

  private async finish(
    open: OpenLog,
    reading: Reading,
    told: Promise<Told>,
    { token }: vscode.CancellationTokenSource,
  ): Promise<Reading | undefined> {
    const { uri } = reading;
    const start = performance.now();
    const log = await this.guarded(uri, () => this.recoverTold(uri, reading.log, token, told));
    if (!log || token.isCancellationRequested || this.logs.get(uri.toString()) !== open) {
      return undefined;
    }
    if (log.fault) this.complainOf(uri, log.fault, 'What this log lost cannot be recovered');
    this.note(uri, `recovered in ${milliseconds(start)}, ${count(log.problems.length, 'problem')}`);
    open.reading = { ...reading, log };
    open.edits = (open.edits ?? []).filter(({ version }) => version > reading.version);
    this.changed.fire(open.reading);
    return open.reading;
  }

  /** A fault becomes a sentence for the user, with the rest in the output channel. */
  private async guarded<Result>(
    uri: vscode.Uri,
    work: () => Promise<Result | undefined>,
  ): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      this.complainOf(uri, error, 'The log cannot be read');
      return undefined;
    }
  }

  private complainOf(uri: vscode.Uri, error: unknown, what: string): void {
    const reason = reasonOf(error);
    this.channel.error(
      `${withoutQuery(uri)}: ${error instanceof Error ? (error.stack ?? reason) : reason}`,
    );
    complain(`${what}: ${reason}`);
  }

  /** Recovers with what the user told; once more where the user told something meanwhile. */
  private async recoverTold(
    uri: vscode.Uri,
    log: Log,
    token: vscode.CancellationToken,
    first = this.names.told(uri),
  ): Promise<Log | undefined> {
    for (let telling = first; ;) {
      const told = await telling;
      const start = this.names.version;
      const given = givenOf(log.histories, told);
      const recovered = await runSteps(log.withGiven(given).recoverInSteps(), token);
      if (!recovered || start === this.names.version) {
        const open = this.logs.get(uri.toString());
        if (open) open.told = JSON.stringify(told);
        return recovered;
      }
      telling = this.names.told(uri);
    }
  }

  private note(uri: vscode.Uri, what: string): void {
    this.channel.info(`${withoutQuery(uri)}: ${what}`);
  }
}

function describe({ format, histories }: Log): string {
  const form = format?.id ?? 'no known form';
  return `${form}, ${count(histories.count, 'revision')} in ${count(histories.fileCount, 'file')}`;
}

function milliseconds(start: number): string {
  return `${String(Math.round(performance.now() - start))} ms`;
}

function stop(open: OpenLog): void {
  clearTimeout(open.timer);
  open.pending?.stop.cancel();
  delete open.pending;
}
