import { decode } from '../../text/decode';
import { endOfLine, isBlank, nextLine } from '../../text/lines';
import { oneLine } from '../../text/oneLine';
import { beginsRevision, HeadKinds, hasLinks, readFields, type RevisionFields } from './fields';

/** What is said of a revision above its message, and where. */
export interface Head extends RevisionFields {
  readonly start: number;
  readonly line: number;
  /** Where the author's name stands. */
  readonly authorAt: readonly [number, number];
  /** Where the message begins. */
  readonly body: number;
  /** Has it links beside its number, as no typed text has? */
  readonly hasLinks: boolean;
}

/** The lines of a head, while they are collected. */
interface Open {
  readonly start: number;
  readonly line: number;
  readonly lines: string[];
  readonly kinds: HeadKinds;
  author: readonly [number, number] | undefined;
}

/** Every head of a page, also those that messages quote. */
export function* headsIn(bytes: Uint8Array): Generator<Head> {
  let open: Open | undefined;
  let line = 0;
  for (let at = 0; at < bytes.length; line++) {
    const end = endOfLine(bytes, at);
    const text = oneLine(decode(bytes, at, end));
    const begins = beginsRevision(text);
    if (open && (begins || !open.kinds.take(text))) {
      const head = headOf(bytes, open, at);
      if (head) yield head;
      open = undefined;
    }
    if (begins) {
      open = { start: at, line, lines: [], kinds: new HeadKinds(), author: undefined };
      // The oldest pages have the date on the first line.
      open.kinds.take(text);
    }
    if (open) {
      open.lines.push(text);
      open.author ??= authorIn(bytes, at, end);
    }
    at = nextLine(bytes, end);
  }
  const last = open && headOf(bytes, open, bytes.length);
  if (last) yield last;
}

function headOf(bytes: Uint8Array, open: Open, end: number): Head | undefined {
  const { start, line, lines, author } = open;
  const fields = readFields(lines);
  if (!fields || !author) return undefined;
  const body = messageFrom(bytes, end);
  return { ...fields, start, line, authorAt: author, body, hasLinks: hasLinks(lines[0]!) };
}

/** The name behind the last ` by ` of a line. */
function authorIn(bytes: Uint8Array, from: number, to: number): [number, number] | undefined {
  let end = to;
  while (end > from && bytes[end - 1]! <= 0x20) end--;
  for (let at = end - 3; at >= from; at--) {
    const isBy = bytes[at] === 0x62 && bytes[at + 1] === 0x79 && isBlank(bytes[at + 2]!);
    if (!isBy || (at > from && bytes[at - 1]! > 0x20)) continue;
    let start = at + 2;
    while (start < end && isBlank(bytes[start]!)) start++;
    return start < end ? [start, end] : undefined;
  }
  return undefined;
}

/** The first line at or below an offset that is not empty. */
function messageFrom(bytes: Uint8Array, offset: number): number {
  let at = offset;
  for (let end = endOfLine(bytes, at); end === at && at < bytes.length; end = endOfLine(bytes, at))
    at = nextLine(bytes, end);
  return at;
}
