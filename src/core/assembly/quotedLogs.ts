import type { Entries } from '../formats/entries';
import type { Section } from './sections';

/**
 * The entries that messages quote from a log: what `cvs log` prints tells how many come, and its dashes
 * make OpenGrok take them for revisions.
 *
 *     1.2 bob Brought back:
 *     RCS file: x,v
 *     total revisions: 1; selected revisions: 1
 *     description:
 *     1.1 ada Old first.         a revision that is quoted
 *     1.1 bob First.
 *
 * Each with the entry whose message quotes it.
 */
export function quotedLogs(entries: Entries, { from, to }: Section): Map<number, number> {
  const quoted = new Map<number, number>();
  for (let e = from; e < to - 1; e++) {
    const end = endsInDescription(entries, e);
    const count = end === undefined ? 0 : selectedAbove(entries, e, end);
    // A log that is quoted may be followed by another: its last revision's text ends in that one's head.
    const of = quoted.get(e) ?? e;
    for (let k = e + 1; k <= Math.min(to - 1, e + count); k++) quoted.set(k, of);
  }
  return quoted;
}

const DESCRIPTION = Uint8Array.from('description:', (c) => c.charCodeAt(0));
/** The line of the counts stands so near above the description, in bytes: `keyword substitution` is behind it at most. */
const NEAR = 200;
const COUNTS = /^[ \t]*total revisions: *\d+; *selected revisions: *(\d{1,6})[ \t\r]*$/m;

/** Where the last line of a message starts, if it says `description:`. */
function endsInDescription(entries: Entries, e: number): number | undefined {
  const { bytes, body } = entries;
  let end = entries.textEnd(e);
  while (end > body[e]! && bytes[end - 1]! <= 0x20) end--;
  const start = end - DESCRIPTION.length;
  if (start <= body[e]! || bytes[start - 1] !== 0x0a) return undefined;
  for (let i = 0; i < DESCRIPTION.length; i++)
    if (bytes[start + i] !== DESCRIPTION[i]) return undefined;
  return start;
}

/** How many revisions the log that is quoted above an offset says that it selects. */
function selectedAbove({ bytes, body }: Entries, e: number, end: number): number {
  const near = bytes.subarray(Math.max(body[e]!, end - NEAR), end);
  const counts = COUNTS.exec(String.fromCharCode(...near).replaceAll('\t', ' '));
  return counts ? Number(counts[1]) : 0;
}
