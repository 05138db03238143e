import { addTo } from '../columns/grouped';
import type { StatedFile } from '../history/histories';
import type { Assembly } from './assembly';
import { linesOfDescent, linkPredecessors, sortLine } from './closeFile';

/** Files that the format states: every entry is a revision of the file that it stands in. */
export function readStated(assembly: Assembly): void {
  const { entries } = assembly;
  for (const [i, { firstEntry, symbols }] of entries.files.entries()) {
    const end = entries.files[i + 1]?.firstEntry ?? entries.count;
    if (firstEntry === end) continue;
    assembly.openFile(firstEntry);
    for (let e = firstEntry; e < end; e++) assembly.accept(e, 'out-of-order');
    tagRevisions(assembly, symbols);
    const lines = linesOfDescent(assembly);
    for (const line of lines.values()) sortLine(assembly, line);
    for (const line of lines.values()) linkPredecessors(assembly, lines, line);
  }
  noteSelection(assembly);
}

/** Symbols that name revisions are tags of them; those that name branches are no concern here. */
function tagRevisions(assembly: Assembly, symbols: StatedFile['symbols']): void {
  const { entries } = assembly;
  const tags = new Map<number, string[]>();
  for (const { name, number } of symbols) {
    const id = entries.numbers.parse(number);
    const isRevision = id !== undefined && entries.numbers.depth(id) % 2 === 0;
    const e = isRevision ? assembly.seen(id) : undefined;
    if (e !== undefined) addTo(tags, e, name);
  }
  for (const [e, names] of tags) entries.extras.set(e, { ...entries.extras.get(e), tags: names });
}

/** A part that was asked for is told once. */
function noteSelection({ entries, problems }: Assembly): void {
  const isPart = entries.files.some(
    ({ selected, total }) => selected !== null && (total === null || selected < total),
  );
  if (isPart) problems.push({ line: 0, code: 'part-of-history', data: { part: 'selection' } });
}
