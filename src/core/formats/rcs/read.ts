import { dayOf } from '../../history/dates';
import type { NumberId } from '../../history/numbers';
import { workingNameOf } from '../../text/workingFile';
import { commonDirectory } from '../commonDirectory';
import { Entries, LARGEST } from '../entries';
import { GrowingText } from './growingText';
import { ABSENT, Places, type Archive } from './archive';
import { parseArchive } from './parse';
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
  private readonly places = new Places();

  constructor(private readonly options: PrintOptions = {}) {}

  add({ bytes, path, workingFile }: ArchiveFile): void {
    const { text, entries } = this;
    // An archive's print is hardly longer than the archive; what may go beyond is left out.
    if (text.offset + 2 * bytes.length > LARGEST) {
      this.passOver(path);
      return;
    }
    const archive = parseArchive(bytes, entries.numbers, this.places);
    if (!archive.isArchive) {
      archive.close();
      this.passOver(path);
      return;
    }
    const firstEntry = entries.count;
    const firstLine = text.line;
    const count = printArchive(text, { archive, path, workingFile }, this.options, (printed) =>
      addRevision(entries, text, archive, printed),
    );
    const { offset, line } = text;
    endArchive(text);
    entries.useBytes(text.bytes);
    const { symbols, head, branch, locks } = archive.admin;
    entries.files.push({
      path,
      symbols,
      head: head || null,
      defaultBranch: branch || null,
      locks: locks.map(({ name, number }) => ({ user: name, number })),
      selected: count,
      total: archive.count,
      firstEntry,
      end: Math.max(0, offset - 1),
      endLine: line - 1,
    });
    if (archive.isCut) {
      const data = { path, here: archive.texts, of: archive.count };
      entries.problems.push({ line, code: 'cut-log', data });
    }
    const [first] = archive.damage;
    if (first !== undefined) {
      const data = { path, places: archive.damage.length, line: lineAt(bytes, first) };
      entries.problems.push({ line: firstLine, code: 'damaged-archive', data });
    }
    archive.close();
  }

  /** What was to be an archive is none, or cannot be read. */
  passOver(path: string): void {
    const { line } = this.text;
    this.entries.problems.push({ line, code: 'no-archive', data: { path } });
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

/** The line of an offset, counted from 1. */
function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at++) if (bytes[at] === 10) line++;
  return line;
}

/** Reads one archive. */
export function* readArchive(bytes: Uint8Array, path = 'archive,v'): Generator<number, Entries> {
  yield 0;
  const reader = new ArchiveReader();
  reader.add({ bytes, path, workingFile: workingNameOf(path) });
  return reader.finish();
}

function addRevision(
  entries: Entries,
  text: GrowingText,
  archive: Archive,
  printed: Printed,
): void {
  const { place, start, line, body, edits, lockedBy } = printed;
  // The print may have moved while it grew.
  entries.useBytes(text.bytes);
  const [year, month, date, hours, minutes, seconds] = printed.date;
  const day = dayOf(year! || 0, month! || 0, date! || 0);
  const entry = entries.count;
  const number = numberOf(entries, archive, place, line);
  const author = entries.authors.add(printed.authorFrom, printed.authorTo);
  entries.add(start, line, body, number, day, author, 0);
  // Only what the archive lists was printed; the message may begin like a list.
  if (archive.branchesTo[place]! > archive.branchesAt[place]!) entries.readList(entry);
  if (archive.logAt[place] === archive.logTo[place]) entries.empty.add(entry);
  const time = hours! * 3600 + minutes! * 60 + seconds!;
  if (Number.isFinite(time)) entries.setFact('time', entry, time);
  entries.setWord('state', entry, printed.stateFrom, printed.stateTo);
  entries.setWord('commitId', entry, printed.commitFrom, printed.commitTo);
  if (edits) {
    entries.setFact('added', entry, edits.added);
    entries.setFact('removed', entry, edits.removed);
  }
  const isCut = archive.logAt[place] === ABSENT;
  const mergePoint = archive.mergePoints.get(place);
  if (lockedBy === undefined && mergePoint === undefined && !isCut) return;
  entries.extras.set(entry, {
    ...(lockedBy === undefined ? {} : { lockedBy }),
    ...(mergePoint === undefined ? {} : { mergePoint }),
    ...(isCut ? { isCut } : {}),
  });
}

/** Without a number that a revision can have, it stands for itself, and that is told. */
function numberOf(entries: Entries, archive: Archive, place: number, line: number): NumberId {
  const { numbers } = entries;
  const number = archive.number[place]!;
  const isWord = numbers.isWord(number);
  if (!isWord && numbers.depth(number) % 2 === 0) return number;
  const text = archive.text(archive.numberAt[place]!, archive.numberTo[place]!);
  const data = { text, number: null };
  entries.problems.push({ line, code: 'impossible-number', data });
  return isWord ? number : numbers.word(text);
}
