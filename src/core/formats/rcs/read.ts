import { dayOf, NO_TIME } from '../../history/dates';
import type { Extra } from '../../history/histories';
import { NO_NUMBER } from '../../history/numbers';
import { encode } from '../../text/encode';
import { Entries } from '../entries';
import { countEdits } from './edits';
import { parseArchive, type Archive, type Delta, type Stretch } from './parse';

const RULE = `${'-'.repeat(28)}\n`;
const END = `${'='.repeat(77)}\n`;
const EMPTY = '*** empty log message ***\n';

/**
 * Reads an archive as what `cvs log` prints of it: lines of the history are lines of that print, and
 * its messages stand there without their doubled `@`.
 */
export function* readArchive(bytes: Uint8Array, path = 'archive,v'): Generator<number, Entries> {
  yield 0;
  const archive = parseArchive(bytes);
  const print = new Print(bytes);
  print.text(headOf(archive, path));
  const order = inOrder(archive);
  const places = order.map((delta) => printRevision(print, archive, delta));
  const { offset, line } = print;
  print.text(END);
  const entries = new Entries(print.bytes());
  entries.files.push({
    path,
    symbols: archive.symbols,
    head: archive.head || null,
    defaultBranch: archive.branch || null,
    selected: order.length,
    total: archive.deltas.size,
    firstEntry: 0,
    end: Math.max(0, offset - 1),
    endLine: line - 1,
  });
  for (const [i, delta] of order.entries()) addRevision(entries, delta, places[i]!, archive);
  if (archive.isCut) {
    const data = { path, here: archive.texts.size, of: archive.deltas.size };
    entries.problems.push({ line, code: 'cut-log', data });
  }
  const title = path.replace(/(?:^|\/)(?:Attic\/)?[^/]*$/, '');
  const end = entries.bytes.length;
  entries.pages.push({
    title: title || null,
    isFile: false,
    line: 0,
    firstEntry: 0,
    end,
    endLine: line,
  });
  return entries;
}

interface Place {
  readonly start: number;
  readonly line: number;
  readonly author: readonly [number, number];
  readonly body: number;
  readonly extra: Extra;
}

function headOf(archive: Archive, path: string): string {
  const { head, branch, isStrict, locks, access, symbols, expand, deltas } = archive;
  const total = String(deltas.size);
  return [
    `\nRCS file: ${path}`,
    `head:${head === '' ? '' : ` ${head}`}`,
    `branch:${branch === '' ? '' : ` ${branch}`}`,
    `locks:${isStrict ? ' strict' : ''}`,
    ...locks.map(({ user, number }) => `\t${user}: ${number}`),
    'access list:',
    ...access.map((user) => `\t${user}`),
    'symbolic names:',
    ...symbols.map(({ name, number }) => `\t${name}: ${number}`),
    `keyword substitution: ${expand}`,
    `total revisions: ${total};\tselected revisions: ${total}`,
    'description:\n',
  ].join('\n');
}

/** The order of `cvs log`: the trunk from its head, then branches by ascending point on the trunk. */
function inOrder({ head, deltas }: Archive): Delta[] {
  const order: Delta[] = [];
  const seen = new Set<string>();
  const follow = (first: string): Delta[] => {
    const line: Delta[] = [];
    for (
      let delta = deltas.get(first);
      delta && !seen.has(delta.number);
      delta = deltas.get(delta.next)
    ) {
      seen.add(delta.number);
      line.push(delta);
    }
    return line;
  };
  // A branch is stored from its point up, and printed from its tip down, then its own branches.
  const branchesOf = (points: readonly Delta[]): void => {
    for (const point of points) {
      for (const first of [...point.branches].reverse()) {
        const line = follow(first).reverse();
        order.push(...line);
        branchesOf(line);
      }
    }
  };
  const trunk = follow(head);
  order.push(...trunk);
  branchesOf([...trunk].reverse());
  return order;
}

function printRevision(print: Print, archive: Archive, delta: Delta): Place {
  const { offset: start, line } = print;
  const { number, date, author, state, commitId, branches } = delta;
  const lock = archive.locks.find((each) => each.number === number);
  print.text(`${RULE}revision ${number}${lock ? `\tlocked by: ${lock.user};` : ''}\n`);
  const [year, month, day, hours, minutes, seconds] = fieldsOf(date).map((field) =>
    field.padStart(2, '0'),
  );
  print.text(`date: ${year!}-${month!}-${day!} ${hours!}:${minutes!}:${seconds!} +0000;  author: `);
  const from = print.offset;
  print.text(author);
  const to = print.offset;
  const edits = editsOf(print.source, archive, delta);
  const lines = edits ? `  lines: +${String(edits.added)} -${String(edits.removed)};` : '';
  print.text(`;  state: ${state};${lines}${commitId === '' ? '' : `  commitid: ${commitId};`}\n`);
  const body = print.offset;
  if (branches.length > 0) {
    print.text(
      `branches:${branches.map((first) => `  ${first.replace(/\.\d+$/, '')};`).join('')}\n`,
    );
  }
  const log = archive.logs.get(number);
  if (!log || log.from === log.to) print.text(EMPTY);
  else print.string(log);
  const extra: Extra = {
    ...(edits ?? {}),
    ...(state === '' ? {} : { state }),
    ...(commitId === '' ? {} : { commitId }),
    ...(lock ? { lockedBy: lock.user } : {}),
    ...(log ? {} : { isCut: true }),
  };
  return { start, line, author: [from, to], body, extra };
}

/**
 * The trunk is stored from its head down, so what a trunk revision changed stands, reversed, in the
 * edits that lead to the one before it; a branch stores its own.
 */
function editsOf(
  bytes: Uint8Array,
  archive: Archive,
  delta: Delta,
): { added: number; removed: number } | undefined {
  const isTrunk = delta.number.split('.').length === 2;
  const text = archive.texts.get(isTrunk ? delta.next : delta.number);
  if (!text || (isTrunk && delta.next === '')) return undefined;
  const { added, removed } = countEdits(bytes, text);
  return isTrunk ? { added: removed, removed: added } : { added, removed };
}

function addRevision(entries: Entries, delta: Delta, place: Place, { logs }: Archive): void {
  const known = entries.numbers.revision(delta.number);
  // Without a number that a revision can have, it stands for itself, and that is told.
  const number = known === NO_NUMBER ? entries.numbers.word(delta.number) : known;
  if (number !== known) {
    const data = { text: delta.number, number: null };
    entries.problems.push({ line: place.line, code: 'impossible-number', data });
  }
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = fieldsOf(
    delta.date,
  ).map(Number);
  const log = logs.get(delta.number);
  const isEmpty = !log || log.from === log.to;
  const entry = entries.count;
  const author = entries.authors.add(...place.author);
  entries.add(place.start, place.line, place.body, number, dayOf(year, month, day), author, 0);
  // Only what the archive lists was printed; the message may begin like a list.
  if (delta.branches.length > 0) entries.readList(entry);
  if (isEmpty) entries.empty.add(entry);
  entries.extras.set(entry, place.extra);
  const time = hours * 3600 + minutes * 60 + seconds;
  entries.setTime(entry, Number.isFinite(time) ? time : NO_TIME);
}

/** `2010.03.31.19.00.00`; before 2000 a year has two digits. */
function fieldsOf(date: string): string[] {
  const fields = date.split('.');
  const [year = ''] = fields;
  return [
    year.length === 2 ? `19${year}` : year,
    ...fields.slice(1),
    ...Array<string>(6).fill('0'),
  ].slice(0, 6);
}

/** A text that grows, with the offset and the line that it has come to. */
class Print {
  private readonly pieces: Uint8Array[] = [];
  offset = 0;
  line = 0;

  constructor(readonly source: Uint8Array) {}

  text(text: string): void {
    this.add(encode(text));
  }

  /** A string of the archive, its `@` no longer doubled, ended with a newline as `cvs log` does. */
  string({ from, to }: Stretch): void {
    const piece = new Uint8Array(to - from + 1);
    let size = 0;
    for (let at = from; at < to; at++) {
      piece[size++] = this.source[at]!;
      if (this.source[at] === 0x40) at++;
    }
    if (piece[size - 1] !== 10) piece[size++] = 10;
    this.add(piece.subarray(0, size));
  }

  bytes(): Uint8Array {
    const whole = new Uint8Array(this.offset);
    let at = 0;
    for (const piece of this.pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }

  private add(piece: Uint8Array): void {
    this.pieces.push(piece);
    this.offset += piece.length;
    for (const byte of piece) if (byte === 10) this.line++;
  }
}
