import { isoDate } from '../history/dates';
import type { FileId, RevisionId } from '../history/ids';
import { TRUNK, type NumberId } from '../history/numbers';
import type { Log } from '../log';
import { fileLabel } from '../words/files';

/** What of a log holds every word looked for. */
export interface Matches {
  readonly revisions: ReadonlySet<RevisionId>;
  /** Files that match by name, whole. */
  readonly files: ReadonlySet<FileId>;
  /** Branches that match by number, whole: the keys of `branchKey`. */
  readonly branches: ReadonlySet<string>;
  /** Files with anything that matches, in the order of the log. */
  readonly within: ReadonlySet<FileId>;
}

export function branchKey(file: FileId, branch: NumberId): string {
  return `${String(file)}/${String(branch)}`;
}

/**
 * Looks for words in names of files, numbers of branches, and number, author, date, tags and message of
 * revisions; case makes no difference. A name or a number matches where it holds all words.
 * Yields the share that is done.
 */
export function* search(log: Log, text: string): Generator<number, Matches> {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const { histories } = log;
  const revisions = new Set<RevisionId>();
  const files = new Set<FileId>();
  const branches = new Set<string>();
  const within = new Set<FileId>();
  const hasAll = (where: string): boolean => words.every((word) => where.includes(word));
  for (let file = 0; file < histories.fileCount; file++) {
    let found = false;
    if (hasAll(fileLabel(log, file).toLowerCase())) {
      files.add(file);
      found = true;
    }
    const [first, end] = histories.revisionsOf(file);
    for (let r = first; r < end; r++) {
      const branch = histories.numbers.branchOf(histories.number(r));
      if (
        branch !== TRUNK &&
        hasAll(
          `${histories.numbers.text(branch)} ${log.recovery.branches.of(r)?.name ?? ''}`.toLowerCase(),
        )
      ) {
        branches.add(branchKey(file, branch));
        found = true;
      }
      const fields = [
        histories.numberText(r),
        histories.author(r),
        isoDate(histories.day(r)) ?? '',
        ...histories.tags(r),
      ];
      if (!hasAll(`${fields.join(' ')} ${histories.message(r)}`.toLowerCase())) continue;
      revisions.add(r);
      found = true;
    }
    if (found) within.add(file);
    yield (file + 1) / histories.fileCount;
  }
  return { revisions, files, branches, within };
}
