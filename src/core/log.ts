import { scanDump } from './formats/dump/scan';
import { recogniseFormat, type Format } from './formats/recognise';
import { Entries } from './formats/entries';
import { assemble } from './assembly/assemble';
import { FileHistory } from './history/fileHistory';
import type { FileId, Histories, RevisionId } from './history/histories';
import type { Problem } from './problems/problem';
import { recoverInSteps, type Given, type Recovery } from './recovery/recovery';
import { encode } from './text/encode';
import { aligned } from './text/lines';

/** A log as it was understood, with what was odd about it. */
export class Log {
  private readonly histories_ = new Map<FileId, FileHistory>();
  private recovered: Recovery | undefined;

  constructor(
    readonly format: Format | undefined,
    readonly histories: Histories,
    /** What was odd when it was read. */
    readonly problems: readonly Problem[],
    private readonly given: Given = {},
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
    return this.find(histories.fileOf(revision), histories.numberText(revision));
  }

  /** What the log lost. It is recovered when someone first asks, unless that was done in steps. */
  get recovery(): Recovery {
    return (this.recovered ??= finish(recoverInSteps(this.histories, this.given)));
  }

  /** Recovers what the log lost, with pauses; yields the share that is done. */
  *recoverInSteps(): Generator<number, Log> {
    this.recovered ??= yield* recoverInSteps(this.histories, this.given);
    return this;
  }

  /** The same log, where something more is known than it tells. */
  withGiven(given: Given): Log {
    return new Log(this.format, this.histories, this.problems, given);
  }

  /** A file's base name, where it was recovered. */
  name(file: FileId): string | null {
    return this.recovery.nameOf(file);
  }
}

/** Offsets are kept in 32 bits. */
const LARGEST = 0xffffffff;

/** Reads a log from its bytes or its text. Never throws: what is odd is among its problems. */
export function readLog(source: Uint8Array | string): Log {
  return finish(readLogInSteps(source));
}

function finish<Result>(steps: Generator<number, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same in steps of a few milliseconds, for callers that have other things to do. Each step
 * yields the share that is done, 0 to 1.
 */
export function* readLogInSteps(source: Uint8Array | string): Generator<number, Log> {
  const bytes = typeof source === 'string' ? encode(source) : aligned(source);
  if (bytes.length > LARGEST) return tooLarge();
  const format = recogniseFormat(bytes);
  const entries = isUnread(format) ? new Entries(bytes) : yield* shares(scanDump(bytes), bytes, 0);
  const histories = yield* shares(assemble(entries), bytes, 0.5);
  return new Log(format, histories, [
    ...noteFormat(format, histories, bytes),
    ...histories.problems,
  ]);
}

function tooLarge(): Log {
  const { value } = assemble(new Entries(new Uint8Array(0))).next() as { value: Histories };
  const message = 'This log is larger than 4 GiB, more than Annals can read in one piece.';
  return new Log(undefined, value, [{ line: 0, code: 'too-large', message }]);
}

function isUnread(format: Format | undefined): boolean {
  return format === 'cvs-log' || format === 'rlog';
}

function noteFormat(
  format: Format | undefined,
  histories: Histories,
  bytes: Uint8Array,
): Problem[] {
  if (isUnread(format)) {
    const message = `This is the text of ${format === 'rlog' ? 'rlog' : 'cvs log'}, which Annals cannot read yet; it reads OpenGrok's history pages saved as text.`;
    return [{ line: 0, code: 'unread-format', message }];
  }
  if (histories.count > 0 || bytes.length === 0) return [];
  const message = 'No revision was found here, so this may be no revision history log.';
  return [{ line: 0, code: 'no-revisions', message }];
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
