import { NO_REVISION, type RevisionId } from '../history/ids';
import { Fate, type Assembly } from './assembly';
import { linesOfDescent, linkPredecessors, sortLine } from './closeFile';
import type { Section } from './sections';

/**
 * A page whose revisions are sorted by the text of their numbers:
 *
 *     1.9  1.8 ... 1.2  1.12.2.1  1.12  1.11  1.10  1.1
 *
 * All are of one file, whose order their numbers tell. Where several files were sorted together, a
 * number that stands twice has no predecessor that could be told.
 */
export function readSorted(assembly: Assembly, { from, to }: Section): void {
  const { entries, law, predecessors } = assembly;
  for (let e = from; e < to; e++) {
    if (assembly.isText(e)) continue;
    if (!assembly.isOpen) assembly.openFile(e);
    assembly.accept(e, 'out-of-order');
  }
  const lines = linesOfDescent(assembly);
  for (const line of lines.values()) sortLine(assembly, line);
  for (const line of lines.values()) linkPredecessors(assembly, lines, line);
  if (law.order !== 'mixed') return;
  const twice = doubled(assembly, from, to);
  for (let e = from; e < to; e++) {
    const before = predecessors[e]!;
    const isUnsure =
      twice.has(entries.number[e]!) ||
      (before !== NO_REVISION && twice.has(entries.number[before]!));
    if (isUnsure) predecessors[e] = NO_REVISION;
  }
}

function doubled({ entries, fates }: Assembly, from: RevisionId, to: RevisionId): Set<number> {
  const seen = new Set<number>();
  const twice = new Set<number>();
  for (let e = from; e < to; e++) {
    const number = entries.number[e]!;
    if (fates[e] === Fate.revision) (seen.has(number) ? twice : seen).add(number);
  }
  return twice;
}
