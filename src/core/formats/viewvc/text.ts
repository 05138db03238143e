import { writeCvsLog } from '../cvslog/write';
import { symbolsOf, type LogPage } from './page';

/** The page as `cvs log` prints the file. */
export function logText({ path, revisions, branches, isPart }: LogPage): string {
  return writeCvsLog({
    path,
    isPart,
    symbols: symbolsOf(revisions, branches),
    locks: revisions.flatMap(({ lockedBy, number }) =>
      lockedBy === undefined ? [] : [{ user: lockedBy, number }],
    ),
    revisions: revisions.map((revision) => ({
      ...revision,
      state: revision.isDead ? 'dead' : undefined,
    })),
  });
}
