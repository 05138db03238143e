import type { Entries } from '../formats/entries';
import { NO_NUMBER } from '../formats/entries';
import type { Problem } from '../problems/problem';
import { printable } from '../text/printable';
import { decode } from '../text/decode';
import { endOfLine } from '../text/lines';
import { Assembly } from './assembly';
import { closeFile } from './closeFile';
import { NO_DATE } from '../history/dates';
import { Histories } from '../history/histories';
import { fits, judge, startsNext } from './judge';

/** A pause is offered each time that this many entries are judged. */
const STEP = 1 << 15;

/**
 * One history a file. The log names no files, but `cvs log` prints each in one order: the trunk
 * from its head down, then for each trunk revision from oldest to newest its branches by
 * descending number, each from its tip down to `.1` and followed by its own branches. So an entry
 * that fits there belongs to the file; a trunk revision that the file cannot continue with starts
 * the next; and what fits nowhere is judged by what follows it.
 *
 * Takes over the columns of `entries`.
 */
export function* assemble(entries: Entries): Generator<number, Histories> {
  const assembly = new Assembly(entries);
  let pause = STEP;
  for (const [index, page] of entries.pages.entries()) {
    const to = entries.pages[index + 1]?.firstEntry ?? entries.count;
    assembly.openPage(page.firstEntry, to);
    for (let e = page.firstEntry; e < to;) {
      if (fits(assembly, e)) {
        if (startsNext(assembly, e)) {
          closeFile(assembly);
          assembly.openFile();
        }
        assembly.accept(e);
        e++;
      } else if (assembly.strictPage && entries.isLoose(e)) {
        e++;
      } else if (entries.number[e] === NO_NUMBER) {
        assembly.drop(e);
        assembly.problems.push(impossibleNumber(entries, e));
        e++;
      } else {
        e = judge(assembly, e);
      }
      if (e > pause) {
        pause = e + STEP;
        yield entries.start[e - 1]!;
      }
    }
    assembly.endRevision(page.end, page.endLine);
    closeFile(assembly);
  }
  return assembly.finish(noteDates(entries, assembly));
}

function impossibleNumber(entries: Entries, e: number): Problem {
  const lineEnd = endOfLine(entries.bytes, entries.start[e]!);
  const line = decode(entries.bytes, entries.start[e], Math.min(lineEnd, entries.start[e]! + 80));
  const number = printable(line.trim().split(/\s/, 1)[0] ?? '');
  return {
    line: entries.line[e]!,
    code: 'impossible-number',
    message: `“${number}” is no revision number, so this revision was left out.`,
  };
}

function noteDates(entries: Entries, assembly: Assembly): Problem[] {
  const problems = assembly.problems;
  for (let r = 0; r < assembly.count; r++) {
    if (entries.day[r] !== NO_DATE) continue;
    problems.push({
      line: entries.line[r]!,
      code: 'impossible-date',
      message: `The date of revision ${entries.numbers.text(entries.number[r]!)} is on no calendar, so it counts as unknown.`,
    });
  }
  return problems.sort((a, b) => a.line - b.line);
}
