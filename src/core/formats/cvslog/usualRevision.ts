import { dayOf, type Day } from '../../history/dates';
import {
  LARGEST_PART,
  MOST_PARTS,
  NO_NUMBER,
  TRUNK,
  type NumberId,
  type Numbers,
} from '../../history/numbers';
import { endOfLine, nextLine, startsWith } from '../../text/lines';

/** What the two lines behind a revision's rule tell, where they are as almost all are. */
export interface UsualRevision {
  readonly number: NumberId;
  readonly day: Day;
  /** Seconds since midnight, UTC. */
  readonly time: number;
  readonly author: readonly [number, number];
  readonly state: readonly [number, number];
  readonly commitId: readonly [number, number];
  readonly lines: readonly [number, number] | undefined;
  readonly endsLines: boolean | undefined;
  /** What parts the fields of the date, and whether a zone follows. */
  readonly style: string;
  /** Offset of the line below. */
  readonly body: number;
}

const SEMICOLON = 0x3b;
const DOT = 0x2e;
const BLANK = 0x20;
const NOWHERE: readonly [number, number] = [0, 0];
const STYLES = new Map([0x2d, 0x2f, DOT].map((byte) => [byte, String.fromCharCode(byte)]));

/**
 * Reads them byte by byte; undefined where anything is unusual, as a lock or another zone:
 *
 *     revision 1.2
 *     date: 2010-03-31 19:00:00 +0000;  author: ada;  state: Exp;  lines: +1 -2;  commitid: abc;
 */
export function readUsual(
  bytes: Uint8Array,
  first: number,
  numbers: Numbers,
): UsualRevision | undefined {
  if (!startsWith(bytes, first, 'revision ')) return undefined;
  const firstEnd = endOfLine(bytes, first);
  const number = readNumber(bytes, first + 9, firstEnd, numbers);
  const second = nextLine(bytes, firstEnd);
  const end = endOfLine(bytes, second);
  if (number === undefined || !startsWith(bytes, second, 'date: ')) return undefined;
  const at = second + 6;
  const mark = bytes[at + 4]!;
  const style = STYLES.get(mark);
  const isDate = style !== undefined && bytes[at + 7] === mark && bytes[at + 10] === BLANK;
  if (!isDate || bytes[at + 13] !== 0x3a || bytes[at + 16] !== 0x3a) return undefined;
  const year = two(bytes, at) * 100 + two(bytes, at + 2);
  const day = dayOf(year, two(bytes, at + 5), two(bytes, at + 8));
  const time = two(bytes, at + 11) * 3600 + two(bytes, at + 14) * 60 + two(bytes, at + 17);
  if (!Number.isFinite(year + day + time)) return undefined;
  const hasZone = startsWith(bytes, at + 19, ' +0000;');
  const behind = hasZone ? at + 25 : at + 19;
  if (!startsWith(bytes, behind, ';  author: ')) return undefined;
  const authorTo = endOfField(bytes, behind + 11, end);
  if (authorTo === end) return undefined;
  return {
    number,
    day,
    time,
    author: [behind + 11, authorTo],
    ...readFields(bytes, authorTo, end),
    style: hasZone ? `${style}z` : style,
    body: nextLine(bytes, end),
  };
}

/** A number that is all of a line's rest. */
function readNumber(
  bytes: Uint8Array,
  from: number,
  to: number,
  numbers: Numbers,
): NumberId | undefined {
  let id: NumberId = TRUNK;
  let [part, digits, parts] = [0, 0, 0];
  for (let at = from; at <= to; at++) {
    const byte = at < to ? bytes[at]! : DOT;
    if (byte >= 0x30 && byte <= 0x39) {
      part = part * 10 + byte - 0x30;
      digits++;
      continue;
    }
    if (byte !== DOT || digits === 0 || part > LARGEST_PART || parts === MOST_PARTS)
      return undefined;
    id = numbers.child(id, part);
    part = digits = 0;
    parts++;
  }
  if (parts < 2) return undefined;
  return parts % 2 === 0 ? id : NO_NUMBER;
}

/** State, lines and commit id, in any order; of others nothing is kept. */
function readFields(
  bytes: Uint8Array,
  from: number,
  end: number,
): Pick<UsualRevision, 'state' | 'commitId' | 'lines' | 'endsLines'> {
  let [state, commitId] = [NOWHERE, NOWHERE];
  let lines: [number, number] | undefined;
  let endsLines: boolean | undefined;
  for (let at = from; at < end;) {
    while (at < end && (bytes[at] === SEMICOLON || bytes[at]! <= BLANK)) at++;
    const to = endOfField(bytes, at, end);
    if (startsWith(bytes, at, 'state: ')) state = [at + 7, to];
    else if (startsWith(bytes, at, 'commitid: ')) commitId = [at + 10, to];
    else if (startsWith(bytes, at, 'lines: +')) {
      const [added, behind] = count(bytes, at + 8, to);
      const [removed] = count(bytes, behind + 2, to);
      lines = [added, removed];
      endsLines = to < end;
    }
    at = to;
  }
  return { state, commitId, lines, endsLines };
}

function endOfField(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] !== SEMICOLON) at++;
  return at;
}

function count(bytes: Uint8Array, from: number, to: number): [number, number] {
  let value = 0;
  let at = from;
  for (; at < to && bytes[at]! >= 0x30 && bytes[at]! <= 0x39; at++)
    value = value * 10 + bytes[at]! - 0x30;
  return [value, at];
}

/** Two digits; NaN where they are none. */
function two(bytes: Uint8Array, at: number): number {
  const [high, low] = [bytes[at]! - 0x30, bytes[at + 1]! - 0x30];
  return high >= 0 && high <= 9 && low >= 0 && low <= 9 ? high * 10 + low : NaN;
}
