import { assemble } from './assembly/assemble';
import { Entries, LARGEST } from './formats/entries';
import type { Format } from './formats/format';
import { rcsArchive } from './formats/rcs/format';
import type { ArchiveReader } from './formats/rcs/read';
import { FRAMELESS, recogniseFormat } from './formats/index';
import { fileKeysOf } from './history/fileKeys';
import { FileHistory } from './history/fileHistory';
import type { Histories } from './history/histories';
import { NO_FILE, type FileId, type RevisionId } from './history/ids';
import type { Problem } from './problems/problem';
import { countUnread, noteUnread } from './recovery/unread';
import { recoverInSteps, type Given, type Recovery } from './recovery/recovery';
import { encode } from './text/encode';
import { aligned } from './text/lines';
import { decodeUtf16 } from './text/utf16';
import { seemsToBe } from './text/seems';

/** A log as it was understood, with what was odd about it. */
export class Log {
  private readonly histories_ = new Map<FileId, FileHistory>();
  private recovered: Recovery | undefined;
  private allProblems: readonly Problem[] | undefined;

  constructor(
    readonly format: Format | undefined,
    readonly histories: Histories,
    /** What was odd when it was read, by line. */
    readonly readingProblems: readonly Problem[],
    /** What is known beside what it tells. */
    readonly given: Given = {},
  ) {}

  /** The path in the title of the first page. */
  get title(): string | null {
    return this.histories.pages[0]?.title ?? null;
  }

  /** A file's lines of descent. */
  history(file: FileId): FileHistory {
    let history = this.histories_.get(file);
    if (!history) this.histories_.set(file, (history = new FileHistory(this.histories, file)));
    return history;
  }

  /** The revision of a file that has a number; undefined where the log has no such file or number. */
  find(file: FileId, number: string): RevisionId | undefined {
    if (file < 0 || file >= this.histories.fileCount) return undefined;
    const id = this.histories.numbers.parse(number);
    return id === undefined ? undefined : this.history(file).revision(id);
  }

  /** Where a revision of an earlier reading of this log stands now. */
  counterpart(earlier: Log, revision: RevisionId): RevisionId | undefined {
    const { histories } = earlier;
    const key = fileKeysOf(histories).of(histories.fileOf(revision));
    const number = histories.numberText(revision);
    const files = fileKeysOf(this.histories).like(key);
    const found = files.flatMap((file) => this.find(file, number) ?? []);
    const isSame = (r: RevisionId): boolean =>
      this.histories.day(r) === histories.day(revision) &&
      this.histories.message(r) === histories.message(revision);
    const same = found.filter(isSame);
    const [only] = same.length > 0 ? same : found;
    return same.length === 1
      ? only
      : (this.find(fileKeysOf(this.histories).find(key) ?? NO_FILE, number) ?? only);
  }

  /** All that is odd about the log, by line: what was odd when it was read, and when it was recovered. */
  get problems(): readonly Problem[] {
    this.allProblems ??= [
      ...this.readingProblems,
      ...(this.mayMiss ? noteUnread(this.recovery.messages, this.readingProblems) : []),
      ...this.recovery.problems,
      ...noteFault(this.fault),
    ].sort((a, b) => a.line - b.line);
    return this.allProblems;
  }

  /**
   * How many lines look like revisions and were not read. A form with a frame around its records
   * knows them all: what its messages quote is none of them.
   */
  get unreadLines(): number {
    return this.mayMiss ? countUnread(this.recovery.messages, this.readingProblems) : 0;
  }

  private get mayMiss(): boolean {
    return (this.format ?? FRAMELESS).isFrameless ?? false;
  }

  /** Was the recovery made, so that asking for it takes no time? */
  get isRecovered(): boolean {
    return this.recovered !== undefined;
  }

  /** What the log lost. It is recovered when someone first asks, unless that was done in steps. */
  get recovery(): Recovery {
    if (!this.recovered) finish(this.recoverInSteps());
    return this.recovered!;
  }

  /** The fault that kept the log from being recovered: it stays as it would be without its messages. */
  get fault(): Error | undefined {
    return this.failure;
  }
  private failure: Error | undefined;

  /** Recovers what the log lost, with pauses; yields the share that is done. A fault is kept, not thrown. */
  *recoverInSteps(): Generator<number, Log> {
    if (this.recovered) return this;
    try {
      const recovered = yield* recoverInSteps(this.histories, this.given);
      // Whoever could not wait for it has made it meanwhile.
      this.recovered ??= recovered;
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
      const hidden = new Set(Array.from({ length: this.histories.count }, (_, r) => r));
      this.recovered = yield* recoverInSteps(this.histories, { hidden });
    }
    return this;
  }

  /** The same log, where something more is known than it tells. */
  withGiven(given: Given): Log {
    return new Log(this.format, this.histories, this.readingProblems, given);
  }

  /** A file's base name, where it was recovered. */
  name(file: FileId): string | null {
    return this.recovery.nameOf(file);
  }
}

/** Reads a log from its bytes or its text. Never throws: what is odd is among its problems. */
export function readLog(source: Uint8Array | string, path?: string): Log {
  return finish(readLogInSteps(source, path));
}

/** Takes all steps at once. */
export function finish<Result>(steps: Generator<number, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same in steps of a few milliseconds, for callers that have other things to do. Each step
 * yields the share that is done, 0 to 1.
 */
export function* readLogInSteps(
  source: Uint8Array | string,
  path?: string,
): Generator<number, Log> {
  const given = typeof source === 'string' ? encode(source) : aligned(source);
  if (given.length > LARGEST) {
    const nothing = yield* assemble(new Entries(new Uint8Array(0)));
    return new Log(undefined, nothing, [{ line: 0, code: 'too-large', data: {} }]);
  }
  const bytes = decodeUtf16(given) ?? given;
  const format = recogniseFormat(bytes);
  // A text of no known form may still hold entries: it is read as the form that needs no frame.
  const { read } = format ?? FRAMELESS;
  const entries = yield* shares(read(bytes, path), bytes, 0);
  return yield* logOf(format, entries, bytes);
}

/** The log of archives that were read one after another, in the same steps. */
export function* archivesLog(reader: ArchiveReader): Generator<number, Log> {
  const entries = reader.finish();
  return yield* logOf(rcsArchive, entries, entries.bytes);
}

function* logOf(
  format: Format | undefined,
  entries: Entries,
  bytes: Uint8Array,
): Generator<number, Log> {
  const histories = yield* shares(assemble(entries), bytes, 0.5);
  return new Log(format, histories, [...noteEmpty(histories, bytes), ...histories.problems]);
}

function noteFault(fault: Error | undefined): Problem[] {
  return fault ? [{ line: 0, code: 'recovery-failed', data: { reason: fault.message } }] : [];
}

function noteEmpty(histories: Histories, bytes: Uint8Array): Problem[] {
  if (histories.count > 0 || bytes.length === 0) return [];
  return [{ line: 0, code: 'no-revisions', data: { seems: seemsToBe(bytes) } }];
}

function* shares<Result>(
  steps: Generator<number, Result>,
  bytes: Uint8Array,
  before: number,
): Generator<number, Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield before + (0.5 * step.value) / bytes.length;
  }
}
