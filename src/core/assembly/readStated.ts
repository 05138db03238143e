import type { Assembly } from './assembly';
import { linesOfDescent, linkPredecessors, sortLine } from './closeFile';

/** Files that the format states: every entry is a revision of the file that it stands in. */
export function readStated(assembly: Assembly): void {
  const { entries } = assembly;
  for (const [i, { firstEntry }] of entries.files.entries()) {
    const end = entries.files[i + 1]?.firstEntry ?? entries.count;
    if (firstEntry === end) continue;
    assembly.openFile(firstEntry);
    for (let e = firstEntry; e < end; e++) assembly.accept(e, 'out-of-order');
    const lines = linesOfDescent(assembly);
    for (const line of lines.values()) sortLine(assembly, line);
    for (const line of lines.values()) linkPredecessors(assembly, lines, line);
  }
}
