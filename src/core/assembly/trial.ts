import { MAY_LIST, NO_NUMBER } from '../formats/entries';
import type { Assembly } from './assembly';
import { readBranchList } from '../history/branchList';
import { NO_DATE, type Day } from '../history/dates';
import { NO_REVISION } from '../history/histories';
import { isNextLower, type NumberId, type Numbers } from '../history/numbers';

/** What an entry is in a reading. */
export type Decision = 'fits' | 'gap' | 'out-of-order' | 'file' | 'duplicate' | 'quote' | 'text';

/** One reading of the entries since a decision was due: a step, and the steps before it. */
export interface Trial {
  readonly before: Trial | undefined;
  readonly entry: number | undefined;
  readonly decision: Decision;
  /** What it leaves unexplained: about 1 a thing that an ordinary log has not. */
  readonly cost: number;
  readonly last: NumberId;
  readonly lastDay: Day;
  readonly head: NumberId;
  readonly oldest: NumberId;
  readonly onTrunk: boolean;
  readonly pending: number;
  /** Whether what the file had before the first step still counts. */
  readonly isSameFile: boolean;
  readonly isIrregular: boolean;
  readonly lists: readonly NumberId[];
}

/** What becomes no revision. */
const LEFT_OUT: ReadonlySet<Decision> = new Set(['quote', 'duplicate', 'text']);

const COST = {
  gap: 0.9,
  /** For each doubling of the missing. */
  wideGap: 0.3,
  /** Over a gap that the missing revision then fills. */
  fill: 0.3,
  aboveHead: 1.2,
  quote: 1.4,
  quoteMore: 0.3,
  /** Nothing in a message is later than the message. */
  quoteLater: 1.5,
  duplicate: 0.5,
  duplicateMore: 0.1,
  sameNumber: 1.25,
  incompleteFile: 1.3,
  missingBranches: 0.5,
  unlisted: 1.2,
  missingPoint: 0.3,
  missingTip: 0.5,
  missingAboveTip: 0.4,
  strangePoint: 2.5,
  /** A file of which only branches are left. */
  lostTrunk: 1.6,
  bridge: 0.4,
  later: 1,
  lineEndsAbove: 0.8,
} as const;

export function startTrial(assembly: Assembly): Trial {
  const { entries, last, head, oldest } = assembly;
  const number = (r: number): NumberId => (r === NO_REVISION ? NO_NUMBER : entries.number[r]!);
  const isOpen = assembly.fileStart !== NO_REVISION;
  return {
    before: undefined,
    entry: undefined,
    decision: 'fits',
    cost: 0,
    last: isOpen ? number(last) : NO_NUMBER,
    lastDay: isOpen && last !== NO_REVISION ? entries.day[last]! : NO_DATE,
    head: isOpen ? number(head) : NO_NUMBER,
    oldest: isOpen ? number(oldest) : NO_NUMBER,
    onTrunk: assembly.onTrunk,
    pending: assembly.pending,
    isSameFile: isOpen,
    isIrregular: assembly.irregular,
    lists: [],
  };
}

/** All that entry k may be after a reading, each with its cost. */
export function tryEntry(assembly: Assembly, trial: Trial, k: number): Trial[] {
  const { entries } = assembly;
  const number = entries.number[k]!;
  if (number === NO_NUMBER) return [{ ...trial, before: trial, entry: k, decision: 'fits' }];
  const day = entries.day[k]!;
  const isText = assembly.strictPage && entries.isLoose(k);
  const results: Trial[] = [];
  const accept = (decision: Decision, cost: number): void => {
    results.push(accepted(assembly, trial, k, decision, trial.cost + cost));
  };
  if (trial.last === NO_NUMBER) {
    if (isText) return [{ ...trial, before: trial, entry: k, decision: 'text' }];
    accept('file', entries.numbers.isTrunk(number) ? 0 : 1);
  } else if (isText) {
    results.push({ ...trial, before: trial, entry: k, decision: 'text' });
    if (isNextLower(entries.numbers, trial.last, number) && !has(assembly, trial, number)) {
      accept('fits', COST.bridge);
    }
    return results;
  } else {
    const wasQuote = trial.decision === 'quote';
    const late = isLater(day, trial.lastDay) ? COST.quoteLater : 0;
    results.push(quoted(trial, k, (wasQuote ? COST.quoteMore : COST.quote) + late));
    if (has(assembly, trial, number)) tryRepeated(assembly, trial, k, results);
    else if (entries.numbers.isTrunk(number)) tryTrunk(assembly, trial, number, day, accept);
    else tryBranch(assembly, trial, number, accept);
    if (entries.numbers.isTrunk(number)) accept('file', costOfEnd(entries.numbers, trial));
  }
  return results;
}

function tryRepeated(assembly: Assembly, trial: Trial, k: number, results: Trial[]): void {
  const isSame = assembly.repeatsEarlier(k, entryOf(assembly, trial, assembly.entries.number[k]!));
  const more = trial.decision === 'duplicate' ? COST.duplicateMore : COST.duplicate;
  const cost = trial.cost + (isSame ? more : COST.sameNumber);
  results.push({ ...trial, before: trial, entry: k, decision: 'duplicate', cost });
}

function tryTrunk(
  { entries }: Assembly,
  trial: Trial,
  number: NumberId,
  day: Day,
  accept: (decision: Decision, cost: number) => void,
): void {
  const { numbers } = entries;
  const { last, head, oldest, onTrunk } = trial;
  const late = isLater(day, trial.lastDay) ? COST.later : 0;
  if (head === NO_NUMBER) return;
  if (onTrunk && numbers.compareOnLine(number, last) < 0) {
    if (isNextLower(numbers, last, number)) accept('fits', 0);
    else accept('gap', costOfGap(numbers, number, last) + late);
  } else if (numbers.compareOnLine(number, head) > 0) {
    if (isNextLower(numbers, number, head)) accept('out-of-order', COST.aboveHead);
  } else if (numbers.compareOnLine(number, oldest) > 0) {
    accept('out-of-order', COST.fill + (onTrunk ? 0 : COST.gap));
  } else if (numbers.part(oldest) !== 1) {
    accept('out-of-order', COST.gap + COST.fill);
  }
}

function tryBranch(
  assembly: Assembly,
  trial: Trial,
  number: NumberId,
  accept: (decision: Decision, cost: number) => void,
): void {
  const { numbers } = assembly.entries;
  const branch = numbers.parent(number);
  const point = numbers.pointOf(branch);
  if (isNextLower(numbers, trial.last, number)) accept('fits', 0);
  else if (
    numbers.parent(trial.last) === branch &&
    numbers.part(trial.last) > numbers.part(number)
  ) {
    accept('gap', costOfGap(numbers, number, trial.last));
  } else if (has(assembly, trial, branch)) accept('out-of-order', COST.fill);
  else {
    const ends = numbers.part(trial.last) === 1 ? 0 : COST.lineEndsAbove;
    if (isListed(assembly, trial, branch)) accept(ends === 0 ? 'fits' : 'gap', ends);
    else if (has(assembly, trial, point)) {
      accept('gap', ends + COST.unlisted);
      accept('file', costOfEnd(numbers, trial) + COST.lostTrunk);
    } else accept('gap', ends + costOfPoint(assembly, trial, point));
  }
}

/** Below `last` on its line, with others missing between; none are between 2.1 and 1.9. */
function costOfGap(numbers: Numbers, number: NumberId, last: NumberId): number {
  if (numbers.parent(number) !== numbers.parent(last)) return 0;
  return COST.gap + COST.wideGap * Math.log2(numbers.part(last) - numbers.part(number) - 1);
}

/** How strange it is that a branch leaves from a revision that is not there. */
function costOfPoint(assembly: Assembly, trial: Trial, point: NumberId): number {
  const { numbers } = assembly.entries;
  if (hasBranchFrom(assembly, trial, point)) return 0.1;
  if (numbers.isTrunk(point)) {
    if (trial.head === NO_NUMBER) return 0.1;
    const above = numbers.compareOnLine(point, trial.head);
    if (above < 0) return COST.missingPoint;
    if (assembly.firstOfPage && trial.isSameFile) return COST.missingTip;
    const missing = numbers.part(point) - numbers.part(trial.head);
    return Math.min(COST.strangePoint, COST.missingTip + COST.missingAboveTip * Math.abs(missing));
  }
  return has(assembly, trial, numbers.parent(point)) ? COST.missingPoint : COST.strangePoint;
}

/** Was a branch from the same missing point seen just before? */
function hasBranchFrom({ entries }: Assembly, trial: Trial, point: NumberId): boolean {
  const { numbers } = entries;
  const branch = numbers.parent(trial.last);
  return numbers.depth(trial.last) > 2 && numbers.pointOf(branch) === point;
}

/** What a file lacks that ends here. */
export function costOfEnd(numbers: Numbers, trial: Trial): number {
  const endsAbove = numbers.part(trial.oldest === NO_NUMBER ? trial.last : trial.oldest) !== 1;
  const lineEndsAbove = numbers.part(trial.last) !== 1;
  const cost = endsAbove ? COST.incompleteFile : lineEndsAbove ? COST.lineEndsAbove : 0;
  return trial.pending > 0 ? Math.max(cost, COST.incompleteFile) + COST.missingBranches : cost;
}

function quoted(trial: Trial, k: number, cost: number): Trial {
  return { ...trial, before: trial, entry: k, decision: 'quote', cost: trial.cost + cost };
}

function accepted(
  assembly: Assembly,
  trial: Trial,
  k: number,
  decision: Decision,
  cost: number,
): Trial {
  const { entries } = assembly;
  const { numbers } = entries;
  const number = entries.number[k]!;
  const isFile = decision === 'file';
  const isTrunk = numbers.isTrunk(number);
  const keepsPlace = decision === 'out-of-order';
  const opens = !isTrunk && !isFile && !has(assembly, trial, numbers.parent(number));
  const met = opens && isListed(assembly, trial, numbers.parent(number)) ? 1 : 0;
  const lists = listsOf(assembly, k);
  const isLowest = trial.oldest === NO_NUMBER || numbers.compareOnLine(number, trial.oldest) < 0;
  const isHighest = trial.head === NO_NUMBER || numbers.compareOnLine(number, trial.head) > 0;
  return {
    before: trial,
    entry: k,
    decision,
    cost,
    last: keepsPlace && !isFile ? trial.last : number,
    lastDay: entries.day[k]!,
    head: isTrunk && (isFile || isHighest) ? number : isFile ? NO_NUMBER : trial.head,
    oldest: isTrunk && (isFile || isLowest) ? number : isFile ? NO_NUMBER : trial.oldest,
    onTrunk: keepsPlace ? trial.onTrunk : isTrunk,
    pending: (isFile ? 0 : trial.pending - met) + lists.length,
    isSameFile: trial.isSameFile && !isFile,
    isIrregular: (!isFile && trial.isIrregular) || (decision !== 'fits' && !isFile),
    lists,
  };
}

function listsOf({ entries }: Assembly, k: number): readonly NumberId[] {
  if ((entries.mark[k]! & MAY_LIST) === 0) return [];
  return (
    readBranchList(entries.bytes, entries.body[k]!, entries.bytes.length, entries.numbers) ?? []
  );
}

/** Has the file of a reading this revision, or a revision of this branch? */
function has(assembly: Assembly, trial: Trial, number: NumberId): boolean {
  if (entryOf(assembly, trial, number) !== undefined) return true;
  return trial.isSameFile && assembly.seen(number) !== undefined;
}

/** The entry of the reading that is this revision, or the first of this branch. */
function entryOf({ entries }: Assembly, trial: Trial, number: NumberId): number | undefined {
  const { numbers } = entries;
  for (let at: Trial | undefined = trial; at?.entry !== undefined; at = at.before) {
    const here = entries.number[at.entry]!;
    const counts = !LEFT_OUT.has(at.decision) && here !== NO_NUMBER;
    if (counts && (here === number || numbers.parent(here) === number)) return at.entry;
    if (at.decision === 'file') return undefined;
  }
  return undefined;
}

function isListed(assembly: Assembly, trial: Trial, branch: NumberId): boolean {
  for (let at: Trial | undefined = trial; at?.entry !== undefined; at = at.before) {
    if (at.lists.includes(branch)) return true;
    if (at.decision === 'file') return false;
  }
  return trial.isSameFile && assembly.listed(branch) !== undefined;
}

function isLater(day: Day, than: Day): boolean {
  return day !== NO_DATE && than !== NO_DATE && day > than;
}
