import { NO_DATE } from '../../history/dates';
import type { RevisionId } from '../../history/ids';
import type { Log } from '../../log';
import { count } from '../../text/count';
import { isInferred, placeLabel } from '../../words/branches';
import { spanWords } from '../../words/dates';
import { fileLabel } from '../../words/files';
import type { Holders } from './holders';
import type { NamedSubject } from './subject';

/** What a log knows of a subject, in words. */
export interface Summary {
  /** `Ticket #123`; not safe to print as it is. */
  readonly title: string;
  readonly sentences: readonly string[];
}

/** A list names so many, and how many more. */
const MOST = 4;

export function summaryOf(log: Log, subject: NamedSubject, holders: Holders): Summary {
  const { own, naming } = holders;
  return {
    title: titleOf(log, subject),
    sentences: [
      ...(own.length > 0 ? workSentences(log, subject, own) : []),
      ...(naming.length > 0 ? [namingSentence(log, naming, own.length > 0)] : []),
      ...(own.length + naming.length === 0 ? ['Nothing in the log tells more of it.'] : []),
    ],
  };
}

export function titleOf(log: Log, subject: NamedSubject): string {
  switch (subject.kind) {
    case 'author':
      return `Author ${subject.name}`;
    case 'ticket':
      return `Ticket #${String(subject.ticket)}`;
    case 'report':
      return `Problem report ${subject.report}`;
    case 'named branch':
      return `Branch ${subject.branch.name!}${isInferred(subject.branch) ? ' (inferred)' : ''}`;
    case 'tag':
      return `Tag ${subject.name}`;
    case 'file':
      return `File ${fileLabel(log, subject.file)}`;
    case 'absent file':
      return `No file of the log is known as ${subject.path}`;
  }
}

function workSentences(
  log: Log,
  { kind }: NamedSubject,
  revisions: readonly RevisionId[],
): string[] {
  const { histories } = log;
  const files = new Set(revisions.map((r) => histories.fileOf(r)));
  const amount = amountOf(log, revisions);
  const inFiles = kind === 'file' ? '' : ` of ${count(files.size, 'file')}`;
  const where = kind === 'named branch' || kind === 'tag' ? '' : placesOf(log, revisions);
  return [`${amount}${inFiles}${spanOf(log, revisions)}.`, where].filter((line) => line !== '');
}

function namingSentence(log: Log, naming: readonly RevisionId[], isMore: boolean): string {
  const others = isMore ? 'others' : 'revisions';
  return `Named in messages of ${naming.length === 1 ? 'one revision' : `${naming.length.toLocaleString('en')} ${others}`}${spanOf(log, naming)}.`;
}

function amountOf(log: Log, revisions: readonly RevisionId[]): string {
  const { changesets } = log.recovery;
  const commits = new Set(revisions.map((r) => changesets.of(r))).size;
  return `${count(revisions.length, 'revision')} in ${count(commits, 'commit')}`;
}

function spanOf({ histories }: Log, revisions: readonly RevisionId[]): string {
  let [first, last] = [Infinity, -Infinity];
  for (const r of revisions) {
    const day = histories.day(r);
    if (day !== NO_DATE) [first, last] = [Math.min(first, day), Math.max(last, day)];
  }
  return first <= last ? `, ${spanWords(first, last)}` : '';
}

/** `On trunk (30), netbsd-9 (5) and 3 more.` */
function placesOf(log: Log, revisions: readonly RevisionId[]): string {
  const counts = new Map<string, number>();
  for (const r of revisions) {
    const label = placeLabel(log, r);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const all = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const shown = all.slice(0, MOST).map(([label, n]) => `${label} (${String(n)})`);
  const more =
    all.length > MOST ? ` and ${count(all.length - MOST, 'more branch', 'more branches')}` : '';
  return `On ${shown.join(', ')}${more}.`;
}
