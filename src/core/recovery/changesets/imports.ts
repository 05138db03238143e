import type { Histories } from '../../history/histories';
import { NO_REVISION, type RevisionId } from '../../history/ids';
import type { Lines } from '../../history/lines';

/** What `cvs import` says of the revision 1.1 that it makes for a new file. */
const IMPORTED = 'Initial revision';

/**
 * The revisions 1.1 that `cvs import` made, each with the first of the vendor's branch, which has the words of
 * the import: both are of one command. A vendor's branch has an odd number: 1.1.1, 1.1.3.
 */
export function importsOf(histories: Histories, lines: Lines): Map<RevisionId, RevisionId> {
  const { numbers } = histories;
  const imports = new Map<RevisionId, RevisionId>();
  for (let line = 0; line < lines.count; line++) {
    if (!lines.isBranch(line) || numbers.part(lines.number(line)) % 2 === 0) continue;
    const [first, point] = [lines.first(line), lines.point(line)];
    if (point === NO_REVISION || imports.has(point)) continue;
    if (isOneImport(histories, point, first)) imports.set(point, first);
  }
  return imports;
}

function isOneImport(histories: Histories, point: RevisionId, first: RevisionId): boolean {
  if (histories.numberText(point) !== '1.1') return false;
  const words = histories.message(point).trim();
  return (
    histories.numbers.part(histories.number(first)) === 1 &&
    histories.day(point) === histories.day(first) &&
    histories.authorId(point) === histories.authorId(first) &&
    (words === IMPORTED || words === histories.message(first).trim())
  );
}
