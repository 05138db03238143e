import type { Extra } from '../../history/histories';
import { fieldsOf } from './dateFields';
import { editsOf } from './edits';
import type { GrowingText } from './growingText';
import { inOrder } from './order';
import type { Archive, Delta } from './parse';

const RULE = `${'-'.repeat(28)}\n`;
const END = `${'='.repeat(77)}\n`;
const EMPTY = '*** empty log message ***\n';

/** What `cvs log` prints of an archive. */
export interface PrintOptions {
  /** Only the default branch, as with `-b`: the trunk, unless the archive names another. */
  readonly isDefaultBranchOnly?: boolean;
  /** No symbolic names, as with `-N`. */
  readonly isWithoutSymbols?: boolean;
}

/** Where a revision stands in the print. */
export interface Printed {
  readonly delta: Delta;
  readonly start: number;
  readonly line: number;
  /** [from, to) of the author's name. */
  readonly author: readonly [number, number];
  readonly body: number;
  readonly extra: Extra;
}

/** An archive, and what it is called. */
export interface NamedArchive {
  readonly bytes: Uint8Array;
  readonly archive: Archive;
  /** Of the archive itself, with its `,v`. */
  readonly path: string;
  /** Of the file whose history it is. */
  readonly workingFile: string;
}

/** Prints an archive as `cvs log` does (CVS 1.12), but for the line of `=` that ends it. */
export function printArchive(
  text: GrowingText,
  named: NamedArchive,
  options: PrintOptions = {},
): Printed[] {
  const selected = inOrder(named.archive).filter(
    ({ number }) => !options.isDefaultBranchOnly || isOnDefaultBranch(number, named.archive),
  );
  printHead(text, named, selected.length, options);
  return selected.map((delta) => printRevision(text, named, delta));
}

export function endArchive(text: GrowingText): void {
  text.text(END);
}

/** Without a default branch it is the head's: revisions of its first part. */
function isOnDefaultBranch(number: string, { head, branch }: Archive): boolean {
  return branchOf(number) === (branch === '' ? branchOf(head) : branch);
}

function branchOf(revision: string): string {
  return revision.slice(0, revision.lastIndexOf('.'));
}

function printHead(
  text: GrowingText,
  { bytes, archive, path, workingFile }: NamedArchive,
  selected: number,
  { isWithoutSymbols }: PrintOptions,
): void {
  const { head, branch, isStrict, locks, access, symbols, expand, deltas, description } = archive;
  const lines = [
    `\nRCS file: ${path}`,
    `Working file: ${workingFile}`,
    `head:${head === '' ? '' : ` ${head}`}`,
    `branch:${branch === '' ? '' : ` ${branch}`}`,
    `locks:${isStrict ? ' strict' : ''}`,
    ...locks.map(({ user, number }) => `\t${user}: ${number}`),
    'access list:',
    ...access.map((user) => `\t${user}`),
    ...(isWithoutSymbols
      ? []
      : ['symbolic names:', ...symbols.map(({ name, number }) => `\t${name}: ${number}`)]),
    `keyword substitution: ${expand}`,
    `total revisions: ${String(deltas.size)};\tselected revisions: ${String(selected)}`,
    'description:\n',
  ];
  text.text(lines.join('\n'));
  // CVS ends no line here: a description may lack its last newline.
  text.string(bytes, description);
}

function printRevision(text: GrowingText, { bytes, archive }: NamedArchive, delta: Delta): Printed {
  const { offset: start, line } = text;
  const { number, date, author, state, commitId, branches } = delta;
  const lock = archive.locks.find((each) => each.number === number);
  text.text(`${RULE}revision ${number}${lock ? `\tlocked by: ${lock.user};` : ''}\n`);
  const [year, month, day, hours, minutes, seconds] = fieldsOf(date).map((field) =>
    field.padStart(2, '0'),
  );
  text.text(`date: ${year!}-${month!}-${day!} ${hours!}:${minutes!}:${seconds!} +0000;  author: `);
  const from = text.offset;
  text.text(author);
  const to = text.offset;
  const edits = editsOf(bytes, archive, delta);
  const lines = edits ? `  lines: +${String(edits.added)} -${String(edits.removed)};` : '';
  text.text(`;  state: ${state};${lines}${commitId === '' ? '' : `  commitid: ${commitId};`}\n`);
  const body = text.offset;
  if (branches.length > 0) {
    text.text(
      `branches:${branches.map((first) => `  ${first.replace(/\.\d+$/, '')};`).join('')}\n`,
    );
  }
  const log = archive.logs.get(number);
  if (!log || log.from === log.to) text.text(EMPTY);
  else {
    text.string(bytes, log);
    text.endLine();
  }
  const extra: Extra = {
    ...(edits ?? {}),
    ...(state === '' ? {} : { state }),
    ...(commitId === '' ? {} : { commitId }),
    ...(lock ? { lockedBy: lock.user } : {}),
    ...(log ? {} : { isCut: true }),
  };
  return { delta, start, line, author: [from, to], body, extra };
}
