import { isoDate, NO_DATE, type Day } from '../history/dates';
import { branchLabel } from './revisions';
import type { FileId, RevisionId } from '../history/ids';
import { TRUNK, type NumberId } from '../history/numbers';
import type { Log } from '../log';
import { count } from '../text/count';
import { printable } from '../text/printable';
import type { Branch } from '../recovery/branches/branches';
import type { Evidence } from '../recovery/paths/paths';

/** What was done on a branch over all files. */
export interface BranchWork {
  readonly first: Day;
  readonly last: Day;
  readonly revisions: number;
  /** The most active first. */
  readonly authors: readonly string[];
  readonly syncs: number;
  readonly pullUps: number;
}

const works = new WeakMap<Branch, BranchWork>();

export function workOn(log: Log, branch: Branch): BranchWork {
  let work = works.get(branch);
  if (!work) works.set(branch, (work = measure(log, branch)));
  return work;
}

function measure({ histories, recovery }: Log, { members }: Branch): BranchWork {
  let [first, last, revisions, syncs, pullUps] = [Infinity, -Infinity, 0, 0, 0];
  const authors = new Map<string, number>();
  for (const member of members) {
    for (const r of recovery.branches.lines.revisions(member)) {
      revisions++;
      const { placeholder, sync, pullUp } = recovery.messages.factsOf(r);
      if (placeholder) continue;
      const day = histories.day(r);
      if (day !== NO_DATE) [first, last] = [Math.min(first, day), Math.max(last, day)];
      const author = histories.author(r);
      authors.set(author, (authors.get(author) ?? 0) + 1);
      if (sync) syncs++;
      if (pullUp) pullUps++;
    }
  }
  const byWork = [...authors]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([author]) => author);
  const isDated = first <= last;
  return {
    first: isDated ? first : NO_DATE,
    last: isDated ? last : NO_DATE,
    revisions,
    authors: byWork,
    syncs,
    pullUps,
  };
}

/** A branch's name, or what tells it from others: `bouyer, 2007–2008`. */
export function branchTitle(log: Log, branch: Branch): string {
  if (branch.name !== null) return printable(branch.name);
  const { first, last, authors } = workOn(log, branch);
  const [from, to] = [yearOf(first), yearOf(last)];
  const years = from === to ? from : `${from}–${to}`;
  const shown = authors.slice(0, 2).map(printable).join(', ') || 'nobody';
  const more = authors.length > 2 ? ' and others' : '';
  return `${shown}${more}, ${years}`;
}

function yearOf(day: Day): string {
  return isoDate(day)?.replace(/-\d\d-\d\d$/, '') ?? 'unknown year';
}

/** A line of descent: `trunk`, a branch's name, or its number where it has none. */
export function lineLabel(log: Log, file: FileId, branch: NumberId): string {
  if (branch === TRUNK) return 'trunk';
  return branchOf(log, file, branch)?.name ?? branchLabel(log.histories, branch);
}

/** The branch of the whole log that a file's branch belongs to. */
export function branchOf(log: Log, file: FileId, branch: NumberId): Branch | undefined {
  const tip = log.history(file).line(branch)?.revisions[0];
  return tip === undefined ? undefined : log.recovery.branches.of(tip);
}

/** Is the name of a branch no more than inferred? */
export function isInferred({ status }: { readonly status: string }): boolean {
  return status === 'inferred';
}

/** Why a path is taken for a file's, a sentence each; the first few of a kind stand for all. */
export function evidenceSentences(log: Log, evidence: readonly Evidence[]): string[] {
  const lines = (kind: string): number[] => [
    ...new Set(
      evidence.flatMap((e) =>
        e.kind === kind && 'revision' in e ? [lineOf(log, e.revision)] : [],
      ),
    ),
  ];
  const sentences: string[] = [];
  for (const [kind, words] of [
    ['placeholder', 'Named by CVS itself'],
    ['pull-up', 'Named by a pull-up'],
    ['rename', 'Named by a rename'],
  ] as const) {
    const all = lines(kind);
    if (all.length === 0) continue;
    const shown = all.slice(0, 3).map(String).join(', ');
    sentences.push(
      `${words}: ${all.length === 1 ? 'line' : 'lines'} ${shown}${all.length > 3 ? ` and ${count(all.length - 3, 'other')}` : ''}.`,
    );
  }
  for (const e of evidence) {
    if (e.kind === 'between')
      sentences.push(
        `Inferred from the order: it stands between ${place(log, e.before)} and ${place(log, e.after)}.`,
      );
    else if (e.kind === 'onward')
      sentences.push(
        `Inferred from the order: the names go on rising after ${place(log, e.before)}.`,
      );
    else if (e.kind === 'user') sentences.push('Named by you.');
    else if (e.kind === 'listing') sentences.push('Found in the paths that you gave.');
  }
  return sentences;
}

function place({ recovery }: Log, file: FileId): string {
  return printable(recovery.paths.files[file]!.parts.map((part) => part ?? '?').join('/'));
}

function lineOf({ histories }: Log, revision: RevisionId): number {
  return histories.linesOf(revision)[0] + 1;
}
