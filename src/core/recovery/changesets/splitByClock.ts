import type { Histories } from '../../history/histories';
import type { FileId, RevisionId } from '../../history/ids';

/** In one commit a file follows the other within so many seconds; after a longer pause comes another. */
const LONGEST_PAUSE = 300;

/** The widest pause before a file comes again is looked for among so many revisions before it. */
const LOOK_BACK = 1024;

/**
 * Splits revisions of equal author, message and branch into commits: at every long pause, and before
 * a file comes a second time, at the widest pause since its first:
 *
 *     a 10:00:00   b 10:00:01   | b 10:02:00   a 10:02:01
 */
export function splitByClock(histories: Histories, alike: RevisionId[]): RevisionId[][] {
  const moment = (r: RevisionId): number => histories.moment(r);
  // Equal moments keep the order that they came in: older revisions of a file first.
  const sorted = alike.sort((a, b) => moment(a) - moment(b));
  const commits: RevisionId[][] = [];
  const lastOf = new Map<FileId, number>();
  const pause = (i: number): number => moment(sorted[i]!) - moment(sorted[i - 1]!);
  let start = 0;
  const split = (at: number): void => {
    commits.push(sorted.slice(start, at));
    start = at;
  };
  for (const [i, r] of sorted.entries()) {
    const file = histories.fileOf(r);
    const before = lastOf.get(file) ?? -1;
    if (i > 0 && pause(i) > LONGEST_PAUSE) split(i);
    else if (before >= start) {
      let widest = i;
      for (let at = i; at > Math.max(before, i - LOOK_BACK); at--) {
        if (pause(at) > pause(widest)) widest = at;
      }
      split(widest);
    }
    lastOf.set(file, i);
  }
  if (sorted.length > 0) split(sorted.length);
  return commits;
}
