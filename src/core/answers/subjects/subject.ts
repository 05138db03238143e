import type { FileId, RevisionId } from '../../history/ids';
import type { Log } from '../../log';
import { reportSpans } from '../../messages/people';
import type { Branch } from '../../recovery/branches/branches';
import { withoutEnd } from '../../text/cut';
import { isPath, PATH, referenceAt, type Reference, type Span } from '../references';
import { filesEndingIn, namesOf } from './names';

/** What a place of a log's text is about. */
export type Subject = Reference | NamedSubject;

/** What is known by a name, a number or a path, and not of one file alone. */
export type NamedSubject = Span &
  (
    | { readonly kind: 'author'; readonly name: string }
    | { readonly kind: 'ticket'; readonly ticket: number }
    /** `kern/12345`, or the number alone. */
    | { readonly kind: 'report'; readonly report: string }
    | { readonly kind: 'named branch'; readonly branch: Branch }
    | { readonly kind: 'tag'; readonly name: string }
    | { readonly kind: 'file'; readonly file: FileId }
    /** A path that no file of the log is known to have. */
    | { readonly kind: 'absent file'; readonly path: string }
  );

/** A line of a log, with what is known of its place. */
export interface Place {
  readonly line: string;
  /** The revision on whose lines it is; undefined above the first of a file. */
  readonly revision: RevisionId | undefined;
  readonly isFirstLine: boolean;
  /** The end of the line above, where it is of the same revision. */
  readonly above: string;
}

const TICKET = /\btickets?[\s:]*#?\s?(\d+)|(?<![\w#])#(\d+)/gi;
const WORD = /[A-Za-z_][\w+-]*(?:\.[\w+-]+)*/g;
/** A word that says by itself that it is no prose. */
const SELF_EVIDENT = /[\d_-]|[a-z][A-Z]|^[A-Z]{2}/;
/** A file's name that is no word of prose: `pmap.c`, `Makefile`; others count where they are quoted. */
const IS_FILE = /\.[a-z]|[Mm]akefile/;
/** What stands behind a path in the lists of pull-ups, where also what has no dot is a file. */
const LISTED = /^:?\s+(?:rev|\d+\.\d|patch|via|apply)/i;
/** So many characters beside a name tell what is meant by it. */
const NEAR = 32;
const CREDITS = /(?:\b(?:ok|by|from|to|and|with)|[,:])\s*$/i;

/** What stands at a column; undefined where that is nothing, or not sure. */
export function subjectAt(log: Log, place: Place, column: number): Subject | undefined {
  const { line, revision, isFirstLine, above } = place;
  const author = revision === undefined ? undefined : authorSpan(log, revision, place);
  if (author && holds(author, column)) return author;
  const number =
    revision === undefined
      ? undefined
      : referenceAt(log, revision, line, column, isFirstLine, above);
  return number ?? namedSubjects(log, place).find((subject) => holds(subject, column));
}

function holds({ from, to }: Span, column: number): boolean {
  return column >= from && column <= to;
}

/** All that a line names, but for numbers of revisions, in their order; none overlaps another. */
export function namedSubjects(log: Log, place: Place): NamedSubject[] {
  const { line, revision } = place;
  const found: NamedSubject[] = [];
  const add = (subject: NamedSubject | undefined): void => {
    if (subject && found.every(({ from, to }) => subject.from >= to || subject.to <= from))
      found.push(subject);
  };
  if (revision !== undefined) {
    add(authorSpan(log, revision, place));
    for (const { report, from, to } of reportSpans(line)) add({ kind: 'report', report, from, to });
    for (const match of line.matchAll(TICKET)) add(ticketOf(log, revision, line, match));
    for (const match of line.matchAll(PATH)) add(fileOf(log, revision, line, match));
  }
  for (const match of line.matchAll(WORD)) add(nameOf(log, line, match[0], match.index));
  return found.sort((a, b) => a.from - b.from);
}

/** The author of a revision, in its own header: `1.2 02-May-2006 ines`, or `author: ines;`. */
function authorSpan(
  { histories }: Log,
  revision: RevisionId,
  { line, isFirstLine }: Place,
): NamedSubject | undefined {
  const name = histories.author(revision);
  if (name === '') return undefined;
  const start = isFirstLine
    ? /^[#\s]*\d[\d.]*(?: locked by: [^;]*;)?\s+\S+\s+/.exec(line)
    : /^date: .*?author: /.exec(line);
  if (!start || !line.startsWith(name, start[0].length)) return undefined;
  const from = start[0].length;
  return { kind: 'author', name, from, to: from + name.length };
}

/** `ticket #123`; a number alone only where the message is of that ticket, or names one before. */
function ticketOf(
  log: Log,
  revision: RevisionId,
  line: string,
  match: RegExpExecArray,
): NamedSubject | undefined {
  const ticket = Number(match[1] ?? match[2]);
  const own = log.recovery.messages.factsOf(revision).pullUp?.ticket;
  const isTicket =
    match[1] !== undefined || ticket === own || /\bticket/i.test(line.slice(0, match.index));
  if (!isTicket || !Number.isSafeInteger(ticket)) return undefined;
  const from = match.index;
  return { kind: 'ticket', ticket, from, to: from + match[0].length };
}

function fileOf(
  log: Log,
  revision: RevisionId,
  line: string,
  { 0: text, index: from }: RegExpExecArray,
): NamedSubject | undefined {
  const path = withoutEnd(text, '.:,');
  if (!isPath(path)) return undefined;
  const span = { from, to: from + path.length };
  const file = log.recovery.fileAt(log.histories.fileOf(revision), path);
  if (file !== undefined) return { kind: 'file', file, ...span };
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isListed = LISTED.test(line.slice(span.to, span.to + NEAR));
  const isFile = name !== path && (isListed || /^[^.].*\.\w/.test(name));
  const found = isFile ? filesEndingIn(log, path) : undefined;
  if (found?.length === 0) return { kind: 'absent file', path, ...span };
  const [only, other] = found ?? [];
  return only !== undefined && other === undefined
    ? { kind: 'file', file: only, ...span }
    : undefined;
}

/** A word that is the name of a branch, of a tag or, where someone is thanked, of an author. */
function nameOf(log: Log, line: string, name: string, from: number): NamedSubject | undefined {
  const { branches, tags, authors, files } = namesOf(log);
  const branch = branches.get(name);
  const isQuoted =
    /["'`]/.test(line[from - 1] ?? '') && /["'`]/.test(line[from + name.length] ?? '');
  const file = IS_FILE.test(name) || isQuoted ? files.get(name) : undefined;
  const isTag = tags.has(name);
  const isAuthor = authors.has(name);
  if (!branch && file === undefined && !isTag && !isAuthor) return undefined;
  const span = { from, to: from + name.length };
  const before = line.slice(Math.max(0, from - NEAR), from);
  const behind = line.slice(span.to, span.to + NEAR);
  const isCalled =
    SELF_EVIDENT.test(name) ||
    /(?:\b(?:branch|tag)\s+|["'`])$/i.test(before) ||
    /^(?:["'`]|\s+(?:branch|tag)\b|:\s+\d)/i.test(behind);
  if (branch && isCalled) return { kind: 'named branch', branch, ...span };
  if (isTag && isCalled) return { kind: 'tag', name, ...span };
  if (file !== undefined && !/[\w./@-]$/.test(before) && !/^[/@-]/.test(behind))
    return { kind: 'file', file, ...span };
  const isThanked = isAuthor && (behind.startsWith('@') || CREDITS.test(before));
  return isThanked ? { kind: 'author', name, ...span } : undefined;
}
