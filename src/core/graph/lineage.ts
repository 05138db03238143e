import type { FileHistory } from '../history/fileHistory';
import { NO_REVISION } from '../history/ids';

/**
 * Descent as columns, an element a revision: what placement needs to know, whatever it is of.
 * Newer revisions of a line come before older ones.
 */
export interface Lineage {
  readonly count: number;
  /** The line of descent that a revision is on. Line 0 is the trunk where there is one. */
  readonly line: Uint32Array;
  /** What each was made from, or -1. */
  readonly predecessor: Int32Array;
  /** When, in any unit; equal and unknown times keep the order of the log. */
  readonly time: Int32Array;
  readonly lineCount: number;
  readonly hasTrunk: boolean;
}

/** The lineage of one file; its revisions count from 0. */
export function lineageOf(history: FileHistory): Lineage {
  const { histories, first, count, lines } = history;
  const line = new Uint32Array(count);
  const predecessor = new Int32Array(count);
  const time = new Int32Array(count);
  for (const [index, { revisions }] of lines.entries()) {
    for (const revision of revisions) line[revision - first] = index;
  }
  for (let i = 0; i < count; i++) {
    const before = histories.predecessor(first + i);
    predecessor[i] = before === NO_REVISION ? -1 : before - first;
    time[i] = histories.day(first + i);
  }
  return {
    count,
    line,
    predecessor,
    time,
    lineCount: lines.length,
    hasTrunk: history.trunk !== undefined,
  };
}
