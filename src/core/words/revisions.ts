import { dateWords } from './dates';
import { shorten, summary } from '../text/printable';
import type { Histories } from '../history/histories';
import type { RevisionId } from '../history/ids';
import { TRUNK, type NumberId } from '../history/numbers';

/** `trunk`, or the branch's number. */
export function branchLabel(histories: Histories, branch: NumberId): string {
  return branch === TRUNK ? 'trunk' : histories.numbers.text(branch);
}

/** `2010-03-31  dyoung  Include more sources …`, for a list. */
export function describeRevision(histories: Histories, revision: RevisionId): string {
  const date = dateWords(histories.day(revision));
  const author = summary(histories.author(revision), 40);
  return `${date} ${author}  ${shorten(summary(histories.message(revision)), 100)}`;
}
