import { NO_REVISION, type RevisionId } from '../../history/ids';
import type { Log } from '../../log';
import type { Recovery } from '../../recovery/recovery';
import { requestOf } from '../requests';
import { manifestOf, type Entry, type Manifest } from './manifest';
import type { Point } from './point';

/** What a point has, of all that the log tells. */
export interface Holding {
  /**
   * Has the point the change that a revision made? A change that was pulled up is one change, whatever
   * number it has. Undefined where it may have it, as its revision of the file cannot be told.
   */
  has(revision: RevisionId): boolean | undefined;
}

export function holdingOf(log: Log, point: Point): Holding {
  return holdingOfManifest(log, manifestOf(log, point));
}

export function holdingOfManifest(log: Log, manifest: Manifest): Holding {
  const { recovery } = log;
  const earliest = (entry: Entry): RevisionId => entry.between?.earliest ?? entry.revision;
  const latest = (entry: Entry): RevisionId => entry.between?.latest ?? entry.revision;
  const marks = marksOf(log, manifest.map(earliest));
  const mayHave = marksOf(log, manifest.map(latest));
  const requests = requestsIn(log, marks);
  const has = (revision: RevisionId): boolean | undefined => {
    if (marks[revision] !== Mark.none) return true;
    const origins = recovery.edgesTo(revision).filter(({ kind }) => kind === 'pull-up');
    if (origins.some(({ from }) => marks[from] !== Mark.none)) return true;
    const request = fileRequestOf(log, revision);
    if (request !== undefined && requests.has(request)) return true;
    return mayHave[revision] === Mark.none ? false : undefined;
  };
  return { has };
}

/** What a point has of a line: nothing, a change of it, or all up to a revision. */
const Mark = { none: 0, change: 1, line: 2 } as const;

/**
 * Marks revisions with all that they were made from, what was pulled up into these, and all
 * up to what was merged into them.
 */
function marksOf({ histories, recovery }: Log, revisions: readonly RevisionId[]): Uint8Array {
  const marks = new Uint8Array(histories.count);
  const tips = revisions.filter((r) => r !== NO_REVISION);
  for (let tip = tips.pop(); tip !== undefined; tip = tips.pop()) {
    for (let r = tip; r !== NO_REVISION && marks[r] !== Mark.line; r = histories.predecessor(r)) {
      marks[r] = Mark.line;
      for (const { kind, from } of recovery.edgesTo(r)) {
        if (kind !== 'pull-up') tips.push(from);
        else markChange(recovery, from, marks);
      }
    }
  }
  return marks;
}

/** Marks a change that was pulled up, and the one that it was pulled up from in turn. */
function markChange(recovery: Recovery, change: RevisionId, marks: Uint8Array): void {
  const all = [change];
  for (let r = all.pop(); r !== undefined; r = all.pop()) {
    if (marks[r] !== Mark.none) continue;
    marks[r] = Mark.change;
    for (const { kind, from } of recovery.edgesTo(r)) if (kind === 'pull-up') all.push(from);
  }
}

/** The requests whose changes a point has, also where their sources are not in the log. */
function requestsIn(log: Log, marks: Uint8Array): Set<string> {
  const requests = new Set<string>();
  for (let r = 0; r < marks.length; r++) {
    const request = marks[r] === Mark.none ? undefined : fileRequestOf(log, r);
    if (request !== undefined) requests.add(request);
  }
  return requests;
}

/** One ticket of one file on one day. */
function fileRequestOf(log: Log, r: RevisionId): string | undefined {
  const request = requestOf(log, r);
  return request && `${String(log.histories.fileOf(r))} ${request}`;
}
