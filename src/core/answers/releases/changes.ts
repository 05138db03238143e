import type { Log } from '../../log';
import type { RevisionId } from '../../history/ids';
import type { ChangesetId } from '../../recovery/changesets/changesets';
import { isChange } from '../points/compare';
import { requestOf } from '../requests';
import { releasesOf } from './releases';

/** A pause is offered each time that so many changesets were looked at. */
const STEP = 512;

/**
 * The changes that went to a release by a pull-up, in ascending order: where they were made, or the first
 * pull-up of those whose source is not in the log. Yields the share that is done.
 */
export function* changesPulledUp(log: Log): Generator<number, Int32Array> {
  const { changesets, branches } = log.recovery;
  const inRelease = new Set(releasesOf(log).all.flatMap((release) => release.branches));
  const pullUps: ChangesetId[] = [];
  for (let id = 0; id < changesets.count; id++) {
    const isPullUp = changesets.revisionsOf(id).some((r) => {
      const branch = branches.of(r);
      return branch && inRelease.has(branch) && log.recovery.messages.factsOf(r).pullUp;
    });
    if (isPullUp) pullUps.push(id);
    if (id % STEP === STEP - 1) yield id / changesets.count;
  }
  return changesOf(log, pullUps);
}

/**
 * The changes that commits are of, in ascending order: of a pull-up what was pulled up, of others
 * themselves; syncs, merges and placeholders are no changes of their own.
 */
export function changesOf(log: Log, commits: Iterable<ChangesetId>): Int32Array {
  const { changesets } = log.recovery;
  const changes = new Set<ChangesetId>();
  const requests = new Map<string, ChangesetId>();
  for (const id of commits) {
    for (const r of changesets.revisionsOf(id)) {
      const source = sourceOf(log, r);
      if (!isChange(log, source)) continue;
      const change = changesets.of(source);
      const request = requestOf(log, source);
      // Pull-ups of one ticket on one day are one change, also where its source is not in the log.
      const first = request === undefined ? change : (requests.get(request) ?? change);
      if (request !== undefined) requests.set(request, first);
      changes.add(first);
    }
  }
  return Int32Array.from(changes).sort();
}

/** What a pull-up was made of, or the revision itself. */
function sourceOf({ recovery }: Log, revision: RevisionId): RevisionId {
  const seen = new Set<RevisionId>();
  let r = revision;
  while (!seen.has(r)) {
    seen.add(r);
    r = recovery.edgesTo(r).find(({ kind }) => kind === 'pull-up')?.from ?? r;
  }
  return r;
}
