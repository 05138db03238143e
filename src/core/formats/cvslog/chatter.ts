import { decode } from '../../text/decode';
import { endOfLine } from '../../text/lines';

/** A longer line is none: what programs say of themselves is short, but for a path. */
const LONGEST = 4096;

/**
 * What client and server say above, between and below files: `? x.c`, `cvs rlog: Logging dir`,
 * `/usr/bin/cvs [log aborted]: ...`; nothing; and above all of it perhaps the command that was typed.
 */
const CHATTER =
  /^(?:\?.*|[$%#>] .*|\s*|(?:\S*[\\/])?[\w.-]*(?:cvs|rlog)[\w.-]*(?: \[[^\]]*\]| [\w-]+)?: .*)$/;

/** Is a line, bytes [from, to), none of a log but of the programs that printed it? */
export function isChatter(bytes: Uint8Array, from: number, to: number): boolean {
  return to - from <= LONGEST && CHATTER.test(decode(bytes, from, to));
}

/** Where the chatter above an offset begins; the offset itself where there is none. */
export function chatterAbove(bytes: Uint8Array, offset: number, from: number): number {
  let at = offset;
  while (at > from) {
    const start = lineAbove(bytes, at, from);
    if (!isChatter(bytes, start, endOfLine(bytes, start, at))) break;
    at = start;
  }
  return at;
}

/** Where the line starts that ends right above an offset. */
export function lineAbove(bytes: Uint8Array, offset: number, from: number): number {
  let at = offset;
  if (bytes[at - 1] === 10) at--;
  if (bytes[at - 1] === 13) at--;
  while (at > from && bytes[at - 1] !== 10 && bytes[at - 1] !== 13) at--;
  return at;
}
