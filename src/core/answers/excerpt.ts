import { EMPTY, FILE_RULE, REVISION_RULE } from '../formats/cvslog/marks';
import { isoDate } from '../history/dates';
import type { FileId, RevisionId } from '../history/ids';
import { linesOf, NO_LINE } from '../history/lines';
import type { Log } from '../log';
import { OPEN } from '../words/files';

/** Some revisions of a log as a log of their own. */
export interface Excerpt {
  /** In the form of `cvs log`, which tells of each file what it is and how much of it is left out. */
  readonly text: string;
  /** The revision of the whole log by the line of its `revision 1.2` here, counted from 0. */
  readonly origins: ReadonlyMap<number, RevisionId>;
}

/**
 * Prints some revisions, in the order of the log. A page names no files, so that a part of one could
 * not be read as it was: whatever the log's form is, the excerpt has that of `cvs log`, with the paths
 * and names that are known. A date without a time of day stays one. What has a word for its number is
 * left out.
 */
export function excerptOf(log: Log, title: string, revisions: Iterable<RevisionId>): Excerpt {
  const { histories } = log;
  // What has a word for its number is no revision in a log of this form.
  const sorted = [...new Set(revisions)]
    .filter((r) => !histories.numbers.isWord(histories.number(r)))
    .sort((a, b) => a - b);
  const lines: string[] = [`cvs log: ${title.replaceAll(/[\r\n]/g, ' ')}`];
  const origins = new Map<number, RevisionId>();
  for (let i = 0; i < sorted.length;) {
    const file = histories.fileOf(sorted[i]!);
    const [, end] = histories.revisionsOf(file);
    let next = i;
    while (next < sorted.length && sorted[next]! < end) next++;
    const own = sorted.slice(i, next);
    for (const line of headOf(log, file, own)) lines.push(line);
    for (const revision of own) {
      origins.set(lines.length + 1, revision);
      for (const line of revisionLines(log, revision)) lines.push(line);
    }
    lines.push(FILE_RULE);
    i = next;
  }
  return { text: `${lines.join('\n')}\n`, origins };
}

function headOf(log: Log, file: FileId, own: readonly RevisionId[]): string[] {
  const { histories } = log;
  const stated = histories.stated(file);
  const [first, end] = histories.revisionsOf(file);
  const path = pathOf(log, file);
  const head = stated?.head ?? histories.numberText(first);
  const { isFile, title } = histories.pages[histories.pageOf(file)]!;
  const archive = stated?.path ?? (isFile ? title! : `${title ?? ''}/${path}`);
  return [
    '',
    `RCS file: ${archive.endsWith(',v') ? archive : `${archive},v`}`,
    `Working file: ${path}`,
    `head: ${head}`,
    `branch:${stated?.defaultBranch ? ` ${stated.defaultBranch}` : ''}`,
    'locks: strict',
    'access list:',
    'symbolic names:',
    ...symbolsOf(log, file, own),
    'keyword substitution: kv',
    `total revisions: ${String(stated?.total ?? end - first)};\tselected revisions: ${String(own.length)}`,
    'description:',
  ];
}

/** Its path below the title, with a mark for what is open; its place in the log where that is all. */
function pathOf(log: Log, file: FileId): string {
  const { parts, status } = log.recovery.paths.files[file]!;
  if (status === 'unknown') return `File ${String(file + 1)}`;
  return parts.map((part) => part ?? OPEN).join('/');
}

/** The names that the log states of the branches and revisions that are printed. */
function symbolsOf(log: Log, file: FileId, own: readonly RevisionId[]): string[] {
  const { histories, recovery } = log;
  const { numbers } = histories;
  const lines = linesOf(histories);
  const names = new Map<string, string>();
  for (const revision of own) {
    for (const tag of histories.tags(revision)) names.set(tag, histories.numberText(revision));
    const branch = recovery.branches.of(revision);
    if (branch?.name == null || branch.status !== 'stated') continue;
    const line = lines.find(file, numbers.branchOf(histories.number(revision)));
    if (line !== NO_LINE) names.set(branch.name, magic(numbers.text(lines.number(line))));
  }
  return [...names].map(([name, number]) => `\t${name}: ${number}`);
}

/** `1.2.0.4` for the branch 1.2.4; a vendor branch, whose number is odd, is written as it is (CVS manual). */
function magic(branch: string): string {
  return /[13579]$/.test(branch) ? branch : branch.replace(/\.(\d+)$/, '.0.$1');
}

function revisionLines(log: Log, revision: RevisionId): string[] {
  const { histories } = log;
  const { numbers } = histories;
  const { lockedBy, state, added, removed, commitId } = histories.extra(revision);
  const day = isoDate(histories.day(revision)) ?? '0000-00-00';
  const time = histories.time(revision);
  const facts = [
    `date: ${day}${time === null ? '' : ` ${time} +0000`}`,
    `author: ${histories.author(revision)}`,
    ...(state === undefined ? [] : [`state: ${state}`]),
    ...(added === undefined ? [] : [`lines: +${String(added)} -${String(removed ?? 0)}`]),
    ...(commitId === undefined ? [] : [`commitid: ${commitId}`]),
  ];
  const branches = histories.listedBranches(revision).map((each) => `  ${numbers.text(each)};`);
  const message = histories.message(revision);
  return [
    REVISION_RULE,
    `revision ${histories.numberText(revision)}${lockedBy === undefined ? '' : `\tlocked by: ${lockedBy};`}`,
    `${facts.join(';  ')};`,
    ...(branches.length > 0 ? [`branches:${branches.join('')}`] : []),
    ...(message === '' ? [EMPTY] : message.split('\n')),
  ];
}
