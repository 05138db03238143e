import type { NumberId } from '../../history/numbers';
import { EMPTY, FILE_RULE, REVISION_RULE } from '../cvslog/marks';
import { fieldsOf } from './dateFields';
import { editsOf, type Edits } from './edits';
import type { GrowingText } from './growingText';
import { wholeOrder } from './order';
import type { Archive } from './archive';
import { selectPlaces, type Selection } from './select';

const RULE = `${REVISION_RULE}\nrevision `;

/** What `cvs log` prints of an archive. */
export interface PrintOptions extends Selection {
  /** No symbolic names, as with `-N`. */
  readonly isWithoutSymbols?: boolean;
}

/** Where a revision stands in the print, and what is told of it there. */
export interface Printed {
  /** Of its delta in the archive. */
  readonly place: number;
  readonly start: number;
  readonly line: number;
  /** The author's name. */
  readonly authorFrom: number;
  readonly authorTo: number;
  readonly body: number;
  /** As `fieldsOf` gives it. */
  readonly date: readonly number[];
  readonly stateFrom: number;
  readonly stateTo: number;
  readonly commitFrom: number;
  readonly commitTo: number;
  readonly edits: Edits | undefined;
  readonly lockedBy: string | undefined;
}

/** An archive, and what it is called. */
export interface NamedArchive {
  readonly archive: Archive;
  /** Of the archive itself, with its `,v`. */
  readonly path: string;
  /** Of the file whose history it is. */
  readonly workingFile: string;
}

/**
 * Prints an archive as `cvs log` does (CVS 1.12), but for the line of `=` that ends it, and hands
 * over each revision as soon as it is printed. Returns how many that were.
 */
export function printArchive(
  text: GrowingText,
  named: NamedArchive,
  options: PrintOptions,
  take: (printed: Printed) => void,
): number {
  const { archive } = named;
  const selected = selectPlaces(archive, wholeOrder(archive), options);
  printHead(text, named, selected.length, options);
  const lockers = new Map(
    archive.admin.locks.map(({ name, number }) => [archive.known(number), name]),
  );
  for (const place of selected) take(printRevision(text, archive, place, lockers));
  return selected.length;
}

export function endArchive(text: GrowingText): void {
  text.text(`${FILE_RULE}\n`);
}

function printHead(
  text: GrowingText,
  { archive, path, workingFile }: NamedArchive,
  selected: number,
  { isWithoutSymbols }: PrintOptions,
): void {
  const { head, branch, isStrict, locks, access, symbols, expand } = archive.admin;
  const { bytes, count, description } = archive;
  const pairs = (all: typeof symbols): string[] =>
    all.map(({ name, number }) => `\t${name}: ${number}`);
  const lines = [
    `\nRCS file: ${path}`,
    `Working file: ${workingFile}`,
    `head:${head === '' ? '' : ` ${head}`}`,
    `branch:${branch === '' ? '' : ` ${branch}`}`,
    `locks:${isStrict ? ' strict' : ''}`,
    ...pairs(locks),
    'access list:',
    ...access.map((user) => `\t${user}`),
    ...(isWithoutSymbols ? [] : ['symbolic names:', ...pairs(symbols)]),
    `keyword substitution: ${expand}`,
    `total revisions: ${String(count)};\tselected revisions: ${String(selected)}`,
    'description:\n',
  ];
  text.text(lines.join('\n'));
  // CVS ends no line here: a description may lack its last newline.
  text.string(bytes, description.from, description.to);
}

function printRevision(
  text: GrowingText,
  archive: Archive,
  place: number,
  lockers: ReadonlyMap<NumberId, string>,
): Printed {
  const { bytes } = archive;
  const { offset: start, line } = text;
  const lockedBy = lockers.size === 0 ? undefined : lockers.get(archive.number[place]!);
  text.text(RULE);
  text.copy(bytes, archive.numberAt[place]!, archive.numberTo[place]!);
  text.text(lockedBy === undefined ? '\ndate: ' : `\tlocked by: ${lockedBy};\ndate: `);
  const date = fieldsOf(bytes, archive.dateAt[place]!, archive.dateTo[place]!);
  printDate(text, date);
  const authorFrom = text.offset;
  text.copy(bytes, archive.authorAt[place]!, archive.authorTo[place]!);
  const authorTo = text.offset;
  text.text(';  state: ');
  const stateFrom = text.offset;
  text.copy(bytes, archive.stateAt[place]!, archive.stateTo[place]!);
  const stateTo = text.offset;
  const edits = editsOf(archive, place);
  text.text(edits ? `;  lines: +${String(edits.added)} -${String(edits.removed)};` : ';');
  const hasCommit = archive.commitTo[place]! > archive.commitAt[place]!;
  if (hasCommit) text.text('  commitid: ');
  const commitFrom = text.offset;
  text.copy(bytes, archive.commitAt[place]!, archive.commitTo[place]!);
  const commitTo = text.offset;
  if (hasCommit) text.text(';');
  text.text('\n');
  const body = text.offset;
  printBranches(text, archive, place);
  const [log, logEnd] = [archive.logAt[place]!, archive.logTo[place]!];
  if (log === logEnd) text.text(`${EMPTY}\n`);
  else {
    text.string(bytes, log, logEnd);
    text.endLine();
  }
  return {
    place,
    start,
    line,
    authorFrom,
    authorTo,
    body,
    date,
    stateFrom,
    stateTo,
    commitFrom,
    commitTo,
    edits,
    lockedBy,
  };
}

function printDate(text: GrowingText, fields: readonly number[]): void {
  for (const [i, field] of fields.entries()) {
    text.digits(field, i === 0 ? 4 : 2);
    if (i < BEHIND.length) text.text(BEHIND[i]!);
  }
  text.text(' +0000;  author: ');
}

/** What stands behind the fields of a date. */
const BEHIND = ['-', '-', ' ', ':', ':'];

function printBranches(text: GrowingText, archive: Archive, place: number): void {
  const [from, to] = [archive.branchesAt[place]!, archive.branchesTo[place]!];
  if (from === to) return;
  const { numbers, branches } = archive;
  const names = branches
    .slice(from, to)
    .map((first) => `  ${numbers.text(numbers.parent(first))};`);
  text.text(`branches:${names.join('')}\n`);
}
