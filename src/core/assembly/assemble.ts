import type { Entries } from '../formats/entries';
import { Histories } from '../history/histories';
import { isNextLower, NO_NUMBER, type NumberId } from '../history/numbers';
import { printable } from '../text/printable';
import { Assembly, Fate } from './assembly';
import { closeFile } from './closeFile';
import { finish } from './finish';
import { fits, isComplete, judge, startsNext } from './judge';
import { lawOf } from './law';
import { noteSection } from './noteSection';
import { quotedLogs } from './quotedLogs';
import { readSorted } from './readSorted';
import { sectionsOf, type Section } from './sections';
import { readStated } from './readStated';

/** A pause is offered each time that this many entries are taken. */
const STEP = 1 << 11;
/** An entry that is judged, because it does not fit, takes as long as this many that fit. */
const JUDGED = 64;

/**
 * One history a file. Files that the format states are taken as they are stated. A page names none,
 * but `cvs log` prints each in one order: the trunk from its head down, then for each trunk revision
 * from oldest to newest its branches by descending number, each from its tip down to `.1` and
 * followed by its own branches. So an entry that fits there belongs to the file; a trunk revision
 * that the file cannot continue with starts the next; and what fits nowhere is judged by what follows
 * it. Pages of a part have laws of their own; see `lawOf`. Yields the offset that it has come to.
 */
export function* assemble(entries: Entries): Generator<number, Histories> {
  const assembly = new Assembly(entries);
  if (entries.files.length > 0) {
    readStated(assembly);
    yield entries.bytes.length;
    return yield* finish(assembly);
  }
  const { sections, quoted, repeated } = sectionsOf(entries);
  for (const e of repeated) assembly.fates[e] = Fate.dropped;
  for (const section of sections) {
    const offset = entries.start[section.from] ?? 0;
    yield offset;
    const quotedLog = quotedLogs(entries, section);
    yield offset;
    const law = lawOf(entries, section, quotedLog);
    yield offset;
    const isTurned = law.order === 'oldest first';
    if (isTurned) entries.reverse(section.from, section.to);
    const firstFile = assembly.fileStarts.length;
    assembly.openSection(section.to, law);
    const quotes = isTurned ? new Map<number, number>() : quotedLog;
    for (const [e, of] of quotes) noteQuoted(assembly, e, of);
    if (law.order === 'sorted' || law.order === 'mixed') readSorted(assembly, section);
    else yield* readInOrder(assembly, section);
    // They counted as nothing; now they are text of the messages that quote them.
    for (const e of quotes.keys()) assembly.fates[e] = Fate.text;
    if (isTurned) turnBack(assembly, section, firstFile);
    noteSection(assembly, section, law);
  }
  return yield* finish(assembly, quoted);
}

function noteQuoted({ entries, fates, problems }: Assembly, e: number, of: number): void {
  const { numbers, number, line } = entries;
  fates[e] = Fate.dropped;
  const data = { number: numbers.text(number[e]!), of: numbers.text(number[of]!) };
  problems.push({ line: line[e]!, code: 'quoted-revision', data });
}

function* readInOrder(assembly: Assembly, { from, to }: Section): Generator<number> {
  const { entries } = assembly;
  let work = 0;
  for (let e = from; e < to;) {
    work++;
    if (assembly.fates[e] === Fate.dropped) {
      e++;
    } else if (entries.numbers.isWord(entries.number[e]!)) {
      readWord(assembly, e);
      e++;
    } else if (fits(assembly, e)) {
      if (startsNext(assembly, e)) {
        closeFile(assembly);
        assembly.openFile(e);
      }
      assembly.accept(e, 'fits');
      e++;
    } else if (assembly.isText(e) || isMisnumbered(assembly, e)) {
      e++;
    } else {
      e = judge(assembly, e);
      work += JUDGED;
    }
    if (work > STEP) {
      work = 0;
      yield entries.start[e - 1]!;
    }
  }
  closeFile(assembly, false);
}

/**
 * A revision with a word for its number: of the current file, unless that has come to its end. Where
 * its neighbours leave one number for it, it has that.
 */
function readWord(assembly: Assembly, e: number): void {
  const { entries, state } = assembly;
  const { numbers } = entries;
  const isOver = state.last !== NO_NUMBER && numbers.part(state.last) <= 1 && isComplete(assembly);
  const text = numbers.text(entries.number[e]!);
  const number = numberBetween(assembly, e, isOver);
  if (text === '' && number === undefined && assembly.isOpen && !isOver) {
    // Where nothing is missing, a line without a number is of the message above.
    const of = numbers.text(entries.number[assembly.newest]!);
    assembly.problems.push({
      line: entries.line[e]!,
      code: 'unread-headers',
      data: { lines: 1, of },
    });
    return;
  }
  const data = {
    text: printable(text),
    number: number === undefined ? null : numbers.text(number),
  };
  assembly.problems.push({ line: entries.line[e]!, code: 'impossible-number', data });
  if (!assembly.isOpen || isOver) {
    closeFile(assembly);
    assembly.openFile(e);
  }
  if (number !== undefined) entries.renumber(e, number);
  assembly.accept(e, number === undefined ? 'word' : 'fits');
}

/** Does entry e list the branches of the next lower number? Then it is that one, and is accepted. */
function isMisnumbered(assembly: Assembly, e: number): boolean {
  const { entries, state, problems } = assembly;
  const { numbers } = entries;
  if (state.last === NO_NUMBER) return false;
  const point = entries.pointListed(e);
  if (point === undefined || !isNextLower(numbers, state.last, point)) return false;
  if (assembly.seen(point) !== undefined) return false;
  const data = { text: numbers.text(entries.number[e]!), number: numbers.text(point) };
  problems.push({ line: entries.line[e]!, code: 'wrong-number', data });
  entries.renumber(e, point);
  assembly.accept(e, 'fits');
  return true;
}

/** The number that is missing exactly where entry e stands: below the one above, or above the head below. */
function numberBetween(
  { entries, state, to }: Assembly,
  e: number,
  isOver: boolean,
): NumberId | undefined {
  const { numbers, number } = entries;
  const next = e + 1 < to && !numbers.isWord(number[e + 1]!) ? number[e + 1]! : NO_NUMBER;
  if (state.last === NO_NUMBER || isOver) {
    if (next === NO_NUMBER) return undefined;
    return numbers.child(numbers.parent(next), numbers.part(next) + 1);
  }
  const part = numbers.part(state.last);
  if (part <= 1) return undefined;
  const wanted = numbers.child(numbers.parent(state.last), part - 1);
  if (next === wanted) return undefined;
  return part === 2 || (next !== NO_NUMBER && isNextLower(numbers, wanted, next))
    ? wanted
    : undefined;
}

/** Brings a page that runs oldest first, and was read from its end, back into its own order. */
function turnBack(assembly: Assembly, { from, to }: Section, firstFile: number): void {
  const { entries, fates, lists, predecessors, fileStarts } = assembly;
  const turned = (e: number): number => from + to - 1 - e;
  entries.reverse(from, to);
  for (const column of [fates, lists, predecessors]) column.subarray(from, to).reverse();
  for (let e = from; e < to; e++)
    if (predecessors[e]! >= from) predecessors[e] = turned(predecessors[e]!);
  const starts = fileStarts.splice(firstFile);
  const ends = [...starts.slice(1), to];
  for (const end of ends.reverse()) {
    let start = turned(end - 1);
    while (start < to && fates[start] !== Fate.revision) start++;
    fileStarts.push(start);
  }
}
