import { dayOf, NO_DATE, SECONDS_A_DAY } from '../../history/dates';
import { NO_NUMBER, type Numbers } from '../../history/numbers';
import { endOfLine, nextLine, startsWith } from '../../text/lines';
import type { RevisionHead } from './revisionHead';

/** What the two lines behind a revision's rule tell, where they are as almost all are. */
export type UsualRevision = Omit<
  RevisionHead,
  'block' | 'mark' | 'isEmpty' | 'lockedBy' | 'mergePoint'
>;

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
  const read = numbers.read(bytes, first + 9, firstEnd);
  const second = nextLine(bytes, firstEnd);
  const end = endOfLine(bytes, second);
  if (read === NO_NUMBER || numbers.depth(read) < 2) return undefined;
  if (!startsWith(bytes, second, 'date: ')) return undefined;
  const at = second + 6;
  const mark = bytes[at + 4]!;
  const style = STYLES.get(mark);
  const isDate = style !== undefined && bytes[at + 7] === mark && bytes[at + 10] === BLANK;
  if (!isDate || bytes[at + 13] !== 0x3a || bytes[at + 16] !== 0x3a) return undefined;
  const year = two(bytes, at) * 100 + two(bytes, at + 2);
  const day = dayOf(year, two(bytes, at + 5), two(bytes, at + 8));
  const time = two(bytes, at + 11) * 3600 + two(bytes, at + 14) * 60 + two(bytes, at + 17);
  // What is no digit makes a day or a time NaN, which is neither.
  if (!(day > NO_DATE && time < SECONDS_A_DAY)) return undefined;
  const hasZone = startsWith(bytes, at + 19, ' +0000;');
  const behind = hasZone ? at + 25 : at + 19;
  if (!startsWith(bytes, behind, ';  author: ')) return undefined;
  const authorTo = endOfField(bytes, behind + 11, end);
  if (authorTo === end) return undefined;
  const fields = readFields(bytes, authorTo, end);
  if (!fields) return undefined;
  return {
    number: numbers.depth(read) % 2 === 0 ? read : NO_NUMBER,
    day,
    time,
    author: [behind + 11, authorTo],
    ...fields,
    style: hasZone ? `${style}z` : style,
    body: nextLine(bytes, end),
  };
}

/** State, lines and commit id, in any order; undefined where there is a merge point, too. */
function readFields(
  bytes: Uint8Array,
  from: number,
  end: number,
): Pick<UsualRevision, 'state' | 'commitId' | 'lines' | 'endsLines'> | undefined {
  let [state, commitId] = [NOWHERE, NOWHERE];
  let lines: [number, number] | undefined;
  let endsLines: boolean | undefined;
  for (let at = from; at < end;) {
    while (at < end && (bytes[at] === SEMICOLON || bytes[at]! <= BLANK)) at++;
    const semicolon = endOfField(bytes, at, end);
    let to = semicolon;
    while (to > at && bytes[to - 1]! <= BLANK) to--;
    if (startsWith(bytes, at, 'state: ')) state = [at + 7, to];
    else if (startsWith(bytes, at, 'commitid: ')) commitId = [at + 10, to];
    else if (startsWith(bytes, at, 'mergepoint: ')) return undefined;
    else if (startsWith(bytes, at, 'lines: +')) {
      const [added, behind] = count(bytes, at + 8, to);
      const [removed] = count(bytes, behind + 2, to);
      lines = [added, removed];
      endsLines = semicolon < end;
    }
    at = semicolon;
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
