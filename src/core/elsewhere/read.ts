import { ENOUGH } from '../formats/format';
import { readLogInSteps } from '../log';
import { decode } from '../text/decode';
import { isGitLog, knownFromGit } from './fromGit';
import { knownFromLog } from './fromLog';
import { isCommitMail, knownFromMail } from './fromMail';
import type { KnownFiles } from './source';

/**
 * What a text tells of a history: `git log --name-status`, commit mails, or a log in any form that is
 * read. Yields the share of a part that is done.
 */
export function* readKnownInSteps(bytes: Uint8Array): Generator<number, KnownFiles> {
  const head = decode(bytes.subarray(0, ENOUGH));
  if (isGitLog(head)) return knownFromGit(decode(bytes));
  if (isCommitMail(head)) return knownFromMail(decode(bytes));
  const log = yield* readLogInSteps(bytes);
  return knownFromLog(yield* log.recoverInSteps());
}
