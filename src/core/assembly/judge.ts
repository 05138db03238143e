import { NO_NUMBER } from '../formats/entries';
import type { Assembly } from './assembly';
import { closeFile } from './closeFile';
import { NO_REVISION } from '../history/histories';
import { isNextLower, type NumberId } from '../history/numbers';
import { costOfEnd, startTrial, tryEntry, type Trial } from './trial';

/** How many entries a decision looks ahead, and how many of them it decides. */
const LOOK_AHEAD = 24;
const DECIDED = 8;
/** How many readings of what follows are weighed against each other. */
const READINGS = 6;

/** Is entry e what the order of `cvs log` lets follow here? */
export function fits(assembly: Assembly, e: number): boolean {
  const { entries, last } = assembly;
  const number = entries.number[e]!;
  if (number === NO_NUMBER || last === NO_REVISION || assembly.fileStart === NO_REVISION)
    return false;
  if (assembly.strictPage && entries.isLoose(e)) return false;
  const { numbers } = entries;
  const before = entries.number[last]!;
  if (isNextLower(numbers, before, number)) return assembly.seen(number) === undefined;
  if (numbers.part(before) !== 1) return false;
  if (numbers.isTrunk(number))
    return isComplete(assembly) && !entries.isLoose(e) && !mayContinue(assembly, number);
  return assembly.pending > 0 && opensListedBranch(assembly, number);
}

/** Is an entry that fits a trunk revision that the file cannot continue with? */
export function startsNext({ entries, last }: Assembly, e: number): boolean {
  const number = entries.number[e]!;
  return (
    entries.numbers.isTrunk(number) && !isNextLower(entries.numbers, entries.number[last]!, number)
  );
}

/** A branch that the file lists opens with its tip, when the line before it has come to its end. */
function opensListedBranch(assembly: Assembly, number: NumberId): boolean {
  const branch = assembly.entries.numbers.parent(number);
  return assembly.seen(branch) === undefined && assembly.listed(branch) !== undefined;
}

/** Has the file all that it promises, so that the next trunk revision starts another? */
function isComplete(assembly: Assembly): boolean {
  const { numbers, number } = assembly.entries;
  const oldest = assembly.oldest === NO_REVISION ? assembly.last : assembly.oldest;
  return assembly.pending === 0 && !assembly.irregular && numbers.part(number[oldest]!) === 1;
}

/** From 2.1 a trunk may go on to 1.9. */
function mayContinue(assembly: Assembly, number: NumberId): boolean {
  const { numbers, number: column } = assembly.entries;
  return assembly.onTrunk && numbers.compareOnLine(number, column[assembly.last]!) < 0;
}

/**
 * Decides what entry e and some that follow are, where `fits` does not: revisions after a gap, out
 * of their order or for the second time, the first of the next file, or text that a message
 * quotes. Several readings of what follows are weighed, and the one that leaves the least
 * unexplained is taken. Returns the entry to go on with.
 */
export function judge(assembly: Assembly, e: number): number {
  const from = assembly.strictPage ? firstLooseBefore(assembly, e) : e;
  let readings: Trial[] = [startTrial(assembly)];
  const to = Math.min(assembly.to, e + LOOK_AHEAD);
  for (let k = from; k < to; k++) {
    readings = readings.flatMap((reading) => tryEntry(assembly, reading, k));
    readings.sort((a, b) => a.cost - b.cost);
    if (readings.length > READINGS) readings.length = READINGS;
    if (k > e && isSettled(readings)) break;
  }
  if (to === assembly.to) weighEnd(assembly, readings);
  return settle(assembly, from, e, readings[0]!);
}

/** At the end of a page, what its last file lacks counts, too. */
function weighEnd({ entries }: Assembly, readings: Trial[]): void {
  const cost = (reading: Trial): number =>
    reading.cost + (reading.last === NO_NUMBER ? 0 : costOfEnd(entries.numbers, reading));
  readings.sort((a, b) => cost(a) - cost(b));
}

/** Entries with ordinary blanks, in a page where others have none, since the last revision. */
function firstLooseBefore({ entries, last }: Assembly, e: number): number {
  const floor = last === NO_REVISION ? e : entries.start[last]!;
  let from = e;
  while (
    from > 0 &&
    e - from < LOOK_AHEAD &&
    entries.isLoose(from - 1) &&
    entries.start[from - 1]! > floor
  ) {
    from--;
  }
  return from;
}

/** Is there one reading only, or one far better than the others? */
function isSettled(readings: readonly Trial[]): boolean {
  return readings.length === 1 || readings[1]!.cost > readings[0]!.cost + 3;
}

/** Does what a reading says of its first entries. */
function settle(assembly: Assembly, from: number, e: number, reading: Trial): number {
  const path: Trial[] = [];
  for (let at: Trial | undefined = reading; at?.entry !== undefined; at = at.before) path.push(at);
  path.reverse();
  const { entries } = assembly;
  let at = from;
  let isQuoting = false;
  for (const { entry, decision } of path) {
    if (entry! >= e + DECIDED) break;
    at = entry! + 1;
    const number = entries.number[entry!]!;
    if (decision === 'text') continue;
    if (decision === 'quote' && !isQuoting) noteQuote(assembly, entry!);
    isQuoting = decision === 'quote';
    if (isQuoting) continue;
    if (number === NO_NUMBER) return entry!;
    if (decision === 'file') {
      closeFile(assembly);
      assembly.openFile();
      assembly.accept(entry!);
    } else if (decision === 'duplicate') {
      noteDuplicate(assembly, entry!);
    } else {
      if (decision !== 'fits') assembly.irregular = true;
      assembly.accept(entry!, decision === 'out-of-order');
    }
  }
  return at;
}

function noteDuplicate(assembly: Assembly, e: number): void {
  const { entries } = assembly;
  assembly.drop(e);
  assembly.problems.push({
    line: entries.line[e]!,
    code: 'duplicate-revision',
    message: `Revision ${entries.numbers.text(entries.number[e]!)} stands here for the second time in its file, so only the first counts.`,
  });
}

function noteQuote(assembly: Assembly, e: number): void {
  const { entries, last } = assembly;
  if (last === NO_REVISION) return;
  const number = entries.numbers.text(entries.number[e]!);
  const of = entries.numbers.text(entries.number[assembly.count - 1]!);
  assembly.problems.push({
    line: entries.line[e]!,
    code: 'quoted-revision',
    message: `Revision ${number} cannot stand here, so it is read as text of the message of ${of}.`,
  });
}
