import { NO_TIME } from '../../history/dates';
import { NO_NUMBER } from '../../history/numbers';
import type { Page } from '../../history/pages';
import { endOfLine, nextLine, startsWith, wordsOf } from '../../text/lines';
import { Entries, LOOSE } from '../entries';
import { settleAuthors, type GuessedAuthor } from './authors';
import {
  keepTagRows,
  mayBeFolded,
  readTags,
  settleMonths,
  TAGS,
  unfold,
  type NamedDate,
} from './furniture';
import { Header } from './fields';
import { readHeader } from './header';
import { pageEnd, readTitle, tableHeadAfter, TITLE } from './page';

/** A pause is offered each time that this many words of four bytes are read. */
const STEP = 1 << 16;

/** A list of branches further inside a text is a part of its message, in bytes. */
const LIST_INDENT = 4;
const LIST_INITIAL = 0x62;

const FOURTEENS = 0x0e0e0e0e;
const HIGH_BITS = 0x80808080;

/** What a line may open, by its first byte. */
const ENTRY = 1;
const PAGE = 2;
const TAG_ROW = 3;
const opens = new Uint8Array(256);
/** A no-break space in UTF-8 or Latin-1, a blank, a row's mark, a stroke, or a digit. */
for (const byte of [0xc2, 0xa0, 0x20, 0x09, 0x23, 0x7e]) opens[byte] = ENTRY;
opens.fill(ENTRY, 0x30, 0x3a);
opens[TITLE.charCodeAt(0)] = PAGE;
opens[TAGS.charCodeAt(0)] = TAG_ROW;

/**
 * The entries of a directory history page saved as text (OpenGrok's view of `cvs log`):
 *
 *     History log of /src/sys/arch/xen
 *     RevisionDateAuthorComments
 *     ⍽1.9⍽31-Mar-2010⍽ dyoung⍽Include more sources in the
 *     non-existent assembly-language files.
 *
 * Yields the offset that it has come to, so that a caller can pause, show progress or give up.
 */
export function* scanDump(bytes: Uint8Array): Generator<number, Entries> {
  const scan = startScan(bytes);
  readLine(scan, startsWith(bytes, 0, '\u00ef\u00bb\u00bf') ? 3 : 0);
  const words = wordsOf(bytes);
  const whole = words.length - (words.length % 4);
  for (let w = 0; w < whole; w += STEP) {
    readLinesOf(scan, words, w, Math.min(w + STEP, whole));
    yield w * 4;
  }
  readLinesBetween(scan, whole * 4, bytes.length);
  closePage(scan.entries, bytes.length, scan.line + (endsInNewline(bytes) ? 0 : 1));
  yield bytes.length;
  keepTagRows(scan.entries, scan.offersTags);
  settleMonths(scan.entries, scan.namedDates);
  yield bytes.length;
  settleAuthors(scan.entries, scan.guessedAuthors);
  return scan.entries;
}

interface Scan {
  readonly bytes: Uint8Array;
  readonly entries: Entries;
  readonly header: Header;
  /** The number of the line read last. */
  line: number;
  titled: boolean;
  /** The row of tags read last: it may be of the entry on the next line. */
  tags:
    { readonly start: number; readonly line: number; readonly tags: readonly string[] } | undefined;
  /** By page: does its head offer to show revision tags? */
  readonly offersTags: boolean[];
  readonly namedDates: NamedDate[];
  readonly guessedAuthors: GuessedAuthor[];
}

function startScan(bytes: Uint8Array): Scan {
  const entries = new Entries(bytes);
  entries.unfold = unfold;
  const header = new Header(entries.numbers, entries.authors);
  entries.pages.push({
    title: null,
    isFile: false,
    line: 0,
    firstEntry: 0,
    end: bytes.length,
    endLine: 0,
  });
  return {
    bytes,
    entries,
    header,
    line: 0,
    titled: false,
    tags: undefined,
    offersTags: [],
    namedDates: [],
    guessedAuthors: [],
  };
}

/**
 * Reads the lines that start behind a line's end in words [from, to), sixteen bytes at a time. A word
 * holds a byte below 14, and so perhaps a line's end, where subtracting 14 from each of its bytes
 * borrows into a high bit that was clear.
 */
function readLinesOf(scan: Scan, words: Int32Array, from: number, to: number): void {
  const { bytes } = scan;
  let { line } = scan;
  for (let w = from; w < to; w += 4) {
    // Two of three groups of four words hold no end, and are passed over in one step.
    const [a, b, c, d] = [words[w]!, words[w + 1]!, words[w + 2]!, words[w + 3]!];
    const any =
      ((a - FOURTEENS) & ~a) |
      ((b - FOURTEENS) & ~b) |
      ((c - FOURTEENS) & ~c) |
      ((d - FOURTEENS) & ~d);
    if ((any & HIGH_BITS) === 0) continue;
    for (let k = w; k < w + 4; k++) {
      const word = words[k]!;
      for (let low = (word - FOURTEENS) & ~word & HIGH_BITS; low !== 0; low &= low - 1) {
        const i = k * 4 + ((31 - Math.clz32(low & -low)) >> 3);
        if (bytes[i] !== 10 && (bytes[i] !== 13 || bytes[i + 1] === 10)) continue;
        line++;
        if (opens[bytes[i + 1]!] !== 0) {
          scan.line = line;
          readLine(scan, i + 1);
        }
      }
    }
  }
  scan.line = line;
}

/** Reads the lines that start behind a line's end in bytes [from, to). */
function readLinesBetween(scan: Scan, from: number, to: number): void {
  const { bytes } = scan;
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    if (byte === 10 || (byte === 13 && bytes[i + 1] !== 10)) {
      scan.line++;
      readLine(scan, i + 1);
    }
  }
}

/** Reads the line that starts at offset i, as far as it opens an entry or a page. */
function readLine(scan: Scan, i: number): void {
  const { bytes } = scan;
  const what = opens[bytes[i]!];
  if (what === ENTRY) {
    if (readHeader(bytes, i, bytes.length, scan.header)) addEntry(scan, i);
  } else if (what === PAGE) {
    if (startsWith(bytes, i, TITLE)) readPageHead(scan, i, scan.line);
  } else if (what === TAG_ROW && startsWith(bytes, i, TAGS)) {
    const tags = readTags(bytes, i, bytes.length);
    scan.tags = tags && { start: i, line: scan.line, tags };
  }
}

function addEntry(scan: Scan, i: number): void {
  const { bytes, entries, header, line } = scan;
  const { body, number, day, author, loose } = header;
  const entry = entries.count;
  entries.add(i, line, body, number, day, author, loose ? LOOSE : 0);
  if (mayList(bytes, body)) entries.readList(entry);
  if (entry > 0 && mayBeFolded(bytes, i)) entries.folded.add(entry - 1);
  if (header.isSpecial) addSpecial(scan, entry);
  if (scan.tags?.line === line - 1) entries.tagRows.set(entry, scan.tags);
}

/** What few rows have beside number, date, author and text. */
function addSpecial({ entries, header, namedDates, guessedAuthors }: Scan, entry: number): void {
  const { extra, month, guessedAuthor } = header;
  if (extra) entries.extras.set(entry, extra);
  if (month) namedDates.push({ entry, ...month });
  if (guessedAuthor) guessedAuthors.push({ entry, ...guessedAuthor });
  if (header.time !== NO_TIME) entries.setFact('time', entry, header.time);
  if (header.hasMark) updatePage(entries, { isFile: true });
}

/** A list of branches may stand below an empty line. */
function mayList(bytes: Uint8Array, body: number): boolean {
  let at = body;
  while (bytes[at]! <= 0x20 && at < body + LIST_INDENT) at++;
  return bytes[at] === LIST_INITIAL;
}

function updatePage({ pages }: Entries, change: Partial<Page>): void {
  pages[pages.length - 1] = { ...pages.at(-1)!, ...change };
}

/** The title of the page, or the head of the next one. */
function readPageHead(scan: Scan, i: number, line: number): void {
  const { entries, bytes } = scan;
  const { pages } = entries;
  const head = tableHeadAfter(bytes, i, bytes.length);
  const isFirst = entries.count === pages.at(-1)!.firstEntry && !scan.titled;
  if (!isFirst && !head) return;
  const title = readTitle(bytes, i, bytes.length);
  if (isFirst) {
    updatePage(entries, { ...title, line });
  } else {
    closePage(entries, i, line);
    const firstEntry = entries.count;
    pages.push({ ...title, isFile: false, line, firstEntry, end: bytes.length, endLine: line });
  }
  if (head?.isFile) updatePage(entries, { isFile: true });
  scan.offersTags[pages.length - 1] = head?.hasTags ?? false;
  scan.titled = true;
}

function endsInNewline(bytes: Uint8Array): boolean {
  const last = bytes.at(-1);
  return last === 10 || last === 13;
}

/** Ends the last page before the line that starts at `offset` and has number `line`. */
function closePage(entries: Entries, offset: number, line: number): void {
  const page = entries.pages.at(-1)!;
  const hasEntries = entries.count > page.firstEntry;
  const last = entries.count - 1;
  const floor = hasEntries ? endOfLine(entries.bytes, entries.start[last]!) : offset;
  const floorLine = hasEntries ? entries.line[last]! : line;
  const end = pageEnd(entries.bytes, offset, line, floor, floorLine);
  updatePage(entries, end);
  if (hasEntries && mayBeFolded(entries.bytes, end.end)) entries.folded.add(last);
}

/** Is this a dump at all, judged by its first lines? Reads no more than it is given. */
export function looksLikeDump(bytes: Uint8Array): boolean {
  const entries = new Entries(bytes);
  const header = new Header(entries.numbers, entries.authors);
  let titled = false;
  let loose = 0;
  for (let i = 0; i < bytes.length; i = nextLine(bytes, endOfLine(bytes, i))) {
    if (startsWith(bytes, i, TITLE))
      titled ||= tableHeadAfter(bytes, i, bytes.length) !== undefined;
    if (opens[bytes[i]!] !== ENTRY || !readHeader(bytes, i, bytes.length, header)) continue;
    if (header.number === NO_NUMBER || entries.numbers.isWord(header.number)) continue;
    if (titled || !header.loose) return true;
    if (++loose === 3) return true;
  }
  return titled;
}
