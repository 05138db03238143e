import { NO_DATE, type Day } from '../history/dates';
import { NO_NUMBER, type NumberId, type Numbers } from '../history/numbers';

/** What an entry is in a reading. */
export type Decision =
  /** The next lower of its line, or the tip of a listed branch. */
  | 'fits'
  /** Older than the one before, with others missing between; or a branch that nothing lists. */
  | 'gap'
  /** Newer than one of its line that stands above it. */
  | 'out-of-order'
  /** The first of the next file. */
  | 'file'
  | 'duplicate'
  /** A word stands in its number's place. */
  | 'word'
  /** Looks like a revision, and is the text of a message. */
  | 'quote'
  /** The same between blanks, in a page that has no-break spaces. */
  | 'text';

/** How a branch comes to be in its file with an entry. */
export type Opening = 'none' | 'listed' | 'unlisted';

/**
 * The branches that a file lists and that have not come, as a stack. RCS prints a line of descent
 * from its tip down, then the branches of its revisions, of one revision the newest first, each with
 * its own branches behind it. On the trunk the lowest revision's come first, on a branch the
 * highest's.
 */
export interface Expected {
  readonly branch: NumberId;
  readonly below: Expected | undefined;
}

/** A branch that stands deeper in the stack, or is not expected, changes nothing in it. */
const DEEPEST_LOOK = 256;

/** The file that is being put together, as far as the next decision depends on it. */
export interface FileState {
  /** The revision that was accepted last in its order. */
  last: NumberId;
  lastDay: Day;
  /** The day of the one before it on the same line. */
  dayAbove: Day;
  /** The newest and the oldest of the trunk, where there is one. */
  head: NumberId;
  oldest: NumberId;
  onTrunk: boolean;
  /** How many of the branches that it lists have not come yet. */
  pending: number;
  expected: Expected | undefined;
  /** Those that the branch lists which is being read, the last first. */
  gathered: Expected | undefined;
  /** The branch that comes next, or NO_NUMBER. */
  next: NumberId;
  /** How many branches came before others that were expected first. */
  misplaced: number;
  /** Do its order or its numbers need a second look when it ends? */
  isIrregular: boolean;
  /** How many entries among its messages were taken for quotations. */
  quotes: number;
}

export function emptyFile(): FileState {
  return {
    last: NO_NUMBER,
    lastDay: NO_DATE,
    dayAbove: NO_DATE,
    head: NO_NUMBER,
    oldest: NO_NUMBER,
    onTrunk: true,
    pending: 0,
    expected: undefined,
    gathered: undefined,
    next: NO_NUMBER,
    misplaced: 0,
    isIrregular: false,
    quotes: 0,
  };
}

/** What of an entry a file's state depends on. */
export interface Accepted {
  readonly number: NumberId;
  readonly day: Day;
  readonly decision: Decision;
  readonly opening: Opening;
  /** The branches that it lists for the first time, in ascending order. */
  readonly lists: readonly NumberId[];
}

/** The most common step: the next lower number of the same line, which lists no branch. */
export function followNext(state: FileState, number: NumberId, day: Day): void {
  state.dayAbove = state.lastDay;
  state.last = number;
  state.lastDay = day;
  if (state.onTrunk) state.oldest = number;
}

/**
 * The one law of what a file becomes with an entry that is accepted: for the file itself, and for
 * every reading that is only weighed. Changes `state`.
 */
export function follow(state: FileState, numbers: Numbers, entry: Accepted): void {
  const { number, day, decision, opening, lists } = entry;
  if (decision === 'file') Object.assign(state, emptyFile());
  else if (decision !== 'fits') state.isIrregular = true;
  if (opening === 'listed') {
    const branch = numbers.parent(number);
    if (state.next !== branch) state.misplaced++;
    state.expected = expectedBehind(allExpected(state), branch);
    state.gathered = undefined;
    state.next = state.expected?.branch ?? NO_NUMBER;
    state.pending--;
  }
  if (opening === 'unlisted') state.isIrregular = true;
  const isTrunk = numbers.isTrunk(number);
  if (isTrunk) {
    const { head, oldest } = state;
    if (head === NO_NUMBER || numbers.compareOnLine(number, head) > 0) state.head = number;
    if (oldest === NO_NUMBER || numbers.compareOnLine(number, oldest) < 0) state.oldest = number;
  }
  if (decision !== 'out-of-order' || state.last === NO_NUMBER) {
    const isSameLine =
      state.last !== NO_NUMBER && numbers.branchOf(state.last) === numbers.branchOf(number);
    state.dayAbove = isSameLine ? state.lastDay : NO_DATE;
    state.last = number;
    state.lastDay = day;
    state.onTrunk = isTrunk;
  }
  if (lists.length > 0) expect(state, lists, isTrunk);
}

function expect(state: FileState, lists: readonly NumberId[], isTrunk: boolean): void {
  if (isTrunk && state.gathered) {
    state.expected = allExpected(state);
    state.gathered = undefined;
  }
  if (isTrunk || !state.gathered) state.next = lists.at(-1)!;
  if (isTrunk) for (const branch of lists) state.expected = { branch, below: state.expected };
  else for (const branch of lists.toReversed()) state.gathered = { branch, below: state.gathered };
  state.pending += lists.length;
}

/** What was gathered comes before the rest, what was listed first before what was listed last. */
function allExpected({ gathered, expected }: FileState): Expected | undefined {
  let all = expected;
  for (let at = gathered; at; at = at.below) all = { branch: at.branch, below: all };
  return all;
}

/** What is expected after a branch has come; those that should have come before it are not any more. */
function expectedBehind(expected: Expected | undefined, branch: NumberId): Expected | undefined {
  let at = expected;
  for (let i = 0; at && i < DEEPEST_LOOK; i++, at = at.below) {
    if (at.branch === branch) return at.below;
  }
  return expected;
}
