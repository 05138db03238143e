import { NO_TIME } from '../../history/dates';
import { NO_NUMBER } from '../../history/numbers';
import { endOfLine, nextLine } from '../../text/lines';
import { workingFileOf } from '../../text/workingFile';
import { commonDirectory } from '../commonDirectory';
import { Entries } from '../entries';
import { blockAt, whatFollows, type Block } from './blocks';
import { isChatter } from './chatter';
import { chooseRevisions, type Candidate, type Chosen } from './choose';
import { cutEnd } from './cutEnd';
import { readHead, type FileHead } from './head';
import { findMarks, type Mark } from './marks';
import { readRevision } from './revision';

/** A quotation may end a file and begin another in the middle of a message: so many ends are tried. */
const MOST_ENDS = 32;
/** So many heads behind a file that is complete are looked past for the rule that ends it. */
const MOST_HEADS = 8;
/** A pause is offered each time that so many marks are read. */
const STEP = 1024;

/** A reading that costs no more is not doubted: what takes another file's revisions costs more. */
const FITS = 1;

/** What is strange about where a file ends; see `chooseRevisions` for the rest. */
const COST = {
  missing: 0.9,
  eachMissing: 0.01,
  mostMissing: 0.08,
  noneThere: 0.4,
  noRule: 1,
  /** What follows is damaged, or something stands between. */
  damaged: 0.6,
  /** A log that is quoted ends with a rule of its own, which is not the file's. */
  ruleOfBlock: 1,
} as const;

/**
 * The text of `cvs log`, `cvs rlog` and GNU `rlog`:
 *
 *     RCS file: /cvs/lab/motor.c,v
 *     ...
 *     total revisions: 3;	selected revisions: 3
 *     description:
 *     ----------------------------          28 dashes
 *     revision 1.3
 *     date: 2010-03-31 10:00:00 +0000;  author: ada;  state: Exp;  lines: +1 -1;
 *     Start slowly.
 *     =====...                               77 equal signs
 *
 * A message may hold all of this, too. The count of selected revisions and the order of the numbers
 * tell which are the file's own.
 */
export function* readCvsLog(bytes: Uint8Array): Generator<number, Entries> {
  const entries = new Entries(bytes);
  const marks = yield* findMarks(bytes);
  const workings: string[] = [];
  let at = marks.findIndex(({ kind }) => kind === 'head');
  let pause = STEP;
  while (at >= 0 && at < marks.length) {
    at = readFile(entries, marks, at, workings);
    if (at > pause) {
      pause = at + STEP;
      yield marks[at]?.offset ?? bytes.length;
    }
    if (marks[at - 1]?.kind === 'end') noteStray(entries, marks[at - 1]!, marks[at]);
    while (at < marks.length && marks[at]!.kind !== 'head') at++;
  }
  namePaths(entries, workings);
  const endLine = Math.max(0, (marks.at(-1)?.line ?? 0) - 1);
  const title = commonDirectory(entries.files.map(({ path }) => path));
  entries.pages.push({ title, isFile: false, line: 0, firstEntry: 0, end: bytes.length, endLine });
  return entries;
}

/** The first line behind the rule of a file that is neither chatter nor of the next mark. */
function noteStray({ bytes, problems }: Entries, rule: Mark, next: Mark | undefined): void {
  let line = rule.line + 1;
  const to = next?.offset ?? bytes.length;
  for (let at = nextLine(bytes, endOfLine(bytes, rule.offset)); at < to; line++) {
    const end = endOfLine(bytes, at, to);
    if (!isChatter(bytes, at, end)) {
      problems.push({ line, code: 'stray-line', data: {} });
      return;
    }
    at = nextLine(bytes, end, to);
  }
}

/** Where a head lost its archive, its working file tells it, below the root of another that has both. */
function namePaths({ files }: Entries, workings: readonly string[]): void {
  if (files.every(({ path }) => path !== '')) return;
  const known = files.findIndex(
    ({ path }, i) => workings[i] !== '' && workingFileOf(path).endsWith(`/${workings[i]!}`),
  );
  const root =
    known < 0 ? '' : workingFileOf(files[known]!.path).slice(0, -workings[known]!.length);
  for (const [i, file] of files.entries()) {
    const working = workings[i]!;
    if (file.path === '' && working !== '') files[i] = { ...file, path: `${root}${working},v` };
  }
}

/** One way to read a file: where it ends, and which revisions are its own. */
interface Reading extends Chosen {
  /** The place of the mark that ends it, or that follows where no rule ends it. */
  readonly end: number;
  readonly hasRule: boolean;
  /** Need none behind it be weighed, where it fits? */
  readonly isCertain: boolean;
}

/** Reads the file whose head is a mark, and notes its working file; returns the mark behind it. */
function readFile(
  entries: Entries,
  marks: readonly Mark[],
  at: number,
  workings: string[],
): number {
  const { bytes } = entries;
  const head = readHead(bytes, marks[at]!.offset, marks[at + 1]?.offset ?? bytes.length);
  workings.push(head.working);
  if (head.path === '')
    entries.problems.push({
      line: marks[at]!.line,
      code: 'damaged-head',
      data: { path: head.working },
    });
  let best: Reading | undefined;
  for (const reading of readingsOf(entries, marks, at, head)) {
    if (!best || reading.cost < best.cost) best = reading;
    if (reading.isCertain && (reading.isSound || best.cost <= FITS)) break;
  }
  return addFile(entries, marks, head, best!);
}

/** The ways to read a file, the earliest end first. */
function* readingsOf(
  { bytes, numbers }: Entries,
  marks: readonly Mark[],
  at: number,
  head: FileHead,
): Generator<Reading> {
  const candidates: Candidate[] = [];
  const first = head.head === null ? NO_NUMBER : numbers.revision(head.head);
  const isWhole = head.selected === null || head.selected === head.total;
  const choose = (end: number, hasRule: boolean): Reading => {
    const count = head.selected ?? head.total ?? candidates.length;
    const stated = { count, head: first, first: isWhole ? first : NO_NUMBER };
    const chosen = chooseRevisions(candidates, stated, numbers);
    const cost = chosen.cost + costOfEnd(chosen.revisions.length, count, hasRule);
    return { ...chosen, cost, end, hasRule, isCertain: hasRule };
  };
  let block: Block | undefined;
  let [ends, heads] = [0, 0];
  for (let i = at + 1; i < marks.length && ends < MOST_ENDS; i++) {
    const here = marks[i]!;
    if (here.kind === 'head' && !(block && i < block.end)) {
      block = blockAt(bytes, marks, i);
      const isComplete = candidates.length >= (head.selected ?? head.total ?? Infinity);
      if (isComplete && ++heads > MOST_HEADS) return;
      if (block ? block.mayBeFile : isComplete && heads === 1) yield choose(i, false);
    } else if (here.kind === 'revision') {
      const within = block && i < block.end ? block : undefined;
      const revision = readRevision(bytes, here, numbers, within);
      if (revision && here.offset >= head.description) candidates.push(revision);
    } else if (here.kind === 'end') {
      const follows = whatFollows(bytes, marks, i);
      if (follows === 'other') continue;
      ends++;
      const reading = choose(i, true);
      if (follows === 'damaged') {
        yield { ...reading, cost: reading.cost + COST.damaged, isSound: false, isCertain: false };
      } else if (i === block?.end && !reading.revisions.some((one) => one.block === block))
        yield { ...reading, cost: reading.cost + COST.ruleOfBlock };
      // `cvs log -h` prints nothing but heads, whatever they state.
      else yield head.hasDescription || i > at + 1 ? reading : { ...reading, isSound: true };
    }
  }
  if (ends < MOST_ENDS) yield choose(marks.length, false);
}

/** What is strange about an end: revisions are missing, and no rule is there. */
function costOfEnd(here: number, count: number, hasRule: boolean): number {
  const missing = Math.max(0, count - here);
  // `cvs log -t` prints none.
  const none = here === 0 && hasRule;
  const short = none
    ? COST.noneThere
    : COST.missing + Math.min(COST.mostMissing, COST.eachMissing * missing);
  return (missing === 0 ? 0 : short) + (hasRule ? 0 : COST.noRule);
}

function addFile(
  entries: Entries,
  marks: readonly Mark[],
  head: FileHead,
  { revisions, end, hasRule }: Reading,
): number {
  const { bytes } = entries;
  const { path, symbols, head: tip, defaultBranch, locks, selected, total } = head;
  const stated = { path, symbols, head: tip, defaultBranch, locks, selected, total };
  const last = revisions.at(-1);
  const from = last ? last.body : head.description;
  const offset = marks[end]?.offset ?? bytes.length;
  const count = selected ?? total ?? revisions.length;
  const isShort = revisions.length < count;
  const to = hasRule ? lineBefore(bytes, offset) : cutEnd(bytes, from, offset, isShort);
  const above = marks[end - 1]!;
  const endLine = hasRule
    ? marks[end]!.line - 1
    : above.line + linesBetween(bytes, above.offset, to);
  entries.files.push({ ...stated, firstEntry: entries.count, end: to, endLine });
  for (const revision of revisions) {
    const { mark, number, day, time, author, state, commitId, lines, lockedBy, body, mergePoint } =
      revision;
    if (number === NO_NUMBER) continue;
    const entry = entries.count;
    const name = entries.authors.add(author[0], author[1]);
    entries.add(mark.offset, mark.line, body, number, day, name, 0);
    entries.readList(entry);
    entries.setWord('state', entry, state[0], state[1]);
    entries.setWord('commitId', entry, commitId[0], commitId[1]);
    if (lines) {
      entries.setFact('added', entry, lines[0]);
      entries.setFact('removed', entry, lines[1]);
    }
    if (lockedBy !== undefined || mergePoint !== undefined)
      entries.extras.set(entry, {
        ...(lockedBy === undefined ? {} : { lockedBy }),
        ...(mergePoint === undefined ? {} : { mergePoint }),
      });
    if (revision.isEmpty) entries.empty.add(entry);
    if (time !== NO_TIME) entries.setFact('time', entry, time);
  }
  const data = { path, here: revisions.length, of: count };
  if (!hasRule) {
    const entry = entries.count - 1;
    if (last) entries.extras.set(entry, { ...entries.extras.get(entry), isCut: true });
    entries.problems.push({ line: endLine, code: 'cut-log', data });
  } else if (isShort && revisions.length > 0) {
    entries.problems.push({ line: endLine, code: 'fewer-revisions', data });
  }
  return hasRule ? end + 1 : end;
}

/** How many line ends stand in bytes [from, to). */
function linesBetween(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let end = endOfLine(bytes, from); end < to; count++) {
    end = endOfLine(bytes, nextLine(bytes, end));
  }
  return count;
}

/** The end of the line above an offset. */
function lineBefore(bytes: Uint8Array, offset: number): number {
  if (bytes[offset - 1] === 10) return bytes[offset - 2] === 13 ? offset - 2 : offset - 1;
  return bytes[offset - 1] === 13 ? offset - 1 : offset;
}
