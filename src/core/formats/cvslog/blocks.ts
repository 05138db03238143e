import { decode } from '../../text/decode';
import { endOfLine, nextLine } from '../../text/lines';
import { isChatter } from './chatter';
import { readHead } from './head';
import { HEAD, WORKING_FILE, type Mark } from './marks';
import { beginnings } from './beginnings';

const CUT_HEAD = new RegExp(
  `^(?:${beginnings(HEAD)}|${HEAD}.+(?:[\\r\\n]+(?:(?:${beginnings(WORKING_FILE)}|${WORKING_FILE}.+)[\\r\\n]*)?(?:${beginnings('head:')})?)?)$`,
);
/** So many bytes of a text's end are looked at; the names of a file are shorter. */
const LONGEST_CUT = 8192;

/** So many lines between two files may be neither theirs nor chatter: a line that was damaged. */
export const MOST_OTHERS = 1;

/** A whole log of one file, as it stands between other files, or quoted in a message. */
export interface Block {
  /** The place of its rule at the end, among the marks. */
  readonly end: number;
  /** May it be a file of the log, because nothing but another file stands behind it? */
  readonly mayBeFile: boolean;
}

/**
 * The log that begins with the head at place `at`: as many revisions follow as its head states, or
 * fewer where another file follows. Undefined where that is not so, or its end is missing.
 */
export function blockAt(bytes: Uint8Array, marks: readonly Mark[], at: number): Block | undefined {
  const next = marks[at + 1];
  if (!next) return undefined;
  const { hasDescription, selected, total } = readHead(bytes, marks[at]!.offset, next.offset);
  const count = hasDescription ? (selected ?? total) : 0;
  if (count === null) return undefined;
  let here = 0;
  for (let i = at + 1; i < marks.length && marks[i]!.kind !== 'head'; i++) {
    if (marks[i]!.kind === 'revision') here++;
    else {
      // A message may hold a rule, too: then more revisions follow.
      const mayBeFile = isFollowedByFile(bytes, marks, i);
      if (here === count || (here < count && mayBeFile)) return { end: i, mayBeFile };
    }
  }
  return undefined;
}

/** Is a rule the end of the text, or followed by the next file with nothing but chatter between? */
export function isFollowedByFile(bytes: Uint8Array, marks: readonly Mark[], at: number): boolean {
  return whatFollows(bytes, marks, at) !== 'other';
}

/**
 * What stands behind a rule: the next file, or nothing; the next file, with a damaged head or behind a
 * line that belongs to neither; or something else.
 */
export function whatFollows(
  bytes: Uint8Array,
  marks: readonly Mark[],
  at: number,
): 'file' | 'damaged' | 'other' {
  const next = marks[at + 1];
  const from = nextLine(bytes, endOfLine(bytes, marks[at]!.offset));
  const to = next?.offset ?? bytes.length;
  if (next && next.kind !== 'head') return 'other';
  let others = 0;
  for (let i = from; i < to;) {
    const end = endOfLine(bytes, i, to);
    if (!isChatter(bytes, i, end)) {
      if (!next) return isCutHead(bytes, i) ? 'file' : 'other';
      if (++others > MOST_OTHERS) return 'other';
    }
    i = nextLine(bytes, end, to);
  }
  return others > 0 || next?.isDamaged ? 'damaged' : 'file';
}

/** Does the text end within the first lines of a file's head? */
function isCutHead(bytes: Uint8Array, at: number): boolean {
  const rest = decode(bytes, at, Math.min(bytes.length, at + LONGEST_CUT));
  return at + LONGEST_CUT > bytes.length && CUT_HEAD.test(rest);
}
