import { dateWords } from './dates';
import { printable, shorten, summary } from '../text/printable';
import type { Histories } from '../history/histories';
import type { RevisionId } from '../history/ids';
import { TRUNK, type NumberId } from '../history/numbers';

/** `trunk`, or the branch's number. */
export function branchLabel(histories: Histories, branch: NumberId): string {
  return branch === TRUNK ? 'trunk' : histories.numbers.text(branch);
}

/** A list names so many tags, and how many more. */
const MOST_TAGS = 2;

/** `rel-1-0, rel-1-1 and 3 more`; nothing where a revision has no tags. */
export function tagWords(histories: Histories, revision: RevisionId): string {
  const tags = histories.tags(revision).map((tag) => shorten(printable(tag), 40));
  const more = tags.length - MOST_TAGS;
  return `${tags.slice(0, MOST_TAGS).join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}

/** `[rel-1-0] 2010-03-31 dyoung  Include more sources …`, for a list. */
export function describeRevision(histories: Histories, revision: RevisionId): string {
  const tags = tagWords(histories, revision);
  const tagged = tags === '' ? '' : `[${tags}] `;
  const date = dateWords(histories.day(revision));
  const author = summary(histories.author(revision), 40);
  return `${tagged}${date} ${author}  ${shorten(summary(histories.message(revision)), 100)}`;
}
