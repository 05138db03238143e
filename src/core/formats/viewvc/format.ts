import { dayOf, inUtc, secondsAhead } from '../../history/dates';
import { NO_NUMBER } from '../../history/numbers';
import { decode } from '../../text/decode';
import { endOfLine, nextLine, startsWith } from '../../text/lines';
import { oneLine } from '../../text/oneLine';
import { commonDirectory } from '../commonDirectory';
import { EMPTY } from '../cvslog/marks';
import { Entries } from '../entries';
import type { Format } from '../format';
import { headsIn, type Head } from './heads';
import { isPartMark, pathInTitle, symbolsOf } from './page';

/** The log page of a file, as ViewVC or cvsweb shows it, copied from a browser. */
export const viewvc: Format = {
  id: 'viewvc',
  name: 'a log page of ViewVC or cvsweb',
  extensions: [],
  isText: true,
  recognises: (head) => {
    for (const first of headsIn(head))
      return first.hasLinks || titleAbove(head, first.start) !== undefined;
    return false;
  },
  read: readPage,
};

function* readPage(bytes: Uint8Array): Generator<number, Entries> {
  const entries = new Entries(bytes);
  const all: Head[] = [];
  for (const head of headsIn(bytes)) {
    all.push(head);
    yield head.start;
  }
  const heads = withoutQuoted(all);
  if (heads.length === 0) return entries;
  const path = titleAbove(bytes, heads[0]!.start) ?? '';
  const { offset: end, line: endLine } = footBelow(bytes, heads.at(-1)!);
  const title = commonDirectory([path]);
  const isPart = [...linesOf(bytes, 0, heads[0]!.start), ...linesOf(bytes, end)].some(isPartMark);
  entries.pages.push({ title, isFile: false, line: 0, firstEntry: 0, end, endLine });
  entries.files.push({
    path,
    symbols: symbolsOf(heads),
    head: null,
    defaultBranch: null,
    locks: [],
    selected: isPart ? heads.length : null,
    total: null,
    firstEntry: 0,
    end,
    endLine,
  });
  for (const head of heads) add(entries, head);
  return entries;
}

/**
 * A message quotes older revisions, and stands above them: of two heads with one number the lower one
 * is the revision. One that lacks what the others have is typed, too.
 */
function withoutQuoted(all: readonly Head[]): Head[] {
  const lowest = new Map(all.map((head) => [head.number, head]));
  const linked = all.filter((head) => head.hasLinks).length;
  const haveLinks = linked > 0 && linked * 2 >= all.length;
  return all.filter(
    (head) => lowest.get(head.number) === head && (!haveLinks || head.hasLinks || head.isDead),
  );
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
  const author = entries.authors.add(...head.authorAt);
  entries.add(head.start, head.line, head.body, number, day, author, 0);
  entries.setFact('time', entry, time);
  if (head.lines) {
    entries.setFact('added', entry, head.lines.added);
    entries.setFact('removed', entry, head.lines.removed);
  }
  if (
    startsWith(bytes, head.body, EMPTY) &&
    endOfLine(bytes, head.body) === head.body + EMPTY.length
  )
    entries.empty.add(entry);
  const { isDead, lockedBy } = head;
  if (isDead || lockedBy !== undefined)
    entries.extras.set(entry, {
      ...(isDead ? { state: 'dead' } : {}),
      ...(lockedBy === undefined ? {} : { lockedBy }),
    });
}

/** The path in the title above the first revision; undefined where the title was not copied. */
function titleAbove(bytes: Uint8Array, offset: number): string | undefined {
  return linesOf(bytes, 0, offset)
    .map(pathInTitle)
    .find((path) => path !== undefined);
}

function linesOf(bytes: Uint8Array, from: number, to = bytes.length): string[] {
  return decode(bytes, from, to)
    .split(/[\r\n]+/)
    .map(oneLine);
}

/** What stands below the last message: a line, and the next one that is not empty. */
const FOOTS: readonly (readonly [RegExp, RegExp])[] = [
  [/^This form allows you to request diff/, /^/],
  [/^Diff request$/, /^This form allows you/],
  [/^Convenience Links$/, /^(?:Links to\b|\(|$)/],
  [/^Compare Revisions$/, /^/],
  [/^(?:unsorted|Not sorted)$/, /^(?:by|Commit) date$/],
  [/^Powered by View(?:VC|CVS)/, /^/],
];

/** Where the last message ends, and its last line. */
function footBelow(bytes: Uint8Array, last: Head): { offset: number; line: number } {
  let { start: at, line } = last;
  for (; at < bytes.length; line++) {
    const end = endOfLine(bytes, at);
    const next = nextLine(bytes, end);
    if (at >= last.body) {
      const text = oneLine(decode(bytes, at, end));
      const foot = FOOTS.find(([first]) => first.test(text));
      if (foot?.[1].test(linesOf(bytes, next).find((below) => below !== '') ?? '')) break;
    }
    at = next;
  }
  return { offset: at, line: line - 1 };
}
