import { branchKey, type Matches } from '../../core/answers/search';
import type { LineOfDescent } from '../../core/history/fileHistory';
import { NO_REVISION, type FileId, type RevisionId } from '../../core/history/ids';
import { TRUNK, type NumberId } from '../../core/history/numbers';
import { compareBytes } from '../../core/text/preOrder';
import { count } from '../../core/text/count';
import { printable } from '../../core/text/printable';
import { branchOf, isInferred, lineLabel } from '../../core/words/branches';
import { branchSentence } from '../../core/words/branchSentence';
import { dateWords } from '../../core/words/dates';
import { evidenceSentences } from '../../core/words/evidence';
import { compareNames, fileLabel, fileName } from '../../core/words/files';
import { branchLabel } from '../../core/words/revisions';
import type { Reading } from '../../logs/logs';
import { escaped, ourMarkdown } from '../../workbench/markdown';
import { revisionRow } from '../revisionRow';
import { treeItem, type Row } from '../row';
import { foldersOf, type Folder } from './folders';

export type SortOrder = 'log' | 'name';

/** What of a log is shown, and how. */
export interface Shown {
  readonly order: SortOrder;
  readonly matches?: Matches | undefined;
}

/** The directories and files of a log; before its recovery, the files by their place in it. */
export function rootRows(reading: Reading, shown: Shown): Row[] {
  if (reading.log.isRecovered) return entriesOf(reading, foldersOf(reading.log).root, shown);
  return Array.from({ length: reading.log.histories.fileCount }, (_, file) =>
    fileRow(reading, file, shown),
  );
}

/** The row of a revision, to be revealed. */
export function rowOfRevision(reading: Reading, revision: RevisionId, shown: Shown): Row {
  const { histories } = reading.log;
  const file = histories.fileOf(revision);
  const branch = histories.numbers.branchOf(histories.number(revision));
  return revisionRow(reading, revision, {
    id: `f${String(file)}:${histories.numberText(revision)}`,
    parent: () => lineRow(reading, file, branch, shown),
  });
}

/** In the order of the log, or folders before files and each by name. */
function entriesOf(reading: Reading, folder: Folder, shown: Shown): Row[] {
  const entries = folder.entries.filter((entry) => isShown(reading, entry, shown.matches));
  if (shown.order === 'name') entries.sort((a, b) => compareEntries(reading, a, b));
  return entries.map((entry) =>
    typeof entry === 'number' ? fileRow(reading, entry, shown) : folderRow(reading, entry, shown),
  );
}

function compareEntries({ log }: Reading, a: Folder | FileId, b: Folder | FileId): number {
  if (typeof a === 'object') return typeof b === 'object' ? compareBytes(a.name, b.name) : -1;
  return typeof b === 'object' ? 1 : compareNames(log, a, b);
}

function folderRow(reading: Reading, folder: Folder, shown: Shown): Row {
  const row: Row = {
    reading,
    revision: reading.log.histories.revisionsOf(firstFile(folder))[0],
    id: `d${folder.path}`,
    item: () =>
      treeItem(row, {
        kind: 'folder',
        label: folder.isOpen ? 'Directory unknown' : printable(folder.name),
        icon: folder.isOpen ? 'question' : 'folder',
        description: ofAll(filesWithin(folder, shown.matches), folder.count, 'file'),
        role: folder.isOpen ? '' : 'directory',
        reveals: false,
      }),
    tooltip: () => {
      const what = folder.isOpen
        ? 'The log does not tell the directory of these files. *Match Paths With a Folder or List* may.'
        : `**${escaped(folder.path)}**`;
      return ourMarkdown().appendMarkdown(`${what}\n\n${count(folder.count, 'file')}`);
    },
    children: () => entriesOf(reading, folder, shown),
    parent: () => (folder.parent?.parent ? folderRow(reading, folder.parent, shown) : undefined),
  };
  return row;
}

function firstFile(folder: Folder): FileId {
  let first: Folder | FileId = folder;
  while (typeof first === 'object') first = first.entries[0]!;
  return first;
}

/** A file has its trunk, the trunk's branches, and branches whose own line is not there. */
function fileRow(reading: Reading, file: FileId, shown: Shown): Row {
  const { log } = reading;
  const { histories } = log;
  const [first, end] = histories.revisionsOf(file);
  const row: Row = {
    reading,
    revision: first,
    id: `f${String(file)}`,
    item: () => {
      const isNamed = log.isRecovered && log.name(file) !== null;
      const branches = histories.branchCountOf(file);
      const revisions = ofAll(
        revisionsWithin(reading, file, shown.matches),
        end - first,
        'revision',
      );
      const counts =
        branches > 0 ? `${revisions}, ${count(branches, 'branch', 'branches')}` : revisions;
      const isGuess = log.isRecovered && isInferred(log.recovery.paths.files[file]!);
      return treeItem(row, {
        kind: 'file',
        label: log.isRecovered ? fileName(log, file) : `File ${String(file + 1)}`,
        icon: isNamed ? 'file' : 'question',
        description: isGuess ? `${counts} · inferred` : counts,
        role: '',
      });
    },
    tooltip: () => {
      const lines = `lines ${String(histories.linesOf(first)[0] + 1)} to ${String(histories.linesOf(end - 1)[1] + 1)}`;
      const place = `file ${String(file + 1)} of ${String(histories.fileCount)}, ${lines}`;
      const { evidence, status } = log.recovery.paths.files[file]!;
      const sentences = evidenceSentences(log, evidence).map(escaped);
      if (status === 'unknown') sentences.push('The log does not tell its name.');
      return ourMarkdown().appendMarkdown(
        `**${escaped(fileLabel(log, file))}**, ${place}\n\n${sentences.join('  \n')}`,
      );
    },
    children: () =>
      log
        .history(file)
        .lines.filter((line) => isTopLine(reading, file, line.branch))
        .filter((line) => isLineShown(reading, file, line, shown.matches))
        .map(({ branch }) => lineRow(reading, file, branch, shown)),
    parent: () => {
      const folder = log.isRecovered ? foldersOf(log).ofFile[file] : undefined;
      return folder?.parent ? folderRow(reading, folder, shown) : undefined;
    },
  };
  return row;
}

/** A line of descent has its revisions, and then the branches that leave from a branch. */
function lineRow(reading: Reading, file: FileId, branch: NumberId, shown: Shown): Row {
  const { log } = reading;
  const { histories } = log;
  const history = log.history(file);
  const { revisions, point } = history.line(branch)!;
  const number = branchLabel(histories, branch);
  const known = branch === TRUNK || !log.isRecovered ? undefined : branchOf(log, file, branch);
  const row: Row = {
    reading,
    revision: revisions[0]!,
    branch: known,
    id: `f${String(file)}/${branch === TRUNK ? 'trunk' : histories.numbers.text(branch)}`,
    item: () => {
      const label = log.isRecovered ? printable(lineLabel(log, file, branch)) : number;
      const named = branch !== TRUNK && label !== number ? `${number} · ` : '';
      const mark = known && isInferred(known) ? ' · inferred' : '';
      const found = revisions.filter((r) => isRevisionShown(reading, r, shown.matches)).length;
      const size = ofAll(found, revisions.length, 'revision');
      return treeItem(row, {
        kind: branch === TRUNK ? 'trunk' : 'line',
        label,
        icon: branch === TRUNK ? 'repo' : 'git-branch',
        description: `${named}${size}, ${dateWords(histories.day(revisions[0]!))}${mark}`,
        role: branch === TRUNK ? '' : 'branch',
      });
    },
    tooltip: () => {
      const from = point === NO_REVISION ? '' : `, from ${histories.numberText(point)}`;
      const name = branch === TRUNK ? 'trunk' : `branch ${number}`;
      const called = known ? `\n\n${escapedSentence(reading, known)}` : '';
      return ourMarkdown().appendMarkdown(
        `**${escaped(name)}** of ${escaped(fileLabel(log, file))}${escaped(from)}\n\n${count(revisions.length, 'revision')}${called}`,
      );
    },
    children: () => [
      ...revisions
        .filter((r) => isRevisionShown(reading, r, shown.matches))
        .map((r) => rowOfRevision(reading, r, shown)),
      ...history.lines
        .filter((line) => branch !== TRUNK && parentLine(reading, line.branch) === branch)
        .filter((line) => isLineShown(reading, file, line, shown.matches))
        .map((line) => lineRow(reading, file, line.branch, shown)),
    ],
    parent: () => {
      const above = parentLine(reading, branch);
      return isTopLine(reading, file, branch)
        ? fileRow(reading, file, shown)
        : lineRow(reading, file, above, shown);
    },
  };
  return row;
}

function escapedSentence(
  { log }: Reading,
  branch: NonNullable<ReturnType<typeof branchOf>>,
): string {
  return escaped(branchSentence(log, branch));
}

/** The line that a branch leaves from, whether or not its point is there; of the trunk the trunk. */
function parentLine({ log }: Reading, branch: NumberId): NumberId {
  const { numbers } = log.histories;
  return branch === TRUNK ? TRUNK : numbers.branchOf(numbers.pointOf(branch));
}

function isTopLine(reading: Reading, file: FileId, branch: NumberId): boolean {
  const above = parentLine(reading, branch);
  return above === TRUNK || reading.log.history(file).line(above) === undefined;
}

/** `3 of 50 files` where a filter leaves some out, else `50 files`. */
function ofAll(found: number, all: number, one: string): string {
  return found === all ? count(all, one) : `${found.toLocaleString('en')} of ${count(all, one)}`;
}

function filesWithin(folder: Folder, matches: Matches | undefined): number {
  if (!matches) return folder.count;
  return folder.entries.reduce<number>(
    (sum, entry) =>
      sum +
      (typeof entry === 'object' ? filesWithin(entry, matches) : Number(matches.within.has(entry))),
    0,
  );
}

function revisionsWithin(reading: Reading, file: FileId, matches: Matches | undefined): number {
  const [first, end] = reading.log.histories.revisionsOf(file);
  if (!matches || matches.files.has(file)) return end - first;
  let found = 0;
  for (let r = first; r < end; r++) if (isRevisionShown(reading, r, matches)) found++;
  return found;
}

function isShown(reading: Reading, entry: Folder | FileId, matches: Matches | undefined): boolean {
  if (!matches) return true;
  if (typeof entry === 'number') return matches.within.has(entry);
  return entry.entries.some((inner) => isShown(reading, inner, matches));
}

function isLineShown(
  reading: Reading,
  file: FileId,
  { branch, revisions }: LineOfDescent,
  matches: Matches | undefined,
): boolean {
  if (!matches || matches.files.has(file) || matches.branches.has(branchKey(file, branch)))
    return true;
  if (revisions.some((r) => isRevisionShown(reading, r, matches))) return true;
  return reading.log
    .history(file)
    .lines.some(
      (line) =>
        line.branch !== branch &&
        branch !== TRUNK &&
        parentLine(reading, line.branch) === branch &&
        isLineShown(reading, file, line, matches),
    );
}

function isRevisionShown(reading: Reading, r: RevisionId, matches: Matches | undefined): boolean {
  if (!matches) return true;
  const { histories } = reading.log;
  const file = histories.fileOf(r);
  const branch = histories.numbers.branchOf(histories.number(r));
  return (
    matches.revisions.has(r) ||
    matches.files.has(file) ||
    matches.branches.has(branchKey(file, branch))
  );
}
