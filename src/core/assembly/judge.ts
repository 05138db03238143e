import { NO_REVISION } from '../history/ids';
import { isNextLower, NO_NUMBER, type NumberId } from '../history/numbers';
import { Fate, type Assembly } from './assembly';
import { closeFile } from './closeFile';
import { hasLostText, mayBeSwallowed } from './swallowed';
import { COST, costOfEnd } from './costs';
import { isTooYoung } from './tooYoung';
import { startTrial, tryEntry } from './trial';
import type { Trial } from './trialFile';

/** How many entries a decision looks ahead, and how many of them it decides. */
const LOOK_AHEAD = 24;
const DECIDED = 8;
/** How many readings of what follows are weighed against each other. */
const READINGS = 6;
/** A page may be cut anywhere, so what its last file lacks counts less. */
const PAGE_END = 0.5;
/** A reading that is worse by so much than the best need not be followed. */
const SETTLED = 3;
/** So many branches out of the order of RCS are a file's own order. */
const HABIT = 16;

/** Is entry e what the law of its page lets follow here? */
export function fits(assembly: Assembly, e: number): boolean {
  const { entries, state, law } = assembly;
  const { last } = state;
  if (last === NO_NUMBER || assembly.isText(e)) return false;
  const { numbers } = entries;
  const number = entries.number[e]!;
  if (isNextLower(numbers, last, number)) {
    if (mayBeSwallowed(entries, e)) return false;
    if (e + 1 < assembly.to && entries.number[e + 1] === number) return false;
    return assembly.seen(number) === undefined && !isTooYoung(entries, state, e);
  }
  if (numbers.part(last) > 1) return false;
  if (law.isSingle && numbers.isTrunk(number)) return false;
  if (law.lines === 'one' || numbers.isTrunk(number)) {
    return isComplete(assembly) && !entries.isLoose(e) && !mayContinue(assembly, number);
  }
  return isNextBranch(assembly, numbers.parent(number)) && !isBelowNext(assembly, e);
}

/** Is an entry that fits the first of the next file? */
export function startsNext({ entries, state, law }: Assembly, e: number): boolean {
  const number = entries.number[e]!;
  if (isNextLower(entries.numbers, state.last, number)) return false;
  return law.lines === 'one' || entries.numbers.isTrunk(number);
}

/** Comes a branch next? Where a file prints its branches in another order, each that it lists may. */
function isNextBranch(assembly: Assembly, branch: NumberId): boolean {
  const { next, misplaced } = assembly.state;
  if (next === branch) return true;
  if (misplaced <= HABIT || assembly.seen(branch) !== undefined) return false;
  return assembly.listed(branch) !== undefined;
}

/** Does a higher revision of its branch stand right below? Then entry e is hardly the branch's tip. */
function isBelowNext({ entries, to }: Assembly, e: number): boolean {
  const { numbers, number } = entries;
  if (e + 1 >= to || numbers.parent(number[e + 1]!) !== numbers.parent(number[e]!)) return false;
  return numbers.part(number[e + 1]!) > numbers.part(number[e]!);
}

/** Has the file all that it promises, so that the next trunk revision starts another? */
export function isComplete({ entries, state }: Assembly): boolean {
  const oldest = state.oldest === NO_NUMBER ? state.last : state.oldest;
  return state.pending === 0 && !state.isIrregular && entries.numbers.part(oldest) <= 1;
}

/** From 2.1 a trunk may go on to 1.9. */
function mayContinue({ entries, state }: Assembly, number: NumberId): boolean {
  const { numbers } = entries;
  return state.onTrunk && numbers.isTrunk(number) && numbers.compareOnLine(number, state.last) < 0;
}

/**
 * Decides what entry e and some that follow are, where `fits` does not: revisions after a gap, out
 * of their order or for the second time, the first of the next file, or text that a message
 * quotes. Several readings of what follows are weighed, and the one that leaves the least
 * unexplained is taken. Returns the entry to go on with.
 */
export function judge(assembly: Assembly, e: number): number {
  const from = firstTextBefore(assembly, e);
  let readings: Trial[] = [startTrial(assembly)];
  const to = Math.min(assembly.to, e + LOOK_AHEAD);
  for (let k = from; k < to; k++) {
    if (assembly.fates[k] === Fate.dropped) continue;
    readings = readings.flatMap((reading) => tryEntry(assembly, reading, k));
    readings.sort((a, b) => a.cost - b.cost);
    if (readings.length > READINGS) readings.length = READINGS;
    if (k > e && isSettled(readings)) break;
  }
  if (to === assembly.to) weighEnd(assembly, readings);
  return settle(assembly, from, e, readings[0]!);
}

/** At the end of a section, what its last file lacks counts, too. */
function weighEnd({ entries, law }: Assembly, readings: Trial[]): void {
  const cost = ({ cost, state, decision }: Trial): number => {
    if (state.last === NO_NUMBER) return cost;
    const end = costOfEnd(entries.numbers, state, law.isCut);
    const unresumed = decision === 'quote' && end > 0 ? COST.quoteUnresumed : 0;
    return cost + PAGE_END * end + unresumed;
  };
  readings.sort((a, b) => cost(a) - cost(b));
}

/** Entries with ordinary blanks, in a page where others have none, since the last revision. */
function firstTextBefore(assembly: Assembly, e: number): number {
  let from = e;
  const floor = assembly.newest === NO_REVISION ? e : assembly.newest + 1;
  while (from > floor && e - from < LOOK_AHEAD && assembly.isText(from - 1)) from--;
  return from;
}

/** Is there one reading only, or one far better than the others? */
function isSettled(readings: readonly Trial[]): boolean {
  return readings.length === 1 || readings[1]!.cost > readings[0]!.cost + SETTLED;
}

/** Does what a reading says of its first entries. */
function settle(assembly: Assembly, from: number, e: number, reading: Trial): number {
  const path: Trial[] = [];
  for (let at: Trial | undefined = reading; at?.entry !== undefined; at = at.before) path.push(at);
  path.reverse();
  let at = from;
  let isQuoting = false;
  for (const { entry, decision } of path) {
    if (entry! >= e + DECIDED) break;
    // Its list may tell another number, by what stands above it then.
    if (entry! > e && assembly.entries.pointListed(entry!) !== undefined) return entry!;
    at = entry! + 1;
    if (decision === 'text') continue;
    if (decision === 'quote' && !isQuoting) noteQuote(assembly, entry!);
    isQuoting = decision === 'quote';
    if (isQuoting) continue;
    if (decision === 'word') return entry!;
    if (decision === 'duplicate') noteDuplicate(assembly, entry!);
    else {
      // What has but words for numbers so far goes on with the first number.
      if (decision === 'file' && !(assembly.isOpen && assembly.state.last === NO_NUMBER)) {
        closeFile(assembly);
        assembly.openFile(entry!);
      }
      assembly.accept(entry!, decision);
    }
  }
  return at;
}

function noteDuplicate(assembly: Assembly, e: number): void {
  const { entries } = assembly;
  assembly.fates[e] = Fate.dropped;
  const number = entries.numbers.text(entries.number[e]!);
  assembly.problems.push({ line: entries.line[e]!, code: 'duplicate-revision', data: { number } });
}

function noteQuote(assembly: Assembly, e: number): void {
  const { entries, newest } = assembly;
  if (newest === NO_REVISION) return;
  assembly.state.quotes++;
  if (e > 0 && hasLostText(entries, e - 1)) assembly.fates[e] = Fate.dropped;
  const number = entries.numbers.text(entries.number[e]!);
  const of = entries.numbers.text(entries.number[newest]!);
  assembly.problems.push({ line: entries.line[e]!, code: 'quoted-revision', data: { number, of } });
}
