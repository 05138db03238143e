import { addTo } from '../columns/grouped';
import { NO_REVISION, type RevisionId } from '../history/ids';
import { NO_NUMBER, TRUNK, type NumberId } from '../history/numbers';
import type { Problem } from '../problems/problem';
import { Fate, type Assembly } from './assembly';

/**
 * Ends the current file. A file in order has its predecessors already; one that is not gets them
 * by number, and a problem for each thing that it lacks. The last file of a page may go on elsewhere,
 * so its end is none to speak of.
 */
export function closeFile(assembly: Assembly, isFollowed = true): void {
  const { state, entries, law } = assembly;
  const { numbers } = entries;
  if (!assembly.isOpen || state.last === NO_NUMBER) return;
  if (isFollowed && !law.isCut && state.oldest !== NO_NUMBER && numbers.part(state.oldest) > 1)
    noteCutOff(assembly);
  const endsAbove = numbers.part(state.last) > 1 && !numbers.isTrunk(state.last);
  const isWhole = law.lines === 'one' || (state.pending === 0 && state.head !== NO_NUMBER);
  if (!state.isIrregular && isWhole && !endsAbove) return;
  const lines = linesOfDescent(assembly);
  for (const [branch, line] of lines) {
    noteOrder(assembly, line);
    sortLine(assembly, line);
    noteGaps(assembly, line);
    if (branch !== TRUNK && law.lines === 'all') noteBranch(assembly, branch, line);
  }
  for (const line of lines.values()) linkPredecessors(assembly, lines, line);
  if (law.lines === 'one') return;
  if (state.head === NO_NUMBER)
    note(assembly, assembly.fileStart, { code: 'missing-trunk', data: {} });
  noteMissingBranches(assembly);
}

/** Newest first. */
export function sortLine({ entries }: Assembly, line: RevisionId[]): void {
  const { numbers, number } = entries;
  line.sort((a, b) => numbers.compareOnLine(number[b]!, number[a]!));
}

/** The revisions of the current file by their branches, in the order in which they stand. */
export function linesOfDescent({
  entries,
  fates,
  fileStart,
  newest,
}: Assembly): Map<NumberId, RevisionId[]> {
  const { numbers, number } = entries;
  const lines = new Map<NumberId, RevisionId[]>();
  for (let r = fileStart; r <= newest; r++) {
    if (fates[r] !== Fate.revision || numbers.isWord(number[r]!)) continue;
    addTo(lines, numbers.branchOf(number[r]!), r);
  }
  return lines;
}

function noteCutOff(assembly: Assembly): void {
  const { entries, state } = assembly;
  const at = assembly.seen(state.oldest)!;
  note(assembly, at, { code: 'cut-off', data: { number: entries.numbers.text(state.oldest) } });
}

function noteOrder(assembly: Assembly, line: readonly RevisionId[]): void {
  const { numbers, number } = assembly.entries;
  for (let i = 1; i < line.length; i++) {
    const [above, here] = [number[line[i - 1]!]!, number[line[i]!]!];
    if (numbers.compareOnLine(here, above) < 0) continue;
    const data = { number: numbers.text(here), above: numbers.text(above) };
    note(assembly, line[i]!, { code: 'out-of-order', data });
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
  const line = numbers.text(numbers.parent(sibling));
  note(assembly, at, { code: 'missing-revision', data: { line, from, to } });
}

function noteBranch(assembly: Assembly, branch: NumberId, line: readonly RevisionId[]): void {
  const { numbers } = assembly.entries;
  const point = numbers.pointOf(branch);
  const first = Math.min(line[0]!, line.at(-1)!);
  const data = { branch: numbers.text(branch), point: numbers.text(point) };
  if (assembly.seen(point) === undefined) {
    if (assembly.state.head === NO_NUMBER && numbers.isTrunk(point)) return;
    note(assembly, first, { code: 'missing-branch-point', data });
  } else if (assembly.listed(branch) === undefined) {
    note(assembly, first, { code: 'unlisted-branch', data });
  }
}

/** The next lower on the line; below the lowest, the branch point or the nearest lower than it. */
export function linkPredecessors(
  assembly: Assembly,
  lines: ReadonlyMap<NumberId, readonly RevisionId[]>,
  line: readonly RevisionId[],
): void {
  const { predecessors, entries } = assembly;
  const { numbers, number } = entries;
  for (let i = 0; i + 1 < line.length; i++) predecessors[line[i]!] = line[i + 1]!;
  let below = number[line.at(-1)!]!;
  let found: RevisionId | undefined;
  while (found === undefined && !numbers.isTrunk(below)) {
    below = numbers.pointOf(numbers.parent(below));
    found =
      assembly.seen(below) ?? firstBelow(assembly, lines.get(numbers.branchOf(below)) ?? [], below);
  }
  predecessors[line.at(-1)!] = found ?? NO_REVISION;
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

function noteMissingBranches(assembly: Assembly): void {
  const { numbers, number } = assembly.entries;
  for (const r of assembly.listing) {
    const missing = assembly.entries.listOf(r).filter((b) => assembly.seen(b) === undefined);
    if (missing.length === 0) continue;
    const data = {
      number: numbers.text(number[r]!),
      branches: missing.map((b) => numbers.text(b)),
    };
    note(assembly, r, { code: 'missing-branch', data });
  }
}

type Told = Problem extends infer Each
  ? Each extends Problem
    ? Omit<Each, 'line'>
    : never
  : never;

function note(assembly: Assembly, r: RevisionId, told: Told): void {
  assembly.problems.push({ line: assembly.entries.line[r]!, ...told });
}
