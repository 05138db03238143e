import type { Log } from '../log';
import type { FileId, RevisionId } from '../history/ids';
import { TRUNK, type NumberId } from '../history/numbers';
import { withoutEnd } from '../text/cut';

/** What a number in a log's text stands for. */
export type Reference = Span &
  (
    | { readonly kind: 'revision'; readonly revision: RevisionId; readonly isOwnLine: boolean }
    | { readonly kind: 'branch'; readonly of: RevisionId; readonly branch: NumberId }
  );

/** Where on a line something stands. */
export interface Span {
  /** Columns on the line: first, and behind the last. */
  readonly from: number;
  readonly to: number;
}

/** The line below its rule on which `cvs log` prints a revision's number. */
const OWN_LINE = /^revision (\d+(?:\.\d+)+)/;
const NUMBER = /(?<!\d)\d+(?:\.\d+)+/g;

/** Words behind which a number is a revision's. */
const CUE =
  /\b(?:rev(?:ision)?s?\.?|r|pull(?:ed)?[ -]?up|back(?:ed)?[ -]?out|revert(?:ed|s)?|undo)[\s:]*$/i;
/** Between two revisions of one list: `1.2, 1.4 and 1.6`, `1.2-1.10`. */
const LIST = /^(?:\s|,|;|-|and|to|through|via patch|&)*$/i;
/** A path, or the name of a file, in a line of a message. */
export const PATH =
  /(?<![\w./@:$+-])(?:[\w$+-][\w.$+-]*\/)*[\w$+-]+(?:\.[\w$+-]+)*\.?(?=[^\w./-]|[.,](?:\s|$)|$)/g;

/**
 * What the number at a column of a line means, for the file of `revision`, on whose lines it is, or
 * for the one whose path stands beside it. Undefined where that is not sure: nothing rather than
 * something false.
 */
export function referenceAt(
  log: Log,
  revision: RevisionId,
  line: string,
  column: number,
  isFirstLine: boolean,
  above: string,
): Reference | undefined {
  if (isFirstLine && column < headerLength(line)) {
    return { kind: 'revision', revision, isOwnLine: true, from: 0, to: headerLength(line) };
  }
  const own = OWN_LINE.exec(line);
  if (own?.[1] === log.histories.numberText(revision) && column <= own[0].length) {
    return { kind: 'revision', revision, isOwnLine: true, from: 0, to: own[0].length };
  }
  for (const match of line.matchAll(NUMBER)) {
    const from = match.index;
    const to = from + match[0].length;
    if (column < from || column > to) continue;
    const list = branchList(line, isFirstLine);
    if (list && from > list) return branchReference(log, revision, match[0], from, to);
    const context = isFirstLine ? '' : carriedPath(above);
    return revisionReference(log, revision, line, match[0], from, isFirstLine, context);
  }
  return undefined;
}

/** Where a `branches:` list starts on a revision's first line. */
function branchList(line: string, isFirstLine: boolean): number | undefined {
  const match = isFirstLine ? /branches:(?:\s*\d+(?:\.\d+)+;)+\s*$/.exec(line) : null;
  return match?.index;
}

function branchReference(
  log: Log,
  revision: RevisionId,
  text: string,
  from: number,
  to: number,
): Reference | undefined {
  const { histories } = log;
  const branch = histories.numbers.parse(text);
  if (branch === undefined || branch === TRUNK) return undefined;
  if (histories.numbers.pointOf(branch) !== histories.number(revision)) return undefined;
  const known = log.history(histories.fileOf(revision)).line(branch);
  return known && { kind: 'branch', of: revision, branch, from, to };
}

function revisionReference(
  log: Log,
  revision: RevisionId,
  line: string,
  text: string,
  from: number,
  isFirstLine: boolean,
  context: string,
): Reference | undefined {
  const { histories } = log;
  const to = from + text.length;
  if (!standsAlone(line, from, to)) return undefined;
  const bodyFrom = isFirstLine ? headerLength(line) : 0;
  if (!isCued(line.slice(bodyFrom, from))) return undefined;
  const file = fileMeant(log, revision, context + line.slice(bodyFrom));
  if (file === undefined) return undefined;
  const number = histories.numbers.parse(text);
  const found = number === undefined ? undefined : log.history(file).revision(number);
  return found === undefined
    ? undefined
    : { kind: 'revision', revision: found, isOwnLine: false, from, to };
}

/** Is the number no part of a longer word? `r1.5` and the ends of a range are not. */
function standsAlone(line: string, from: number, to: number): boolean {
  const before = line.slice(0, from);
  return (
    !/(?:[\w/]|(?<!\d)-)$/.test(before.replace(/\br$/i, '')) &&
    !/^(?:[\w/]|\.\w)/.test(line.slice(to))
  );
}

/** A path at the end of the line above, with the number still to come: `pmap.c:` LF `revision 1.9`. */
function carriedPath(above: string): string {
  const last = above.trimEnd();
  const path = last.slice(last.search(/(?<!\S)\S+$/)).replace(/:$/, '');
  return isPath(path) ? `${path} ` : '';
}

/** How long the number, date and author are that begin a revision of a page. */
export function headerLength(line: string): number {
  return /^\s*\d[\d.]*\s+\S+\s+\S+\s?/.exec(line)?.[0].length ?? 0;
}

/** Does a word before say that revisions are meant, with nothing but other numbers between? */
function isCued(before: string): boolean {
  for (;;) {
    if (CUE.test(before)) return true;
    const match = /(?<!\d|\d\.)\d+(?:\.\d+)+(\D*)$/.exec(before);
    if (!match || !LIST.test(match[1]!)) return false;
    before = before.slice(0, match.index);
  }
}

/**
 * The file that numbers on a line are of: the revision's own, or the one that the line's path names;
 * undefined where that is not sure.
 */
function fileMeant(log: Log, revision: RevisionId, line: string): FileId | undefined {
  const own = log.histories.fileOf(revision);
  const paths = [...line.matchAll(PATH)].map(([path]) => path).filter(isPath);
  if (paths.length === 0) {
    return /\b(?:of|in|from) \S*(?:BSD|Linux|Xen)\b|BSD/i.test(line) ? undefined : own;
  }
  const files = new Set(paths.map((path) => log.recovery.fileAt(own, withoutEnd(path, '.:,'))));
  return files.size === 1 ? [...files][0] : undefined;
}

export function isPath(text: string): boolean {
  return /\/[\w$+-]|^[\w$+-]+\.[a-zA-Z]\w*$/.test(text) && !/^(?:and|or|i\.e|e\.g)\b/.test(text);
}
