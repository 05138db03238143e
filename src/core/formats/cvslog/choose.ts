import { NONE } from '../../columns/ids';
import { NO_TIME, SECONDS_A_DAY } from '../../history/dates';
import { isNextLower, NO_NUMBER, type NumberId, type Numbers } from '../../history/numbers';
import type { RevisionHead } from './revisionHead';

/** What seems to be a revision of a file: it is one, or a message quotes it. */
export type Candidate = RevisionHead;

/** What the file's head says of its revisions. */
export interface Stated {
  /** How many there are. */
  readonly count: number;
  /** The head of the trunk, where all revisions are there, so that it stands first. */
  readonly first: NumberId;
  /** The head of the trunk. */
  readonly head: NumberId;
}

export interface Chosen {
  readonly revisions: readonly Candidate[];
  /** How strange the choice is; see COST. */
  readonly cost: number;
  /** Does it contradict nothing that the log states? */
  readonly isSound: boolean;
}

/** One choice of true revisions among those that only seem to be some, up to a place. */
interface Choice {
  readonly before: Choice | undefined;
  /** The place of the revision that was kept last, or NONE. */
  readonly at: number;
  readonly kept: number;
  /** What the quotation costs that is left out here; 0 where none is. */
  readonly quotation: number;
  readonly cost: number;
}

/** How many choices are followed at once. */
const CHOICES = 48;

/** What is strange about a revision at its place, or about one that is left out there. */
const COST = {
  gap: 0.4,
  jump: 0.8,
  again: 3,
  style: 1,
  restart: 2,
  /** Above what is the head, and another than the head where that must stand first. */
  aboveHead: 3,
  otherFirst: 2,
  /** The first of a quoted log that is taken for the file's own, and each further one. */
  inBlock: 1.6,
  moreInBlock: 0.6,
  /** Something is quoted. The tiny rest prefers that what stands last is the quotation. */
  quote: 0.3,
  late: 0.001,
  /** Nothing in a message is later than the message, and hardly anything of the same second. */
  quoteLater: 1.5,
  quoteSameTime: 0.5,
  backwards: 0.2,
} as const;

/**
 * Chooses the revisions of a file among those that it seems to have, where messages quote some: the
 * ones that follow each other as `cvs log` prints them. The others are text, and then nothing in it
 * is later than the message that it stands in.
 */
export function chooseRevisions(
  all: readonly Candidate[],
  stated: Stated,
  numbers: Numbers,
): Chosen {
  if (all.length <= stated.count) return chooseAll(all, stated, numbers);
  const earlier = placesOfSame(all);
  let choices: Choice[] = [{ before: undefined, at: NONE, kept: 0, quotation: 0, cost: 0 }];
  for (const [i, head] of all.entries()) {
    const left = all.length - i;
    choices = choices.flatMap((choice) => {
      const next: Choice[] = [];
      const last = all[choice.at];
      if (choice.kept + left > stated.count) {
        const quotation = Math.max(choice.quotation, costOfQuote(last, head));
        const late = COST.late * (1 - i / all.length);
        next.push({
          ...choice,
          quotation,
          cost: choice.cost - choice.quotation + quotation + late,
        });
      }
      if (choice.kept < stated.count) {
        const again = isKept(choice, earlier[i]!, all) ? COST.again : 0;
        const cost = choice.cost + again + costOf(last, head, stated, numbers);
        next.push({ before: choice, at: i, kept: choice.kept + 1, quotation: 0, cost });
      }
      return next;
    });
    choices.sort((a, b) => a.cost - b.cost);
    if (choices.length > CHOICES) choices.length = CHOICES;
  }
  const best = choices[0]!;
  const revisions: Candidate[] = [];
  for (let at: Choice | undefined = best; at && at.at !== NONE; at = at.before) {
    revisions.push(all[at.at]!);
  }
  return { revisions: revisions.reverse(), cost: best.cost, isSound: false };
}

/** Where there are no more than the log states, none of them is quoted. */
function chooseAll(all: readonly Candidate[], stated: Stated, numbers: Numbers): Chosen {
  const earlier = placesOfSame(all);
  // Where some are missing, the first may be one of them.
  const asked = all.length < stated.count ? { ...stated, first: NO_NUMBER } : stated;
  let cost = 0;
  let isSound = all.length === stated.count;
  for (const [i, head] of all.entries()) {
    const isAgain = earlier[i] !== NONE;
    cost += (isAgain ? COST.again : 0) + costOf(all[i - 1], head, asked, numbers);
    isSound &&= !isAgain && !head.block && head.number !== NO_NUMBER;
  }
  const isFirst = stated.first === NO_NUMBER || all[0]?.number === stated.first;
  return { revisions: [...all], cost, isSound: isSound && isFirst };
}

/** For each the last one before it that has the same number, or NONE. */
function placesOfSame(all: readonly Candidate[]): number[] {
  const places = new Map<NumberId, number>();
  return all.map(({ number }, i) => {
    const before = places.get(number) ?? NONE;
    places.set(number, i);
    return before;
  });
}

function isKept(choice: Choice, place: number, all: readonly Candidate[]): boolean {
  if (place === NONE) return false;
  const { number } = all[place]!;
  for (let at: Choice | undefined = choice; at && at.at !== NONE; at = at.before) {
    if (all[at.at]!.number === number) return true;
  }
  return false;
}

function costOf(
  last: Candidate | undefined,
  head: Candidate,
  stated: Stated,
  numbers: Numbers,
): number {
  const { number, block } = head;
  if (number === NO_NUMBER) return COST.again;
  const isAbove =
    stated.head !== NO_NUMBER &&
    numbers.isTrunk(number) &&
    numbers.compareOnLine(number, stated.head) > 0;
  const quoted = block ? (block === last?.block ? COST.moreInBlock : COST.inBlock) : 0;
  const cost = quoted + (isAbove ? COST.aboveHead : 0);
  if (!last) {
    return cost + (stated.first !== NO_NUMBER && number !== stated.first ? COST.otherFirst : 0);
  }
  if (last.number === NO_NUMBER) return cost;
  const isBackwards =
    numbers.branchOf(last.number) === numbers.branchOf(number) && secondsLater(head, last) > 0;
  return (
    cost +
    costOfStep(last.number, number, numbers) +
    (isOneStyle(last, head) ? 0 : COST.style) +
    (isBackwards ? COST.backwards : 0)
  );
}

function costOfStep(last: NumberId, number: NumberId, numbers: Numbers): number {
  if (isNextLower(numbers, last, number)) return 0;
  const isSameLine = numbers.branchOf(last) === numbers.branchOf(number);
  if (isSameLine) return numbers.compareOnLine(number, last) < 0 ? COST.gap : COST.restart;
  if (numbers.isTrunk(number)) return COST.restart;
  return numbers.part(last) <= 1 ? 0.1 : COST.jump;
}

/** What a quotation costs, in the message of `last` or else in the description, that has this revision. */
function costOfQuote(last: Candidate | undefined, head: Candidate): number {
  if (!last) return COST.quote;
  const later = secondsLater(head, last);
  if (later > 0) return COST.quote + COST.quoteLater;
  return later === 0 && isOneStyle(last, head) ? COST.quote + COST.quoteSameTime : COST.quote;
}

/** By how much one is later than another; below 0 where it is not, or where that cannot be told. */
function secondsLater(one: Candidate, other: Candidate): number {
  if (one.time === NO_TIME || other.time === NO_TIME) return -1;
  const seconds = (one.day - other.day) * SECONDS_A_DAY + one.time - other.time;
  return one.style === other.style || seconds > SECONDS_A_DAY ? seconds : Math.min(seconds, -1);
}

function isOneStyle(a: RevisionHead, b: RevisionHead): boolean {
  const isOneEnd =
    a.endsLines === undefined || b.endsLines === undefined || a.endsLines === b.endsLines;
  return a.style === b.style && isOneEnd;
}
