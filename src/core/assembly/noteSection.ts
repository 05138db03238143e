import type { Entries } from '../formats/entries';
import type { Problem } from '../problems/problem';
import { Fate, type Assembly } from './assembly';
import type { Law } from './law';
import type { Section } from './sections';

/** What a page leaves out because it was asked for a part, told once at its title. */
export function noteSection(assembly: Assembly, section: Section, law: Law): void {
  const { entries, problems } = assembly;
  const { line } = entries.pages[section.firstPage]!;
  const last = entries.pages[section.lastPage]!;
  const note = (data: Extract<Problem, { code: 'part-of-history' }>['data']): void => {
    problems.push({ line, code: 'part-of-history', data });
  };
  const first = entries.pages[section.firstPage]!;
  if (last.results && (last.results.to < last.results.of || (first.results?.from ?? 1) > 1)) {
    note({
      part: 'results',
      from: first.results?.from ?? 1,
      to: last.results.to,
      of: last.results.of,
    });
  }
  if (law.order === 'mixed') problems.push({ line, code: 'mixed-files', data: {} });
  else if (law.order === 'sorted') note({ part: 'sorted' });
  else if (law.isCut) note({ part: 'dates' });
  else if (law.lines === 'one') {
    const { trunk, branch, leftOut } = countLines(assembly, section);
    if (trunk === 0) note({ part: 'one branch' });
    else if (branch > 0) note({ part: 'default branch', branches: leftOut });
    else note({ part: 'trunk', branches: leftOut });
  }
}

/** How many revisions are on trunks and on branches, and how many branches are only listed. */
function countLines(
  { entries, fates, lists }: Assembly,
  { from, to }: Section,
): { trunk: number; branch: number; leftOut: number } {
  let [trunk, branch, leftOut] = [0, 0, 0];
  for (let e = from; e < to; e++) {
    if (fates[e] !== Fate.revision) continue;
    if (isOnTrunk(entries, e)) trunk++;
    else branch++;
    if (lists[e] === 1) leftOut += entries.listOf(e).length;
  }
  return { trunk, branch, leftOut };
}

function isOnTrunk({ numbers, number }: Entries, e: number): boolean {
  return numbers.isTrunk(number[e]!) || numbers.isWord(number[e]!);
}
