import { NO_NUMBER, type NumberId } from '../../history/numbers';
import { ABSENT, type Archive } from './archive';
import { ADD, behindLine, DELETE } from './edits';

const AT = 0x40;
const LF = 10;
const CR = 13;

/** A delta whose edits do not fit what they are to change. */
export interface Fault {
  readonly revision: string;
  /** The line of its edits, counted from 1; 0 where it has no text. */
  readonly line: number;
}

export type RevisionText = { readonly text: Uint8Array } | { readonly fault: Fault };

/** A text, and the revision that brought each of its lines; they end at LF, CRLF or CR. */
export type AnnotatedText =
  { readonly text: Uint8Array; readonly origins: readonly string[] } | { readonly fault: Fault };

/** Where the lines of a text start in the archive's bytes; each has its `@` still doubled. */
type Lines = readonly number[];

/**
 * The text of a revision as it is stored, its keywords not expanded anew (as `co -ko` gives it): the
 * text of the head, changed by each delta on the way; see rcsfile(5).
 */
export function textOf(archive: Archive, place: number): RevisionText {
  const lines = linesAt(archive, wayTo(archive, place), place);
  return isFault(lines) ? lines : { text: joined(archive.bytes, lines) };
}

/**
 * The same, with the revision that brought each line. A branch stores the lines that it adds; a line
 * of the trunk is there as long as no delta on the way down takes it away:
 *
 *     1.3 ── 1.2 ── 1.1      a line of 1.3 that the delta of 1.1 deletes came with 1.2
 */
export function annotate(archive: Archive, place: number): AnnotatedText {
  const way = wayTo(archive, place);
  const lines = linesAt(archive, way, place);
  if (isFault(lines)) return lines;
  const origins = new Map<number, number>();
  const point = way.findLastIndex((each) => archive.numbers.isTrunk(archive.number[each]!));
  const isOnTrunk = point === way.length - 1;
  const onTrunk = isOnTrunk ? lines : linesAt(archive, way.slice(0, point + 1), place);
  if (isFault(onTrunk)) return onTrunk;
  let [newer, trunk] = [way[point]!, onTrunk.slice()];
  for (const older of trunkBelow(archive, newer)) {
    const next = edited(archive, older, trunk, (line) => origins.set(line, newer));
    // What stands above a fault is known; the rest is not younger than it.
    if (typeof next === 'number') break;
    [newer, trunk] = [older, next];
  }
  for (const line of trunk) if (!origins.has(line)) origins.set(line, newer);
  for (const delta of way.slice(point + 1)) {
    const [from, to] = [archive.textAt[delta]!, archive.textTo[delta]!];
    for (const line of lines) if (line >= from && line < to) origins.set(line, delta);
  }
  const text = joined(archive.bytes, lines);
  const { bytes } = archive;
  const told = lines.flatMap((line) => {
    const number = numberAt(archive, origins.get(line) ?? newer);
    return Array<string>(1 + loneReturns(bytes, line, endOfStored(bytes, line))).fill(number);
  });
  return { text, origins: told };
}

/** How many line ends an editor sees within a line of RCS, which ends at LF alone. */
function loneReturns(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to - 1; at++) if (bytes[at] === CR && bytes[at + 1] !== LF) count++;
  return count;
}

/** The trunk below a revision, the newest first. */
function* trunkBelow(archive: Archive, place: number): Generator<number> {
  for (let left = archive.count, at = place; left > 0; left--) {
    const next = archive.next[at]!;
    if (next === NO_NUMBER || (at = archive.find(next)) === ABSENT) return;
    if (archive.textAt[at] === ABSENT) return;
    yield at;
  }
}

/** The lines at the end of a way from the head. */
function linesAt(
  archive: Archive,
  [head, ...deltas]: readonly number[],
  place: number,
): number[] | { readonly fault: Fault } {
  if (head === undefined || archive.textAt[head] === ABSENT)
    return fault(archive, head ?? place, 0);
  let lines = linesOf(archive.bytes, archive.textAt[head]!, archive.textTo[head]!);
  for (const delta of deltas) {
    if (archive.textAt[delta] === ABSENT) return fault(archive, delta, 0);
    const next = edited(archive, delta, lines);
    if (typeof next === 'number') return fault(archive, delta, next);
    lines = next;
  }
  return lines;
}

function isFault(lines: Lines | { readonly fault: Fault }): lines is { readonly fault: Fault } {
  return 'fault' in lines;
}

function fault(archive: Archive, place: number, line: number): { readonly fault: Fault } {
  return { fault: { revision: numberAt(archive, place), line } };
}

function numberAt(archive: Archive, place: number): string {
  return archive.text(archive.numberAt[place]!, archive.numberTo[place]!);
}

/** The deltas from the head to a revision: down the trunk to its branch point, and up the branch. */
function wayTo(archive: Archive, place: number): number[] {
  const { numbers } = archive;
  const number = archive.number[place]!;
  // The revision's own ancestors on other lines, the nearest the trunk first.
  const marks: NumberId[] = [number];
  // A word is on no line, and a number that none can have may have no ancestor.
  for (let at = number; !numbers.isWord(at) && numbers.depth(at) > 2;) {
    at = numbers.pointOf(numbers.branchOf(at));
    marks.unshift(at);
  }
  const way: number[] = [];
  let from = archive.head;
  for (const [i, mark] of marks.entries()) {
    const line = lineTo(archive, from, mark);
    if (!line) return [];
    for (const place of line) way.push(place);
    const next = marks[i + 1];
    if (next !== undefined) from = firstOfBranch(archive, line.at(-1)!, next);
  }
  return way;
}

function lineTo(archive: Archive, from: NumberId, to: NumberId): number[] | undefined {
  const line: number[] = [];
  for (let number = from; number !== NO_NUMBER && line.length <= archive.count;) {
    const place = archive.find(number);
    if (place === ABSENT) return undefined;
    line.push(place);
    if (number === to) return line;
    number = archive.next[place]!;
  }
  return undefined;
}

/** The first revision of the branch that leaves a revision and leads to another. */
function firstOfBranch(archive: Archive, point: number, to: NumberId): NumberId {
  const { numbers, branches } = archive;
  for (let i = archive.branchesAt[point]!; i < archive.branchesTo[point]!; i++) {
    if (numbers.branchOf(branches[i]!) === numbers.branchOf(to)) return branches[i]!;
  }
  return NO_NUMBER;
}

function linesOf(bytes: Uint8Array, from: number, to: number): number[] {
  const lines: number[] = [];
  for (let at = from; at < to; at = behindLine(bytes, at, to)) lines.push(at);
  return lines;
}

/** An edit: lines go behind the first so many, and others come. */
interface Edit {
  readonly first: number;
  readonly removed: number;
  readonly added: readonly number[];
}

/** So few edits are made one by one; with more of them the lines are copied once. */
const FEW = 16;

/**
 * The lines after a delta's edits, which ascend; the line of the edit that does not fit. The lines that
 * are given may be changed in place, and are not to be used any more.
 */
function edited(
  archive: Archive,
  place: number,
  lines: number[],
  deleted?: (line: number) => void,
): number[] | number {
  const edits = readEdits(archive, place, lines.length);
  if (typeof edits === 'number') return edits;
  if (deleted)
    for (const { first, removed } of edits)
      for (let n = 0; n < removed; n++) deleted(lines[first + n]!);
  if (edits.length <= FEW && edits.every(({ added }) => added.length <= MOST_SPREAD)) {
    for (let i = edits.length - 1; i >= 0; i--) {
      const { first, removed, added } = edits[i]!;
      lines.splice(first, removed, ...added);
    }
    return lines;
  }
  const next: number[] = [];
  let done = 0;
  for (const { first, removed, added } of edits) {
    while (done < first) next.push(lines[done++]!);
    for (const line of added) next.push(line);
    done += removed;
  }
  while (done < lines.length) next.push(lines[done++]!);
  return next;
}

/** More arguments than this are not given to one call. */
const MOST_SPREAD = 1000;

/** The edits of a delta's text, for a text of so many lines; the line of the first that does not fit. */
function readEdits(
  { bytes, textAt, textTo }: Archive,
  place: number,
  lineCount: number,
): Edit[] | number {
  const edits: Edit[] = [];
  const to = textTo[place]!;
  let done = 0;
  let row = 1;
  for (let at = textAt[place]!; at < to; row++) {
    const command = bytes[at]!;
    const [line, behindFirst] = digits(bytes, at + 1, to);
    const [count] = digits(bytes, behindFirst + 1, to);
    at = behindLine(bytes, at, to);
    const first = command === DELETE ? line - 1 : line;
    const isSound = (command === ADD || command === DELETE) && first >= done && first <= lineCount;
    if (!isSound) return row;
    done = first;
    if (command === DELETE) {
      done += count;
      if (done > lineCount) return row;
      edits.push({ first, removed: count, added: [] });
      continue;
    }
    const added: number[] = [];
    for (let n = 0; n < count; n++, row++) {
      if (at >= to) return row + 1;
      added.push(at);
      at = behindLine(bytes, at, to);
    }
    edits.push({ first, removed: 0, added });
  }
  return edits;
}

/** Where a stored line ends: behind its LF, or at the `@` that ends the whole text. */
function endOfStored(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === LF) return at + 1;
    if (bytes[at] === AT && bytes[++at] !== AT) return at - 1;
  }
  return bytes.length;
}

/** The number that stands at an offset, and the offset behind it. */
function digits(bytes: Uint8Array, at: number, to: number): [number, number] {
  let value = 0;
  for (; at < to && bytes[at]! >= 0x30 && bytes[at]! <= 0x39; at++) {
    value = value * 10 + bytes[at]! - 0x30;
  }
  return [value, at];
}

function joined(bytes: Uint8Array, lines: Lines): Uint8Array {
  const ends = lines.map((from) => endOfStored(bytes, from));
  let size = 0;
  for (const [i, from] of lines.entries()) size += ends[i]! - from;
  const text = new Uint8Array(size);
  let offset = 0;
  for (const [i, from] of lines.entries()) {
    for (let at = from; at < ends[i]!; at++) {
      text[offset++] = bytes[at]!;
      if (bytes[at] === AT) at++;
    }
  }
  return text.subarray(0, offset);
}
