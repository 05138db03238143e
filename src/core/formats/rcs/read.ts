import { dayOf, NO_TIME } from '../../history/dates';
import { NO_NUMBER } from '../../history/numbers';
import { workingNameOf } from '../../text/workingFile';
import { commonDirectory } from '../commonDirectory';
import { Entries } from '../entries';
import { fieldsOf } from './dateFields';
import { GrowingText } from './growingText';
import { parseArchive, type Archive } from './parse';
import { endArchive, printArchive, type Printed, type PrintOptions } from './print';

/** One archive: its bytes, its path, and that of the file whose history it is. */
export interface ArchiveFile {
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly workingFile: string;
}

/**
 * Archives as one log, read as what `cvs log` prints of them: lines of the history are lines of that
 * print, and its messages stand there without their doubled `@`. An archive is needed no longer
 * once it is added.
 */
export class ArchiveReader {
  private readonly text = new GrowingText();
  private readonly entries = new Entries(this.text.bytes);

  constructor(private readonly options: PrintOptions = {}) {}

  /** How long the print has become, in bytes. */
  get size(): number {
    return this.text.offset;
  }

  add({ bytes, path, workingFile }: ArchiveFile): void {
    const { text, entries } = this;
    const archive = parseArchive(bytes);
    const printed = printArchive(text, { bytes, archive, path, workingFile }, this.options);
    const { offset, line } = text;
    endArchive(text);
    entries.useBytes(text.bytes);
    entries.files.push({
      path,
      symbols: archive.symbols,
      head: archive.head || null,
      defaultBranch: archive.branch || null,
      locks: archive.locks,
      selected: printed.length,
      total: archive.deltas.size,
      firstEntry: entries.count,
      end: Math.max(0, offset - 1),
      endLine: line - 1,
    });
    for (const each of printed) addRevision(entries, each, archive);
    if (archive.isCut) {
      const data = { path, here: archive.texts.size, of: archive.deltas.size };
      entries.problems.push({ line, code: 'cut-log', data });
    }
  }

  finish(): Entries {
    const { text, entries } = this;
    entries.useBytes(text.whole());
    const title = commonDirectory(entries.files.map(({ path }) => path));
    const end = text.offset;
    const endLine = Math.max(0, text.line - 1);
    entries.pages.push({ title, isFile: false, line: 0, firstEntry: 0, end, endLine });
    return entries;
  }
}

/** Reads one archive. */
export function* readArchive(bytes: Uint8Array, path = 'archive,v'): Generator<number, Entries> {
  yield 0;
  const reader = new ArchiveReader();
  reader.add({ bytes, path, workingFile: workingNameOf(path) });
  return reader.finish();
}

function addRevision(entries: Entries, printed: Printed, { logs }: Archive): void {
  const { delta, start, line, body, author, extra } = printed;
  const known = entries.numbers.revision(delta.number);
  // Without a number that a revision can have, it stands for itself, and that is told.
  const number = known === NO_NUMBER ? entries.numbers.word(delta.number) : known;
  if (number !== known) {
    const data = { text: delta.number, number: null };
    entries.problems.push({ line, code: 'impossible-number', data });
  }
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = fieldsOf(
    delta.date,
  ).map(Number);
  const log = logs.get(delta.number);
  const entry = entries.count;
  const name = entries.authors.add(...author);
  entries.add(start, line, body, number, dayOf(year, month, day), name, 0);
  // Only what the archive lists was printed; the message may begin like a list.
  if (delta.branches.length > 0) entries.readList(entry);
  if (!log || log.from === log.to) entries.empty.add(entry);
  entries.extras.set(entry, extra);
  const time = hours * 3600 + minutes * 60 + seconds;
  entries.setTime(entry, Number.isFinite(time) ? time : NO_TIME);
}
