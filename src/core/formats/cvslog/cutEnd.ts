import { decode } from '../../text/decode';
import { beginnings } from './beginnings';
import { chatterAbove, lineAbove } from './chatter';
import { EMPTY, FILE_RULE, REVISION_RULE } from './marks';

/** A revision's frame has so many lines: the rule, the number, the date. */
const FRAME_LINES = 3;

/** The frame above a revision's message as far as it goes, each line only where those above are whole. */
const FRAME = new RegExp(
  `^(?:-{1,${String(REVISION_RULE.length)}}|${REVISION_RULE}\\n(?:${beginnings('revision ')}|revision [^\\n]*(?:\\n(?:${beginnings('date: ')}|date: [^\\n]*)?)?)?)$`,
);
const RULE = new RegExp(`^={1,${String(FILE_RULE.length)}}$`);

/** What stands between a date and a message, cut on its line: a list of branches, the empty marker. */
const OPENING = new RegExp(
  `^(?:${beginnings('branches:')}|branches:[ \\d.;]+|${beginnings(EMPTY)})$`,
);
/** A list of more branches is taken for a message, where it is cut. */
const LONGEST_OPENING = 4096;

/**
 * Where the last message ends, bytes [from, to), of a file that no rule ends: above what was there
 * already of the next revision or of the rule, and above what the programs said when they stopped.
 */
export function cutEnd(bytes: Uint8Array, from: number, to: number, isShort: boolean): number {
  const above = chatterAbove(bytes, to, from);
  const end = above < to ? above : to;
  if (OPENING.test(decode(bytes, from, Math.min(end, from + LONGEST_OPENING)))) return from;
  let start = end;
  for (let lines = 0; lines < FRAME_LINES && start > from; lines++) {
    start = lineAbove(bytes, start, from);
    const text = decode(bytes, start, end).replace(/\r\n?/g, '\n').replace(/\n$/, '');
    if ((isShort ? FRAME : RULE).test(text)) return lineEndBefore(bytes, start, from);
  }
  return lineEndBefore(bytes, end, from);
}

/** The end of the line above an offset, where that is the start of one. */
function lineEndBefore(bytes: Uint8Array, offset: number, from: number): number {
  let at = offset;
  if (at > from && bytes[at - 1] === 10) at--;
  if (at > from && bytes[at - 1] === 13) at--;
  return at;
}
