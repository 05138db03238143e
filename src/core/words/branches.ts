import { linesOf } from '../history/lines';
import type { FileId, RevisionId } from '../history/ids';
import { TRUNK, type NumberId } from '../history/numbers';
import type { Log } from '../log';
import type { Branch } from '../recovery/branches/branches';
import { workOn } from '../recovery/branchWork';
import { count } from '../text/count';
import { printable } from '../text/printable';
import { yearsWords } from './dates';
import { fileLabel } from './files';
import { branchLabel } from './revisions';
import { seriesTitle } from './series';

/** More authors of a branch without a name end in “and others”. */
const MOST_AUTHORS = 2;

/**
 * A branch's name; else the number that it has in its first file, which no other branch has, with who
 * worked on it and when, after the release that its tickets tell:
 * `release of 2019-09: 1.178.4 of conf/files.xen, martin 2023`.
 */
export function branchTitle(log: Log, branch: Branch): string {
  if (branch.name !== null) return printable(branch.name);
  const { first, last, authors } = workOn(log.recovery, branch);
  const shown = authors.slice(0, MOST_AUTHORS).map(printable).join(', ') || 'nobody';
  const others = authors.length > MOST_AUTHORS ? ' and others' : '';
  const series = log.recovery.seriesOf(branch);
  const release = series ? `${seriesTitle(log, series)}: ` : '';
  return `${release}${firstPlace(log, branch)}, ${shown}${others} ${yearsWords(first, last)}`;
}

/** A branch in a word or two: its name, that of its release, or the number in its first file. */
export function branchLabelOf(log: Log, branch: Branch): string {
  if (branch.name !== null) return printable(branch.name);
  const series = log.recovery.seriesOf(branch);
  const lines = linesOf(log.histories);
  return series
    ? seriesTitle(log, series)
    : log.histories.numbers.text(lines.number(branch.members[0]!));
}

/** `1.178.4 of conf/files.xen`, and how many files more. */
export function firstPlace(log: Log, { members }: Branch): string {
  const lines = linesOf(log.histories);
  const [member] = members;
  const number = log.histories.numbers.text(lines.number(member!));
  const more = members.length > 1 ? ` and ${count(members.length - 1, 'more file')}` : '';
  return `${number} of ${fileLabel(log, lines.file(member!))}${more}`;
}

/** A line of descent: `trunk`, a branch's name, or its number where it has none. */
export function lineLabel(log: Log, file: FileId, branch: NumberId): string {
  if (branch === TRUNK) return 'trunk';
  return branchOf(log, file, branch)?.name ?? branchLabel(log.histories, branch);
}

/** Where a revision is, in a word or two: `trunk`, its branch's name, that of its release, or a number. */
export function placeLabel(log: Log, revision: RevisionId): string {
  const branch = log.recovery.branches.of(revision);
  return branch ? branchLabelOf(log, branch) : 'trunk';
}

/** `netbsd-2-0 (1.1.2)`, or the number alone. */
export function lineTitle(log: Log, file: FileId, branch: NumberId): string {
  const label = lineLabel(log, file, branch);
  const number = branchLabel(log.histories, branch);
  return label === number ? number : `${printable(label)} (${number})`;
}

/** The branch of the whole log that a file's branch belongs to. */
export function branchOf(log: Log, file: FileId, branch: NumberId): Branch | undefined {
  const tip = log.history(file).line(branch)?.revisions[0];
  return tip === undefined ? undefined : log.recovery.branches.of(tip);
}

/** Was something not stated, but inferred? */
export function isInferred({ status }: { readonly status: string }): boolean {
  return status === 'inferred';
}
