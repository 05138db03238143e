import { daysLate, type Day } from '../history/dates';
import { NO_NUMBER, type NumberId, type Numbers } from '../history/numbers';
import type { FileState } from './fileState';

/** What each oddity costs. Nothing else judges. */
export const COST = {
  gap: 0.9,
  /** For each doubling of the missing, and at most in all: an archive may lose many at once. */
  wideGap: 0.15,
  widestGap: 0.36,
  /** A line goes down to 1; only who asks for 1.0 gets it. */
  zero: 0.3,
  /** Over a gap that the missing revision then fills, right below or far above. */
  fill: 0.3,
  farFill: 1,
  aboveHead: 1.2,
  /** A revision of the trunk behind branches, where the trunk above them has a gap to it. */
  trunkBehind: 0.5,
  quote: 1.4,
  quoteMore: 0.3,
  /** A file whose messages quote often does so again; a quotation never costs less. */
  quoteHabit: 0.3,
  /** Taken off again where the file goes on with its next number: a record that is out of its place. */
  displaced: 1,
  /** A file goes on behind a quotation as it would without it; this is where it does not. */
  quoteUnresumed: 1.2,
  /** A quotation in the place of the only revision that is missing: its number is damaged. */
  misnumbered: 0.1,
  /** After a revision whose text is lost; and that one is taken for another file's instead. */
  quoteSwallowed: 0.4,
  swallowedFile: 0.6,
  /** Nothing in a message is later than the message. */
  quoteLater: 1.5,
  /** A quotation of a whole record, its list of branches with it, is rarer than of a line. */
  quoteLists: 0.2,
  duplicate: 0.5,
  duplicateMore: 0.1,
  sameNumber: 1.25,
  /** It lists branches that nothing else does. */
  lostList: 0.5,
  /** A file that ends above its first revision; and on a page of which most files do. */
  incompleteFile: 1.3,
  cutFile: 0.3,
  /** A file that begins where the one above would go on, or has but one revision before that goes on. */
  resumed: 1.5,
  /** A branch that stands first, where a page has trunks. */
  branchFirst: 1,
  missingBranches: 0.5,
  unlisted: 1.2,
  /** A listed branch comes before another that RCS prints first. */
  misplaced: 0.5,
  missingPoint: 0.3,
  missingTip: 0.5,
  missingAboveTip: 0.4,
  strangePoint: 2.5,
  /** The same where the trunk is missing, or another branch of the point stands above already. */
  knownPoint: 0.1,
  /** A file of which only branches are left. */
  lostTrunk: 1.6,
  bridge: 0.4,
  /** An older revision, after a gap, that is younger than clocks explain; and by more than a year. */
  later: 1.4,
  yearsLater: 2,
  /** The next lower number, too young for it. */
  tooYoung: 1.4,
  lineEndsAbove: 0.8,
} as const;

/** In days. */
const YEAR = 365;

/** Revisions that changed places are no further apart, by their numbers. */
const NEAR = 2;

/** Below `last` on its line, with others missing between; none are between 2.1 and 1.9. */
export function costOfGap(numbers: Numbers, number: NumberId, last: NumberId): number {
  if (numbers.parent(number) !== numbers.parent(last)) return 0;
  const missing = numbers.part(last) - numbers.part(number) - 1;
  const zero = numbers.part(number) === 0 ? COST.zero : 0;
  return COST.gap + zero + Math.min(COST.widestGap, COST.wideGap * Math.log2(missing));
}

/** Neighbours may have changed places; a revision far from its place is rather another's. */
export function costOfFill(numbers: Numbers, number: NumberId, last: NumberId): number {
  const isSameLine = numbers.parent(number) === numbers.parent(last);
  return isSameLine && numbers.part(number) - numbers.part(last) > NEAR ? COST.farFill : COST.fill;
}

/** What a file lacks that ends here. */
export function costOfEnd(numbers: Numbers, state: FileState, isCut: boolean): number {
  const { oldest, last, pending } = state;
  const endsAbove = numbers.part(oldest === NO_NUMBER ? last : oldest) > 1;
  const lineEndsAbove = numbers.part(last) > 1;
  if (isCut) return endsAbove || lineEndsAbove ? COST.cutFile : 0;
  const cost = endsAbove ? COST.incompleteFile : lineEndsAbove ? COST.lineEndsAbove : 0;
  return pending > 0 ? Math.max(cost, COST.incompleteFile) + COST.missingBranches : cost;
}

/** What it costs that a day is later than one that it cannot be later than; nothing where one is unknown. */
export function costLater(day: Day, than: Day | undefined): number {
  const late = than === undefined ? 0 : daysLate(day, than);
  return late === 0 ? 0 : late > YEAR ? COST.yearsLater : COST.later;
}
