import type { Entries } from '../formats/entries';
import { NO_NUMBER } from '../formats/entries';
import { continues, type Assembly } from './assembly';
import { closeFile } from './closeFile';
import { NO_DATE } from './dates';
import { NO_REVISION } from './histories';
import { isNextLower, type NumberId } from './numbers';

/** How far a decision looks ahead: quotes are short, and the cost stays in a straight line. */
const LOOK_AHEAD = 64;

/** Is entry e what the order of `cvs log` lets follow here? */
export function fits(assembly: Assembly, e: number): boolean {
  const { entries, last } = assembly;
  const number = entries.number[e]!;
  if (number === NO_NUMBER || (assembly.strictPage && entries.isLoose(e))) return false;
  if (last === NO_REVISION || assembly.fileStart === NO_REVISION) return false;
  return continues(entries, last, number) || opensListedBranch(assembly, number);
}

/** A branch that the file lists opens with its tip, when the line before it has come to its end. */
function opensListedBranch(assembly: Assembly, number: NumberId): boolean {
  const { numbers, number: column } = assembly.entries;
  if (numbers.isTrunk(number) || assembly.pending === 0) return false;
  const branch = numbers.parent(number);
  return (
    numbers.part(column[assembly.last]!) === 1 &&
    assembly.seen(branch) === undefined &&
    assembly.listed(branch) !== undefined
  );
}

/** Has the file all that it promises, so that the next trunk revision starts another? */
function isComplete(assembly: Assembly): boolean {
  const { numbers, number } = assembly.entries;
  return (
    assembly.last !== NO_REVISION &&
    assembly.pending === 0 &&
    numbers.part(number[assembly.last]!) === 1 &&
    numbers.part(number[assembly.oldest === NO_REVISION ? assembly.last : assembly.oldest]!) === 1
  );
}

/**
 * Decides what entry e is, where `fits` does not: text that a message quotes, a revision after a
 * gap, one that stands twice or out of its order, or the first of the next file. Returns the
 * entry to go on with.
 */
export function judge(assembly: Assembly, e: number): number {
  const { entries } = assembly;
  if (assembly.strictPage && entries.isLoose(e)) return e + 1;
  const { numbers } = entries;
  const number = entries.number[e]!;

  if (assembly.fileStart === NO_REVISION) {
    if (entries.isLoose(e) && !startsCredibly(assembly, e)) return e + 1;
    return startFile(assembly, e);
  }
  const trunk = numbers.isTrunk(number);
  if (trunk && isComplete(assembly) && !continuesTrunk(assembly, e) && !fillsTrunkGap(assembly, e)) {
    if (entries.isLoose(e) && !startsCredibly(assembly, e)) return quote(assembly, e, e + 1);
    return startFile(assembly, e);
  }
  if (leavesMissingPoint(assembly, number)) return acceptIrregular(assembly, e);
  const quoteEnd = findQuoteEnd(assembly, e);
  if (quoteEnd !== undefined) return quote(assembly, e, quoteEnd);
  const bridge = assembly.strictPage ? findBridge(assembly, e) : undefined;
  if (bridge !== undefined) {
    for (const loose of bridge) assembly.accept(loose);
    return e;
  }
  return trunk ? judgeTrunk(assembly, e) : judgeBranch(assembly, e);
}

function judgeTrunk(assembly: Assembly, e: number): number {
  const { entries, head } = assembly;
  if (head === NO_REVISION) return startFile(assembly, e);
  if (repeats(assembly, e)) return skipDuplicate(assembly, e);
  if (assembly.onTrunk && continuesTrunk(assembly, e)) {
    if (entries.isLoose(e) && !startsCredibly(assembly, e)) return quote(assembly, e, e + 1);
    return acceptIrregular(assembly, e);
  }
  if (fillsTrunkGap(assembly, e)) {
    return acceptIrregular(assembly, e);
  }
  if (entries.isLoose(e) && !startsCredibly(assembly, e)) return quote(assembly, e, e + 1);
  return startFile(assembly, e);
}

function judgeBranch(assembly: Assembly, e: number): number {
  const { entries, head } = assembly;
  const { numbers } = entries;
  const number = entries.number[e]!;
  const branch = numbers.parent(number);
  if (assembly.seen(number) !== undefined) return skipDuplicate(assembly, e);
  if (assembly.seen(branch) !== undefined) return acceptIrregular(assembly, e);
  if (assembly.seen(numbers.pointOf(branch)) !== undefined) {
    if (entries.isLoose(e) && assembly.listed(branch) === undefined) return quote(assembly, e, e + 1);
    return acceptIrregular(assembly, e);
  }
  // A branch point above the head is impossible, unless the log was cut above the file.
  const point = trunkOf(entries, number);
  const above = head !== NO_REVISION && isAboveTip(assembly, point, entries.number[head]!);
  if ((above && !assembly.firstOfPage) || entries.isLoose(e)) return quote(assembly, e, e + 1);
  return acceptIrregular(assembly, e);
}

/** At the end of a line, a branch whose point is missing where its own line could have had it. */
function leavesMissingPoint(assembly: Assembly, number: NumberId): boolean {
  const { entries, last, head } = assembly;
  const { numbers } = entries;
  if (numbers.isTrunk(number) || numbers.part(entries.number[last]!) !== 1) return false;
  const point = numbers.pointOf(numbers.parent(number));
  if (assembly.seen(point) !== undefined || assembly.seen(number) !== undefined) return false;
  const tip = numbers.isTrunk(point) ? head : assembly.seen(numbers.parent(point));
  return tip !== undefined && tip !== NO_REVISION && !isAboveTip(assembly, point, entries.number[tip]!);
}

/** Is it above all that the line has, even if the line's newest is missing? */
function isAboveTip({ entries }: Assembly, number: NumberId, tip: NumberId): boolean {
  const { numbers } = entries;
  return numbers.compareOnLine(number, tip) > 0 && !isNextLower(numbers, number, tip);
}

function trunkOf(entries: Entries, number: NumberId): NumberId {
  while (!entries.numbers.isTrunk(number)) number = entries.numbers.parent(number);
  return number;
}

/** Lower on the trunk than the file's last, and not later: `1.9` under `2.1`, or over a gap. */
function continuesTrunk(assembly: Assembly, e: number): boolean {
  const { entries, last } = assembly;
  return (
    assembly.onTrunk &&
    entries.numbers.isTrunk(entries.number[last]!) &&
    entries.numbers.compareOnLine(entries.number[e]!, entries.number[last]!) < 0 &&
    notLater(entries, e, entries.day[last]!)
  );
}

/**
 * The number lies within the trunk so far, but the file lacks it. What is followed by a revision
 * that the file has already is the next file's head.
 */
function fillsTrunkGap(assembly: Assembly, e: number): boolean {
  const { entries, head, oldest } = assembly;
  const { numbers } = entries;
  const number = entries.number[e]!;
  if (!assembly.irregular || head === NO_REVISION || assembly.seen(number) !== undefined) return false;
  const next = e + 1 < assembly.to ? entries.number[e + 1]! : NO_NUMBER;
  if (next !== NO_NUMBER && isNextLower(numbers, number, next) && assembly.seen(next) !== undefined) {
    return false;
  }
  return (
    notLater(entries, e, entries.day[head]!) &&
    numbers.compareOnLine(number, entries.number[head]!) < 0 &&
    numbers.compareOnLine(number, entries.number[oldest]!) > 0
  );
}

/**
 * The file has this number, and is not at its end: the same record again, or at once another
 * one. A complete file is followed by the next, which may open with the same record.
 */
function repeats(assembly: Assembly, e: number): boolean {
  const { entries, last } = assembly;
  const number = entries.number[e]!;
  const seen = assembly.seen(number);
  if (seen === undefined || isComplete(assembly)) return false;
  if (seen === last && entries.numbers.part(number) > 1) return true;
  return assembly.isSameRecord(seen, e);
}

function notLater(entries: Entries, e: number, day: number): boolean {
  return entries.day[e] === NO_DATE || day === NO_DATE || entries.day[e]! <= day;
}

function startFile(assembly: Assembly, e: number): number {
  closeFile(assembly);
  assembly.openFile();
  assembly.accept(e);
  return e + 1;
}

function acceptIrregular(assembly: Assembly, e: number): number {
  assembly.irregular = true;
  assembly.accept(e);
  return e + 1;
}

function skipDuplicate(assembly: Assembly, e: number): number {
  const { entries } = assembly;
  assembly.drop(e);
  assembly.problems.push({
    line: entries.line[e]!,
    code: 'duplicate-revision',
    message: `Revision ${entries.numbers.text(entries.number[e]!)} stands here for the second time in its file, so only the first counts.`,
  });
  return e + 1;
}

/** Entries [e, to) belong to the message before them. */
function quote(assembly: Assembly, e: number, to: number): number {
  const { entries, last } = assembly;
  if (!assembly.strictPage) return to;
  const number = entries.numbers.text(entries.number[e]!);
  const of = entries.numbers.text(entries.number[last]!);
  assembly.problems.push({
    line: entries.line[e]!,
    code: 'quoted-revision',
    message: `Revision ${number} cannot stand here, so it is read as text of the message of ${of}.`,
  });
  return to;
}

/**
 * Where a quote that starts at entry e ends: at the first entry that the file can continue with
 * and the quote cannot. Nothing in a quote is later than the message around it.
 *
 *     1.20  ┐ the file's         1.5   ┐ entry e, ...
 *     1.19  ┘ last, and then     1.4   ┘ ... the quote's end, because 1.18 follows: 1.18
 */
function findQuoteEnd(assembly: Assembly, e: number): number | undefined {
  const { entries, last } = assembly;
  const day = entries.day[last]!;
  const run: number[] = [];
  for (let k = e; k < assembly.to && run.length < LOOK_AHEAD; k++) {
    const number = entries.number[k]!;
    if (number === NO_NUMBER || (assembly.strictPage && entries.isLoose(k))) continue;
    if (!notLater(entries, k, day)) return undefined;
    if (run.length > 0 && fits(assembly, k) && !continuesRun(entries, run, number)) {
      return run.length === 1 && isMissedBelow(assembly, run[0]!, k) ? undefined : k;
    }
    // Down to the first revision of a trunk, and no way back: that was a file.
    const before = run.at(-1);
    if (before !== undefined && entries.numbers.isTrunk(before) && entries.numbers.part(before) === 1) {
      return undefined;
    }
    run.push(number);
  }
  return undefined;
}

function continuesRun(entries: Entries, run: readonly NumberId[], number: NumberId): boolean {
  const { numbers } = entries;
  const before = run.at(-1)!;
  if (numbers.parent(before) === numbers.parent(number)) return isNextLower(numbers, before, number);
  return !numbers.isTrunk(number) && run.includes(numbers.pointOf(numbers.parent(number)));
}

/** Does the line of descent that goes on at entry k lack `number`? Then it is out of order. */
function isMissedBelow(assembly: Assembly, number: NumberId, k: number): boolean {
  const { entries } = assembly;
  const { numbers } = entries;
  if (numbers.parent(number) !== numbers.parent(entries.number[assembly.last]!)) return false;
  let above = entries.number[k]!;
  for (let i = k; i < assembly.to && i < k + LOOK_AHEAD; i++) {
    const next = entries.number[i]!;
    if (next === number) return false;
    if (numbers.parent(next) !== numbers.parent(number)) break;
    if (numbers.part(next) < numbers.part(number)) return true;
    if (numbers.part(next) > numbers.part(above)) break;
    above = next;
  }
  return numbers.part(above) === numbers.part(number) + 1;
}

/** Entries with ordinary blanks that lead without a gap from the file's last to entry e. */
function findBridge(assembly: Assembly, e: number): number[] | undefined {
  const { entries, last } = assembly;
  const { numbers } = entries;
  const bridge: number[] = [];
  let before = entries.number[last]!;
  for (let k = e - 1; k >= 0 && entries.isLoose(k) && entries.start[k]! > entries.start[last]!; k--) {
    bridge.unshift(k);
  }
  const chain = bridge.filter((k) => {
    const number = entries.number[k]!;
    const next = isNextLower(numbers, before, number);
    if (next) before = number;
    return next;
  });
  return chain.length > 0 && isNextLower(numbers, before, entries.number[e]!) ? chain : undefined;
}

/** Does what follows entry e agree that a revision starts there? For fields apart by blanks. */
function startsCredibly(assembly: Assembly, e: number): boolean {
  const { entries } = assembly;
  const { numbers } = entries;
  const number = entries.number[e]!;
  if (numbers.part(number) === 1 || e + 1 >= assembly.to) return true;
  const next = entries.number[e + 1]!;
  if (next === NO_NUMBER) return true;
  if (!numbers.isTrunk(next)) return numbers.pointOf(numbers.parent(next)) === number;
  return numbers.isTrunk(number) && numbers.compareOnLine(next, number) < 0;
}
