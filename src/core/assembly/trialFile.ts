import type { Day } from '../history/dates';
import type { NumberId } from '../history/numbers';
import type { Assembly } from './assembly';
import type { Decision, FileState, Opening } from './fileState';

/** One reading of the entries since a decision was due: a step, and the steps before it. */
export interface Trial {
  readonly before: Trial | undefined;
  readonly entry: number | undefined;
  readonly decision: Decision;
  /** What it leaves unexplained: about 1 a thing that an ordinary log has not. */
  readonly cost: number;
  readonly state: FileState;
  /** Whether what the file had before the first step still counts. */
  readonly isSameFile: boolean;
  /** The branches that the entry lists. */
  readonly lists: readonly NumberId[];
}

/** What becomes no revision of a line. */
const LEFT_OUT: ReadonlySet<Decision> = new Set(['quote', 'duplicate', 'text', 'word']);

/** Has the file of a reading this revision, or a revision of this branch? */
export function has(assembly: Assembly, trial: Trial, number: NumberId): boolean {
  if (entryOf(assembly, trial, number) !== undefined) return true;
  return trial.isSameFile && assembly.seen(number) !== undefined;
}

/** The entry of the reading that is this revision, or the first of this branch. */
export function entryOf({ entries }: Assembly, trial: Trial, number: NumberId): number | undefined {
  const { numbers } = entries;
  for (let at: Trial | undefined = trial; at?.entry !== undefined; at = at.before) {
    const here = entries.number[at.entry]!;
    const isThis = here === number || numbers.parent(here) === number;
    if (isThis && !LEFT_OUT.has(at.decision)) return at.entry;
    if (at.decision === 'file') return undefined;
  }
  return undefined;
}

export function isListed(assembly: Assembly, trial: Trial, branch: NumberId): boolean {
  for (let at: Trial | undefined = trial; at?.entry !== undefined; at = at.before) {
    if (at.lists.includes(branch)) return true;
    if (at.decision === 'file') return false;
  }
  return trial.isSameFile && assembly.listed(branch) !== undefined;
}

/** The day of a revision of the file; undefined where the file has none of this number so far. */
export function dayOf(assembly: Assembly, trial: Trial, number: NumberId): Day | undefined {
  const entry =
    entryOf(assembly, trial, number) ?? (trial.isSameFile ? assembly.seen(number) : undefined);
  return entry === undefined ? undefined : assembly.entries.day[entry];
}

/** How a branch comes to be in the file of a reading with this number. */
export function openingOf(assembly: Assembly, trial: Trial, number: NumberId): Opening {
  const { numbers } = assembly.entries;
  if (numbers.isTrunk(number) || assembly.law.lines === 'one') return 'none';
  const branch = numbers.parent(number);
  if (has(assembly, trial, branch)) return 'none';
  return isListed(assembly, trial, branch) ? 'listed' : 'unlisted';
}
