import { addTo } from '../columns/grouped';
import { findRevision } from '../history/find';
import type { Histories } from '../history/histories';
import type { RevisionId } from '../history/ids';
import { linesOf, NO_LINE } from '../history/lines';
import { branchOfSymbol } from '../history/symbols';

/** A branch that was made and never committed to: only its name tells of it. */
export interface EmptyBranch {
  readonly name: string;
  /** The revisions that it leaves from, one of each file, in the order of the log. */
  readonly points: readonly RevisionId[];
}

const known = new WeakMap<Histories, readonly EmptyBranch[]>();

/** The branches that symbols name and that have no revision in any file, by name. */
export function emptyBranches(histories: Histories): readonly EmptyBranch[] {
  let branches = known.get(histories);
  if (!branches) known.set(histories, (branches = collect(histories)));
  return branches;
}

function collect(histories: Histories): EmptyBranch[] {
  const lines = linesOf(histories);
  const points = new Map<string, RevisionId[]>();
  const used = new Set<string>();
  for (let file = 0; file < histories.fileCount; file++) {
    const stated = histories.stated(file);
    // A part of a file's history does not tell what the rest has.
    const isPart = stated?.selected !== stated?.total;
    for (const { name, number } of stated?.symbols ?? []) {
      const branch = branchOfSymbol(number);
      if (branch === undefined) continue;
      const id = histories.numbers.parse(branch);
      if (isPart || (id !== undefined && lines.find(file, id) !== NO_LINE)) used.add(name);
      const at = histories.numbers.parse(branch.slice(0, branch.lastIndexOf('.')));
      const point = at === undefined ? undefined : findRevision(histories, file, at);
      if (point !== undefined) addTo(points, name, point);
    }
  }
  return [...points]
    .filter(([name]) => !used.has(name))
    .map(([name, all]) => ({ name, points: all }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
