import { whereDidItGo } from '../../src/core/answers/fix';
import { finish, readLog, type Log } from '../../src/core/log';
import { report, time } from './measure';

const RUNS = 21;

/** How the answer to "Where did this fix go?" grows with the trunk of the file. */
export function benchFix(): void {
  // The first calls are slow, for nothing is compiled yet.
  for (let n = 0; n < RUNS; n++) ask(recovered(1000));
  const [once, twice] = [16_000, 32_000].map((revisions) => {
    // A log keeps what it once worked out, so each run gets a fresh one.
    const logs = Array.from({ length: RUNS }, () => recovered(revisions));
    return time(() => ask(logs.pop()!), RUNS);
  });
  report('where a fix went: trunk of 32,000 revisions / of 16,000', twice! / once!, '≤ 2.1');
}

function ask(log: Log): unknown {
  return whereDidItGo(log, log.find(0, '1.2')!);
}

function recovered(revisions: number): Log {
  const log = readLog(writeFile(revisions));
  finish(log.recoverInSteps());
  return log;
}

/** A trunk, and a branch from its first revision that took over the trunk now and then. */
function writeFile(revisions: number): string {
  const trunk = Array.from(
    { length: revisions },
    (_, i) => `\u00a01.${revisions - i}\u00a001-Jan-2004\u00a0 cl\u00a0words ${i}\n`,
  );
  const synced = Array.from({ length: revisions / 10 }, (_, i) => {
    const n = revisions / 10 - i;
    return `\u00a01.1.2.${n}\u00a002-Jan-2004\u00a0 cl\u00a0Sync with HEAD.\n`;
  });
  return trunk.join('') + synced.join('');
}
