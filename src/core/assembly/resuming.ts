import { daysLate } from '../history/dates';
import { isNextLower, NO_NUMBER, type NumberId, type Numbers } from '../history/numbers';
import type { Assembly } from './assembly';
import { COST } from './costs';
import type { FileState } from './fileState';
import type { Trial } from './trialFile';

/** Any file may have the head 1.2; heads from 1.10 on meet others by chance only. */
const LOW = 2;
const HIGH = 8;

/**
 * What it costs that a file begins with the number that the trunk above would go on with, with its last
 * number, or with one that is missing between its last two. Few files have a high head by chance, but
 * many a low one.
 */
export function costOfResuming(numbers: Numbers, trial: Trial, number: NumberId): number {
  const { state, decision } = trial;
  const { oldest, last } = state;
  if (oldest === NO_NUMBER) return 0;
  const chance = Math.max(0, Math.min(1, (numbers.part(number) - LOW) / HIGH));
  const isInGap = decision === 'gap' && fallsIntoGap(numbers, trial, number);
  if (isInGap || number === last) return COST.resumed * chance;
  if (last === oldest || !isNextLower(numbers, oldest, number)) return 0;
  return COST.resumed * (decision === 'fits' ? chance : 1);
}

function fallsIntoGap(numbers: Numbers, { state, before }: Trial, number: NumberId): boolean {
  const above = before!.state.last;
  if (numbers.parent(above) !== numbers.parent(number)) return false;
  const isBelow = numbers.part(number) < numbers.part(above);
  return isBelow && state.last === state.oldest && numbers.part(number) > numbers.part(state.last);
}

/** Goes the file on with a number that a reading had before it opened another, or but for that one? */
export function resumes(numbers: Numbers, { state, before }: Trial, number: NumberId): boolean {
  if (goesOn(numbers, state, number)) return false;
  const { last } = before!.state;
  return goesOn(numbers, before!.state, number) || isNextButOne(numbers, last, number);
}

/** Is a number what comes next by the order of RCS, the next lower or the tip of the next branch? */
function goesOn(numbers: Numbers, state: FileState, number: NumberId): boolean {
  const { last } = state;
  if (last === NO_NUMBER) return false;
  return isNextLower(numbers, last, number) || opensExpected(numbers, state, number);
}

function opensExpected(numbers: Numbers, { next }: FileState, number: NumberId): boolean {
  return !numbers.isTrunk(number) && next === numbers.parent(number);
}

/** Is the entry before a later one, alone, and would the file go on with this number without it? */
export function isDisplaced({ entries }: Assembly, trial: Trial, number: NumberId): boolean {
  if (trial.decision !== 'quote' || trial.before?.decision === 'quote') return false;
  const isNext = goesOn(entries.numbers, trial.state, number);
  return isNext && daysLate(entries.day[trial.entry!]!, trial.state.lastDay) > 0;
}

/**
 * Is one entry alone a quotation between 1.10 and 1.8, and dated as 1.9 would be? Then it is 1.9 with
 * a damaged number.
 */
export function fillsGap({ entries }: Assembly, trial: Trial, k: number): boolean {
  const { numbers, number, day } = entries;
  const { last, lastDay } = trial.state;
  if (trial.decision !== 'quote' || trial.before?.decision === 'quote') return false;
  if (!isNextButOne(numbers, last, number[k]!)) return false;
  const between = day[trial.entry!]!;
  return daysLate(between, lastDay) === 0 && daysLate(day[k]!, between) === 0;
}

function isNextButOne(numbers: Numbers, above: NumberId, number: NumberId): boolean {
  if (above === NO_NUMBER || numbers.parent(above) !== numbers.parent(number)) return false;
  return numbers.part(above) - numbers.part(number) === 2;
}
