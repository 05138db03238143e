import type { Problem, ProblemCode } from '../problems/problem';
import type { Assembly } from './assembly';
import { NO_REVISION, type RevisionId } from '../history/histories';
import { ROOT, type NumberId } from '../history/numbers';

/** Longer lists of missing numbers are told as a range. */
const MOST_NAMED = 3;

/**
 * Ends the current file. A file in order has its predecessors already; one that is not gets them
 * by number, and a problem for each thing that it lacks.
 */
export function closeFile(assembly: Assembly): void {
  if (assembly.fileStart === NO_REVISION || assembly.last === NO_REVISION) return;
  const { numbers, number } = assembly.entries;
  const endsAbove =
    numbers.part(number[assembly.last]!) !== 1 && !numbers.isTrunk(number[assembly.last]!);
  if (
    !assembly.irregular &&
    assembly.pending === 0 &&
    !endsAbove &&
    assembly.head !== NO_REVISION
  ) {
    return;
  }
  const lines = linesOfDescent(assembly);
  for (const [branch, line] of lines) {
    noteOrder(assembly, line);
    line.sort((a, b) => numbers.compareOnLine(number[b]!, number[a]!));
    noteGaps(assembly, line);
    if (branch !== ROOT) noteBranch(assembly, branch, line);
  }
  for (const line of lines.values()) linkPredecessors(assembly, lines, line);
  if (assembly.head === NO_REVISION) noteMissingTrunk(assembly);
  noteMissingBranches(assembly);
}

function linesOfDescent(assembly: Assembly): Map<NumberId, RevisionId[]> {
  const lines = new Map<NumberId, RevisionId[]>();
  for (let r = assembly.fileStart; r < assembly.count; r++) {
    const branch = assembly.entries.numbers.branchOf(assembly.entries.number[r]!);
    const line = lines.get(branch);
    if (line) line.push(r);
    else lines.set(branch, [r]);
  }
  return lines;
}

function noteOrder(assembly: Assembly, line: readonly RevisionId[]): void {
  const { numbers, number } = assembly.entries;
  for (let i = 1; i < line.length; i++) {
    const [above, here] = [number[line[i - 1]!]!, number[line[i]!]!];
    if (numbers.compareOnLine(here, above) < 0) continue;
    const message = `Revision ${numbers.text(here)} stands below ${numbers.text(above)}, which is older.`;
    note(assembly, line[i]!, 'out-of-order', message);
  }
}

function noteGaps(assembly: Assembly, line: readonly RevisionId[]): void {
  const { numbers, number } = assembly.entries;
  for (let i = 0; i < line.length; i++) {
    const here = number[line[i]!]!;
    const above = i > 0 ? number[line[i - 1]!]! : undefined;
    if (above !== undefined && numbers.parent(above) === numbers.parent(here)) {
      noteMissing(assembly, line[i]!, here, numbers.part(here) + 1, numbers.part(above) - 1);
    }
    if (i === line.length - 1 && !numbers.isTrunk(here)) {
      noteMissing(assembly, line[i]!, here, 1, numbers.part(here) - 1);
    }
  }
}

/** Numbers `from` to `to` on the line of `sibling` are missing. */
function noteMissing(
  assembly: Assembly,
  at: RevisionId,
  sibling: NumberId,
  from: number,
  to: number,
): void {
  if (to < from) return;
  const { numbers } = assembly.entries;
  const branch = numbers.text(numbers.parent(sibling));
  const name = (part: number): string => `${branch}.${String(part)}`;
  const count = to - from + 1;
  let message = `Revision ${name(from)} is missing here.`;
  if (count > MOST_NAMED) {
    message = `${String(count)} revisions, ${name(from)} to ${name(to)}, are missing here.`;
  } else if (count > 1) {
    const names = Array.from({ length: count }, (_, i) => name(from + i));
    message = `Revisions ${names.slice(0, -1).join(', ')} and ${names.at(-1)!} are missing here.`;
  }
  note(assembly, at, 'missing-revision', message);
}

function noteBranch(assembly: Assembly, branch: NumberId, line: readonly RevisionId[]): void {
  const { numbers } = assembly.entries;
  const point = numbers.pointOf(branch);
  const first = Math.min(line[0]!, line.at(-1)!);
  if (assembly.seen(point) === undefined) {
    if (assembly.head === NO_REVISION && numbers.isTrunk(point)) return;
    const message = `Branch ${numbers.text(branch)} leaves from revision ${numbers.text(point)}, which is missing.`;
    note(assembly, first, 'missing-branch-point', message);
  } else if (assembly.listed(branch) === undefined) {
    const message = `Branch ${numbers.text(branch)} is not in the list of branches of revision ${numbers.text(point)}.`;
    note(assembly, first, 'unlisted-branch', message);
  }
}

/** The next lower on the line; below the lowest, the branch point or the nearest lower than it. */
function linkPredecessors(
  assembly: Assembly,
  lines: ReadonlyMap<NumberId, readonly RevisionId[]>,
  line: readonly RevisionId[],
): void {
  for (let i = 0; i + 1 < line.length; i++) assembly.setPredecessor(line[i]!, line[i + 1]!);
  const { numbers, number } = assembly.entries;
  let below = number[line.at(-1)!]!;
  let found: RevisionId | undefined;
  while (found === undefined && !numbers.isTrunk(below)) {
    below = numbers.pointOf(numbers.parent(below));
    found =
      assembly.seen(below) ?? firstBelow(assembly, lines.get(numbers.branchOf(below)) ?? [], below);
  }
  assembly.setPredecessor(line.at(-1)!, found ?? NO_REVISION);
}

/** The newest of a line, newest first, that is older than a number. */
function firstBelow(
  { entries }: Assembly,
  line: readonly RevisionId[],
  number: NumberId,
): RevisionId | undefined {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entries.numbers.compareOnLine(entries.number[line[middle]!]!, number) < 0) high = middle;
    else low = middle + 1;
  }
  return line[low];
}

function noteMissingTrunk(assembly: Assembly): void {
  const message = 'This file has no revision on its trunk, so the log may begin in its middle.';
  note(assembly, assembly.fileStart, 'missing-trunk', message);
}

function noteMissingBranches(assembly: Assembly): void {
  const { numbers, number } = assembly.entries;
  for (const r of assembly.listing) {
    const missing = assembly.listedBy(r).filter((branch) => assembly.seen(branch) === undefined);
    if (missing.length === 0) continue;
    const names = missing.slice(0, MOST_NAMED).map((branch) => numbers.text(branch));
    const more =
      missing.length > MOST_NAMED ? ` and ${String(missing.length - MOST_NAMED)} more` : '';
    const which = `${missing.length === 1 ? 'branch' : 'branches'} ${names.join(', ')}${more}`;
    const message = `Revision ${numbers.text(number[r]!)} lists ${which}, but none of ${missing.length === 1 ? 'its' : 'their'} revisions is here.`;
    note(assembly, r, 'missing-branch', message);
  }
}

function note(assembly: Assembly, r: RevisionId, code: ProblemCode, message: string): void {
  const problem: Problem = { line: assembly.entries.line[r]!, code, message };
  assembly.problems.push(problem);
}
