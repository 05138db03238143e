import { dayOf, inUtc, secondsAhead } from '../../history/dates';
import { NO_NUMBER } from '../../history/numbers';
import { decode } from '../../text/decode';
import { endOfLine, nextLine } from '../../text/lines';
import { encode } from '../../text/encode';
import { commonDirectory } from '../commonDirectory';
import { oneLine } from '../cvslog/write';
import { Entries } from '../entries';
import type { Format } from '../format';
import { beginsRevision, isOfHead, readFields, type RevisionFields } from './fields';
import { pathInTitle, symbolsOf } from './page';

/** The log page of a file, as ViewVC or cvsweb shows it, copied from a browser. */
export const logPage: Format = {
  id: 'viewvc',
  name: 'a log page of ViewVC or cvsweb',
  extensions: [],
  isText: true,
  recognises: (head) => headsIn(head).next().done === false,
  read: readLogPage,
};

/** What is said of a revision, and where. */
interface Head extends RevisionFields {
  readonly start: number;
  readonly line: number;
  /** Where the message begins. */
  readonly body: number;
}

/** What stands below the last message. */
const FOOT =
  /^(?:This form allows you to request diff|Diff request$|Diffs between$|Sort log by:|unsorted$|Powered by View(?:VC|CVS))/;

function* readLogPage(bytes: Uint8Array): Generator<number, Entries> {
  const entries = new Entries(bytes);
  const heads: Head[] = [];
  for (const head of headsIn(bytes)) {
    heads.push(head);
    yield head.start;
  }
  if (heads.length === 0) return entries;
  const path = titleAbove(bytes, heads[0]!.start);
  const { offset: end, line: endLine } = footBelow(bytes, heads.at(-1)!);
  const title = commonDirectory([path]);
  entries.pages.push({ title, isFile: false, line: 0, firstEntry: 0, end, endLine });
  entries.files.push({
    path,
    symbols: symbolsOf(heads),
    head: null,
    defaultBranch: null,
    locks: [],
    selected: null,
    total: null,
    firstEntry: 0,
    end,
    endLine,
  });
  for (const head of heads) add(entries, head);
  return entries;
}

function add(entries: Entries, head: Head): void {
  const { bytes, numbers } = entries;
  const number = numbers.revision(head.number);
  if (number === NO_NUMBER) return;
  const entry = entries.count;
  const [date, clock, zone] = head.date.split(' ') as [string, string, string];
  const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
  const [hours, minutes, seconds] = clock.split(':').map(Number) as [number, number, number];
  const local = hours * 3600 + minutes * 60 + seconds;
  const { day, time } = inUtc(dayOf(year, month, dayOfMonth), local, secondsAhead(zone));
  const author = entries.authors.add(...authorIn(bytes, head));
  entries.add(head.start, head.line, head.body, number, day, author, 0);
  entries.setFact('time', entry, time);
  if (head.lines) {
    entries.setFact('added', entry, head.lines.added);
    entries.setFact('removed', entry, head.lines.removed);
  }
  const { isDead, lockedBy } = head;
  if (isDead || lockedBy !== undefined)
    entries.extras.set(entry, {
      ...(isDead ? { state: 'dead' } : {}),
      ...(lockedBy === undefined ? {} : { lockedBy }),
    });
}

/** Where the name behind the last `by` of a head stands. */
function authorIn(bytes: Uint8Array, { start, body, author }: Head): [number, number] {
  const name = encode(`by ${author}`);
  let at = body - name.length;
  while (at > start && !name.every((byte, i) => bytes[at + i] === byte)) at--;
  return [at + 3, at + name.length];
}

/** Every head of a page, with its fields. */
function* headsIn(bytes: Uint8Array): Generator<Head> {
  let lines: string[] = [];
  let [start, first, line] = [0, 0, 0];
  for (let at = 0; at < bytes.length; line++) {
    const end = endOfLine(bytes, at);
    const text = oneLine(decode(bytes, at, end));
    const begins = beginsRevision(text);
    const isOver = lines.length > 0 && (begins || !isOfHead(text));
    const fields = isOver ? readFields(lines) : undefined;
    if (fields) yield { ...fields, start, line: first, body: messageFrom(bytes, at) };
    if (begins) {
      lines = [text];
      [start, first] = [at, line];
    } else if (isOver) lines = [];
    else if (lines.length > 0) lines.push(text);
    at = nextLine(bytes, end);
  }
  const fields = readFields(lines);
  if (fields) yield { ...fields, start, line: first, body: bytes.length };
}

/** The first line at or below an offset that is not empty. */
function messageFrom(bytes: Uint8Array, offset: number): number {
  let at = offset;
  for (let end = endOfLine(bytes, at); end === at && at < bytes.length; end = endOfLine(bytes, at))
    at = nextLine(bytes, end);
  return at;
}

/** The path in the title above the first revision; nothing where the title was not copied. */
function titleAbove(bytes: Uint8Array, offset: number): string {
  for (const text of decode(bytes, 0, offset).split(/[\r\n]+/)) {
    const path = pathInTitle(oneLine(text));
    if (path !== undefined) return path;
  }
  return '';
}

/** Where the last message ends, and its last line. */
function footBelow(bytes: Uint8Array, last: Head): { offset: number; line: number } {
  let { start: at, line } = last;
  for (; at < bytes.length; line++) {
    const end = endOfLine(bytes, at);
    if (at >= last.body && FOOT.test(oneLine(decode(bytes, at, end)))) break;
    at = nextLine(bytes, end);
  }
  return { offset: at, line: line - 1 };
}
