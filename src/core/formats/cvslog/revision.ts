import { dayOf, inUtc, NO_TIME, secondsAhead } from '../../history/dates';
import type { Numbers } from '../../history/numbers';
import { skipSignature } from '../../history/branchList';
import { decode } from '../../text/decode';
import { endOfLine, nextLine, startsWith } from '../../text/lines';
import { EMPTY, FILE_RULE, REVISION_RULE, type Mark } from './marks';
import type { RevisionHead } from './revisionHead';
import { readUsual } from './usualRevision';

const NUMBER = /^revision (\d+(?:\.\d+)+)(?:\s+locked by: ([^;]*);.*|\s*)$/;
/** The time is missing where a page, which has none, is printed in this form. */
const DATE =
  /^date: (\d{2,4})([-/.])(\d\d)[-/.](\d\d)(?: (\d\d):(\d\d):(\d\d)( ?(?:[+-]\d\d(?::?\d\d)?|UTC|GMT|Z))?)?;\s+author: ([^;]*);(.*)$/;
const MERGE_POINT = /;\s*mergepoint: (\d+(?:\.\d+)+)\s*(?:;|$)/;
const LINES = /lines: \+(\d+) -(\d+)(;?)/;

/** What a line with a commit id, or with a key, may begin with. */
const UNUSUAL = /[;cO]/;

/** Reads the lines behind a rule; undefined where they are none of a revision after all. */
export function readRevision(
  bytes: Uint8Array,
  mark: Mark,
  numbers: Numbers,
  block: object | undefined,
): RevisionHead | undefined {
  const first = nextLine(bytes, endOfLine(bytes, mark.offset));
  const usual = readUsual(bytes, first, numbers);
  if (usual && !UNUSUAL.test(String.fromCharCode(bytes[usual.body] ?? 0))) {
    const isEmpty = isEmptyMessage(bytes, messageAt(bytes, usual.body));
    return {
      block,
      mark,
      number: usual.number,
      day: usual.day,
      time: usual.time,
      author: usual.author,
      state: usual.state,
      commitId: usual.commitId,
      lines: usual.lines,
      lockedBy: undefined,
      mergePoint: undefined,
      body: usual.body,
      isEmpty,
      style: usual.style,
      endsLines: usual.endsLines,
    };
  }
  const firstEnd = endOfLine(bytes, first);
  const second = nextLine(bytes, firstEnd);
  const secondEnd = endOfLine(bytes, second);
  const numbered = NUMBER.exec(decode(bytes, first, firstEnd));
  const text = decode(bytes, second, secondEnd);
  const dated = DATE.exec(text);
  if (!numbered || !dated) return undefined;
  const [, year, slash, month, date, hours, minutes, seconds, zone, , rest = ''] = dated;
  const local = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  const instant = inUtc(
    dayOf(fullYear(year!), Number(month), Number(date)),
    local,
    secondsAhead(zone),
  );
  const locked = numbered[2];
  const lines = LINES.exec(rest);
  let body = nextLine(bytes, secondEnd);
  const authorAt = bytePlace(bytes, second, secondEnd, 'author: ');
  const authorEnd = byteEnd(bytes, authorAt, secondEnd);
  let commitId = fieldOf(bytes, authorEnd, secondEnd, ' commitid: ');
  // GNU rlog prints the commit id on the line of the branches, with or without any.
  if (startsWith(bytes, body, '; commitid:') || startsWith(bytes, body, 'commitid:')) {
    const end = endOfLine(bytes, body);
    if (commitId[0] === commitId[1]) commitId = fieldOf(bytes, body, end, 'commitid: ');
    body = nextLine(bytes, end);
  }
  body = skipSignature(bytes, body);
  return {
    block,
    mark,
    number: numbers.revision(numbered[1]!),
    day: instant.day,
    time: hours === undefined ? NO_TIME : instant.time,
    author: [authorAt, authorEnd],
    state: fieldOf(bytes, authorEnd, secondEnd, ' state: '),
    commitId,
    lines: lines ? [Number(lines[1]), Number(lines[2])] : undefined,
    lockedBy: locked?.trim(),
    mergePoint: MERGE_POINT.exec(rest)?.[1],
    body,
    isEmpty: isEmptyMessage(bytes, messageAt(bytes, body)),
    style: `${slash!}${zone === undefined ? '' : 'z'}`,
    endsLines: lines ? lines[3] === ';' : undefined,
  };
}

/** Where the message starts: below the list of branches where there is one. */
function messageAt(bytes: Uint8Array, body: number): number {
  return startsWith(bytes, body, 'branches:')
    ? skipSignature(bytes, nextLine(bytes, endOfLine(bytes, body)))
    : body;
}

/** Is the marker all of the message, with the next rule or nothing below it? */
function isEmptyMessage(bytes: Uint8Array, at: number): boolean {
  if (!startsWith(bytes, at, EMPTY)) return false;
  const end = endOfLine(bytes, at);
  const next = nextLine(bytes, end);
  const isEnd =
    next >= bytes.length ||
    [REVISION_RULE, FILE_RULE].some((rule) => startsWith(bytes, next, rule));
  return end === at + EMPTY.length && isEnd;
}

/** Before 2000, archives and old printers have two digits. */
function fullYear(text: string): number {
  return text.length === 2 ? 1900 + Number(text) : Number(text);
}

/** [from, to) of what stands behind a word, up to a semicolon; empty where the word is not there. */
function fieldOf(bytes: Uint8Array, from: number, to: number, word: string): [number, number] {
  const at = bytePlace(bytes, from, to, word);
  let end = byteEnd(bytes, at, to);
  while (end > at && bytes[end - 1]! <= 0x20) end--;
  return [at, end];
}

function bytePlace(bytes: Uint8Array, from: number, to: number, word: string): number {
  for (let at = from; at < to; at++) if (startsWith(bytes, at, word)) return at + word.length;
  return to;
}

function byteEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at] !== 0x3b) at++;
  return at;
}
