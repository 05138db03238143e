import type { Entries } from '../formats/entries';
import { daysLate, type Day } from '../history/dates';
import { isNextLower, NO_NUMBER, type NumberId } from '../history/numbers';
import type { Assembly } from './assembly';
import { COST, costLater, costOfEnd, costOfFill, costOfGap } from './costs';
import { follow, type Decision } from './fileState';
import { costOfResuming, fillsGap, isDisplaced, resumes } from './resuming';
import { hasLostText, mayBeSwallowed } from './swallowed';
import { isTooYoung } from './tooYoung';
import { dayOf, entryOf, has, isListed, openingOf, type Trial } from './trialFile';

export function startTrial(assembly: Assembly): Trial {
  return {
    before: undefined,
    entry: undefined,
    decision: 'fits',
    cost: 0,
    state: { ...assembly.state },
    isSameFile: assembly.isOpen,
    lists: [],
  };
}

/** All that entry k may be after a reading, each with its cost. */
export function tryEntry(assembly: Assembly, trial: Trial, k: number): Trial[] {
  const { entries, law } = assembly;
  const { numbers } = entries;
  const number = entries.number[k]!;
  if (numbers.isWord(number)) return [left(trial, k, 'word', 0)];
  const isText = assembly.isText(k);
  const results: Trial[] = [];
  const accept = (decision: Decision, cost: number): void => {
    if (decision === 'gap' && fillsGap(assembly, trial, k)) cost = COST.misnumbered;
    else if (trial.decision === 'quote' && cost > 0) cost += COST.quoteUnresumed;
    else if (isDisplaced(assembly, trial, number)) cost -= COST.displaced;
    else if (trial.decision === 'file' && !law.isCut && resumes(numbers, trial, number))
      cost += COST.resumed;
    results.push(accepted(assembly, trial, k, decision, trial.cost + cost));
  };
  const isAlone = law.isSingle && assembly.isOpen;
  const mayOpen = !isAlone && (law.lines === 'one' || numbers.isTrunk(number));
  const { last } = trial.state;
  if (last === NO_NUMBER) {
    if (isText) return [left(trial, k, 'text', 0)];
    accept('file', mayOpen ? 0 : COST.branchFirst);
    return results;
  }
  if (isText) {
    results.push(left(trial, k, 'text', 0));
    if (isNextLower(numbers, last, number) && !has(assembly, trial, number))
      accept('fits', COST.bridge);
    return results;
  }
  results.push(left(trial, k, 'quote', costOfQuote(entries, trial, k)));
  if (has(assembly, trial, number)) tryRepeated(assembly, trial, k, results);
  else if (isNextLower(numbers, last, number)) {
    accept('fits', isTooYoung(assembly.entries, trial.state, k) ? COST.tooYoung : 0);
  } else if (numbers.isTrunk(number)) tryTrunk(assembly, trial, k, accept);
  else tryBranch(assembly, trial, k, accept);
  if (mayOpen) {
    const again = k > 0 && mayBeSwallowed(entries, k - 1) ? COST.swallowedFile : 0;
    const resumed = law.isCut ? 0 : costOfResuming(numbers, trial, number);
    accept('file', costOfEnd(numbers, trial.state, law.isCut) + again + resumed);
  }
  return results;
}

function costOfQuote(entries: Entries, { decision, state }: Trial, k: number): number {
  const late = daysLate(entries.day[k]!, state.lastDay) > 0 ? COST.quoteLater : 0;
  const more = late + (entries.doesList(k) ? COST.quoteLists : 0);
  if (decision === 'quote') return COST.quoteMore + more;
  if (k > 0 && hasLostText(entries, k - 1)) return COST.quoteSwallowed + more;
  return Math.max(COST.quoteHabit, COST.quote / (1 + state.quotes)) + more;
}

function tryRepeated(assembly: Assembly, trial: Trial, k: number, results: Trial[]): void {
  const number = assembly.entries.number[k]!;
  const isSame = assembly.repeatsEarlier(k, entryOf(assembly, trial, number));
  const more = trial.decision === 'duplicate' ? COST.duplicateMore : COST.duplicate;
  const lists = assembly.entries.listOf(k).some((b) => !isListed(assembly, trial, b));
  const lost = lists ? COST.lostList : 0;
  const cost = isSame ? more : COST.sameNumber + lost + costOfDate(trial, assembly.entries.day[k]!);
  results.push(left(trial, k, 'duplicate', cost));
}

function tryTrunk(
  assembly: Assembly,
  trial: Trial,
  k: number,
  accept: (decision: Decision, cost: number) => void,
): void {
  const { entries } = assembly;
  const { numbers } = entries;
  const number = entries.number[k]!;
  const { last, head, oldest, onTrunk } = trial.state;
  if (head === NO_NUMBER) return;
  if (onTrunk && numbers.compareOnLine(number, last) < 0) {
    accept('gap', costOfGap(numbers, number, last) + costOfDate(trial, entries.day[k]!));
  } else if (numbers.compareOnLine(number, head) > 0) {
    if (!isNextLower(numbers, number, head)) return;
    const headDay = dayOf(assembly, trial, head);
    const date = headDay === undefined ? 0 : costLater(headDay, entries.day[k]);
    accept('out-of-order', COST.aboveHead + date);
  } else if (numbers.compareOnLine(number, oldest) > 0) {
    const date = costAbove(assembly, trial, number, entries.day[k]!);
    accept('out-of-order', costOfFill(numbers, number, last) + date + (onTrunk ? 0 : COST.gap));
  } else if (numbers.part(oldest) > 1) {
    const date = costLater(entries.day[k]!, dayOf(assembly, trial, oldest));
    accept('out-of-order', COST.gap + COST.fill + date + (onTrunk ? 0 : COST.trunkBehind));
  }
}

function tryBranch(
  assembly: Assembly,
  trial: Trial,
  k: number,
  accept: (decision: Decision, cost: number) => void,
): void {
  const { numbers, number: column, day } = assembly.entries;
  const number = column[k]!;
  const branch = numbers.parent(number);
  const point = numbers.pointOf(branch);
  const { last } = trial.state;
  if (numbers.parent(last) === branch && numbers.part(last) > numbers.part(number)) {
    accept('gap', costOfGap(numbers, number, last) + costOfDate(trial, day[k]!));
  } else if (has(assembly, trial, branch))
    accept('out-of-order', costOfFill(numbers, number, last));
  else if (assembly.law.lines === 'all') {
    const ends = numbers.part(last) <= 1 || trial.state.onTrunk ? 0 : COST.lineEndsAbove;
    if (isListed(assembly, trial, branch))
      accept(ends === 0 ? 'fits' : 'gap', ends + costOfOrder(assembly, trial, branch));
    else if (has(assembly, trial, point)) {
      accept('gap', ends + COST.unlisted);
      accept('file', costOfEnd(numbers, trial.state, false) + COST.lostTrunk);
    } else accept('gap', ends + costOfPoint(assembly, trial, point));
  }
}

/** An older revision cannot be younger, but for what clocks explain. */
function costOfDate({ state }: Trial, day: Day): number {
  return costLater(day, state.lastDay);
}

/** Is a revision that stands out of order no younger than the next higher one of its line? */
function costAbove(assembly: Assembly, trial: Trial, number: NumberId, day: Day): number {
  const { numbers } = assembly.entries;
  const higher = numbers.find(numbers.parent(number), numbers.part(number) + 1);
  const above = higher === undefined ? undefined : dayOf(assembly, trial, higher);
  return above === undefined || daysLate(day, above) === 0 ? 0 : COST.later;
}

/** A branch that comes before others that the file lists; where that is the habit, it is nothing. */
function costOfOrder({ law }: Assembly, { state }: Trial, branch: NumberId): number {
  if (law.isCut || state.next === branch) return 0;
  return COST.misplaced / (1 + state.misplaced);
}

/** How strange it is that a branch leaves from a revision that is not there. */
function costOfPoint(assembly: Assembly, trial: Trial, point: NumberId): number {
  const { numbers } = assembly.entries;
  const { head, last } = trial.state;
  const isSamePoint = numbers.depth(last) > 2 && numbers.pointOf(numbers.parent(last)) === point;
  if (isSamePoint) return COST.knownPoint;
  if (numbers.isTrunk(point)) {
    if (head === NO_NUMBER) return COST.knownPoint;
    if (numbers.compareOnLine(point, head) < 0) return COST.missingPoint;
    if (assembly.isFirstOfSection && trial.isSameFile) return COST.missingTip;
    const missing = numbers.part(point) - numbers.part(head);
    return Math.min(COST.strangePoint, COST.missingTip + COST.missingAboveTip * Math.abs(missing));
  }
  return has(assembly, trial, numbers.parent(point)) ? COST.missingPoint : COST.strangePoint;
}

/** The reading in which entry k is no revision of a line, and changes nothing. */
function left(trial: Trial, k: number, decision: Decision, cost: number): Trial {
  const isQuote = decision === 'quote' && trial.decision !== 'quote';
  const state = isQuote ? { ...trial.state, quotes: trial.state.quotes + 1 } : trial.state;
  return { ...trial, before: trial, entry: k, decision, cost: trial.cost + cost, state, lists: [] };
}

function accepted(
  assembly: Assembly,
  trial: Trial,
  k: number,
  decision: Decision,
  cost: number,
): Trial {
  const { entries, law } = assembly;
  const number = entries.number[k]!;
  const lists = entries.listOf(k);
  const fresh = lists.filter(
    (b) => decision === 'file' || !(isListed(assembly, trial, b) || has(assembly, trial, b)),
  );
  const state = { ...trial.state };
  const opening = decision === 'file' ? 'none' : openingOf(assembly, trial, number);
  follow(state, entries.numbers, {
    number,
    day: entries.day[k]!,
    decision,
    opening,
    lists: law.lines === 'all' ? fresh : [],
  });
  const isSameFile = trial.isSameFile && decision !== 'file';
  return { before: trial, entry: k, decision, cost, state, isSameFile, lists };
}
