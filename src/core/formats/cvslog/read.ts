import { NO_TIME } from '../../history/dates';
import { NO_NUMBER } from '../../history/numbers';
import { endOfLine, nextLine } from '../../text/lines';
import { Entries } from '../entries';
import { chooseRevisions } from './choose';
import { readHead, type FileHead } from './head';
import { findMarks, type Mark } from './marks';
import { readRevision, type RevisionHead } from './revision';

/** A quotation may end a file and begin another in the middle of a message: so many ends are tried. */
const MOST_ENDS = 32;

/** Where a quotation is cut out, what is left fits but for so much; see `chooseRevisions`. */
const FITS = 0.5;

/**
 * The text of `cvs log`, `cvs rlog` and GNU `rlog`:
 *
 *     RCS file: /cvs/lab/motor.c,v
 *     ...
 *     total revisions: 3;	selected revisions: 3
 *     description:
 *     ----------------------------          28 dashes
 *     revision 1.3
 *     date: 2010-03-31 10:00:00 +0000;  author: ada;  state: Exp;  lines: +1 -1;
 *     Start slowly.
 *     =====...                               77 equal signs
 *
 * A message may hold all of this, too. The count of selected revisions and the order of the numbers
 * tell which are the file's own.
 */
export function* readCvsLog(bytes: Uint8Array): Generator<number, Entries> {
  const entries = new Entries(bytes);
  const marks = yield* findMarks(bytes);
  let at = marks.findIndex(({ kind }) => kind === 'head');
  while (at >= 0 && at < marks.length) {
    at = readFile(entries, marks, at);
    while (at < marks.length && marks[at]!.kind !== 'head') at++;
  }
  const endLine = Math.max(0, (marks.at(-1)?.line ?? 0) - 1);
  const title = commonDirectory(entries.files.map(({ path }) => path));
  entries.pages.push({ title, isFile: false, line: 0, firstEntry: 0, end: bytes.length, endLine });
  return entries;
}

/** Reads the file whose head is a mark; returns the mark behind it. */
function readFile(entries: Entries, marks: readonly Mark[], at: number): number {
  const { bytes, numbers } = entries;
  const mark = marks[at]!;
  const headEnd = marks[at + 1]?.offset ?? bytes.length;
  const head = readHead(bytes, mark.offset, headEnd);
  const heads: RevisionHead[] = [];
  let first: { chosen: readonly RevisionHead[]; end: number } | undefined;
  let ends = 0;
  for (let i = at + 1; i < marks.length && ends < MOST_ENDS; i++) {
    const here = marks[i]!;
    if (here.kind === 'revision') {
      const revision = readRevision(bytes, here, numbers);
      if (revision && here.offset >= head.description) heads.push(revision);
    }
    if (here.kind !== 'end' || !isFollowedByFile(bytes, marks, i)) continue;
    ends++;
    const count = head.selected ?? head.total ?? heads.length;
    const { chosen, cost } = chooseRevisions(heads, Math.min(count, heads.length), numbers);
    first ??= { chosen, end: i };
    if (heads.length >= count && (ends === 1 || cost <= FITS)) {
      return addFile(entries, head, chosen, marks[i]!, i);
    }
    // Nothing but a quoted head could make a file end too soon.
    if (heads.length > count) break;
  }
  const last = marks.at(-1)!;
  if (first) return addFile(entries, head, first.chosen, marks[first.end]!, first.end);
  const end = { kind: 'end', offset: bytes.length, line: countLines(bytes, last) } as const;
  return addFile(entries, head, heads, end, marks.length);
}

/** Is a rule the end of the text, or followed by the next file with nothing but chatter between? */
function isFollowedByFile(bytes: Uint8Array, marks: readonly Mark[], at: number): boolean {
  const next = marks[at + 1];
  const from = nextLine(bytes, endOfLine(bytes, marks[at]!.offset));
  const to = next?.offset ?? bytes.length;
  if (next && next.kind !== 'head') return false;
  for (let i = from; i < to;) {
    const end = endOfLine(bytes, i, to);
    if (!isChatter(bytes, i, end)) return false;
    i = nextLine(bytes, end, to);
  }
  return true;
}

/** What the client and the server say between files: `? x.c`, `cvs rlog: Logging dir`, nothing. */
function isChatter(bytes: Uint8Array, from: number, to: number): boolean {
  if (from === to) return true;
  if (bytes[from] === 0x3f) return true;
  let word = '';
  for (let i = from; i < Math.min(to, from + 60); i++) word += String.fromCharCode(bytes[i]!);
  return /^(?:cvs|rlog)\b.*: /.test(word) || word.trim() === '';
}

function addFile(
  entries: Entries,
  head: FileHead,
  revisions: readonly RevisionHead[],
  end: Mark,
  at: number,
): number {
  const { bytes } = entries;
  const { path, symbols, head: tip, defaultBranch, selected, total } = head;
  const stated = { path, symbols, head: tip, defaultBranch, selected, total };
  const firstEntry = entries.count;
  entries.files.push({
    ...stated,
    firstEntry,
    end: lineBefore(bytes, end.offset),
    endLine: end.line - 1,
  });
  for (const { mark, number, day, time, author, extra, body, isEmpty } of revisions) {
    if (number === NO_NUMBER) continue;
    const entry = entries.count;
    const name = entries.authors.add(...author);
    entries.add(mark.offset, mark.line, body, number, day, name, 0);
    entries.readList(entry);
    entries.extras.set(entry, extra);
    if (isEmpty) entries.empty.add(entry);
    if (time !== NO_TIME) entries.setTime(entry, time);
  }
  return at + 1;
}

/** The end of the line above an offset. */
function lineBefore(bytes: Uint8Array, offset: number): number {
  if (bytes[offset - 1] === 10) return bytes[offset - 2] === 13 ? offset - 2 : offset - 1;
  return bytes[offset - 1] === 13 ? offset - 1 : offset;
}

function countLines(bytes: Uint8Array, { offset, line }: Mark): number {
  let count = line;
  for (let at = offset; at < bytes.length; count++) at = nextLine(bytes, endOfLine(bytes, at));
  return count;
}

/** The directory that all files share, of the archives: `/cvs/lab`. */
function commonDirectory(paths: readonly string[]): string | null {
  let shared: string[] | undefined;
  for (const path of paths) {
    const parts = path.split('/').slice(0, -1);
    if (parts.at(-1) === 'Attic') parts.pop();
    let same = 0;
    while (shared && same < shared.length && shared[same] === parts[same]) same++;
    shared = shared ? shared.slice(0, same) : parts;
  }
  return shared && shared.length > 0 ? shared.join('/') : null;
}
