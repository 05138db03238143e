import type { Log } from '../log';
import { headerLength, referenceAt, type Span } from './references';
import { namedSubjects, type Place } from './subjects/subject';

/** What a grammar cannot know of a stretch of a line. */
export const TOKEN_KINDS = [
  /** The number in the header of a revision of the log. */
  'revision',
  /** The beginning of a line of a message that looks like one. */
  'quoted',
  /** A number, or a path, that stands for what the log holds. */
  'reference',
  /** One that stands for what it does not hold. */
  'unresolved',
  'branch',
  'tag',
] as const;

export type Token = Span & { readonly kind: (typeof TOKEN_KINDS)[number] };

const NUMBER = /(?<![\d.])\d+\.\d+(?:\.\d+\.\d+)*(?![\d.]*\d)/g;
const HEADER = /^(?:revision )?\s*(\d+\.\d+(?:\.\d+\.\d+)*)/;
const LIKE_HEADER = /^\s*\d+\.\d+(?:\.\d+\.\d+)*\s+\d{1,2}-[A-Z][a-z]{2}-\d{4}\s/;
/** A number behind such words is meant to be a revision's, whether or not it is one. */
const MEANT = /\b(?:revisions?|revs?\.?)[\s:]*$/i;
/** Of a line with more numbers only so many are looked at. */
const MOST_NUMBERS = 64;
/** Without one of these a line has nothing but prose. */
const TELLING = /\d\.\d|[\w]-\w|_|[A-Z]{2}|[a-z][A-Z]|\.[a-z]|[a-z]\d|branch|tag|["'`]/;

/** The tokens of a line, in their order; none overlaps another. */
export function tokensOn(log: Log, place: Place): Token[] {
  const { line, revision, isFirstLine } = place;
  if (!TELLING.test(line)) return [];
  const tokens: Token[] = [];
  const add = (token: Token): void => {
    if (tokens.every(({ from, to }) => token.from >= to || token.to <= from)) tokens.push(token);
  };
  const own = revision === undefined ? undefined : ownNumber(log, place);
  if (own) add(own);
  else if (revision !== undefined && !isFirstLine && LIKE_HEADER.test(line))
    add({ kind: 'quoted', from: 0, to: headerLength(line) });
  if (revision !== undefined && /\d\.\d/.test(line)) numbersOn(log, place).forEach(add);
  for (const { kind, from, to } of namedSubjects(log, place)) {
    if (kind === 'named branch') add({ kind: 'branch', from, to });
    else if (kind === 'tag') add({ kind: 'tag', from, to });
    else if (kind === 'file') add({ kind: 'reference', from, to });
    else if (kind === 'absent file') add({ kind: 'unresolved', from, to });
  }
  return tokens.sort((a, b) => a.from - b.from);
}

/** `1.5` at the beginning of a page's line, `revision 1.5` in what `cvs log` prints. */
function ownNumber(log: Log, { line, revision, isFirstLine }: Place): Token | undefined {
  const match = HEADER.exec(line);
  if (match?.[1] !== log.histories.numberText(revision!)) return undefined;
  if (!isFirstLine && !line.startsWith('revision ')) return undefined;
  const from = match[0].length - match[1].length;
  return { kind: 'revision', from, to: match[0].length };
}

function numbersOn(log: Log, { line, revision, isFirstLine, above }: Place): Token[] {
  const tokens: Token[] = [];
  let left = MOST_NUMBERS;
  for (const { 0: text, index: from } of line.matchAll(NUMBER)) {
    if (left-- === 0) break;
    const found = referenceAt(log, revision!, line, from, isFirstLine, above);
    const span = { from, to: from + text.length };
    if (found && !(found.kind === 'revision' && found.isOwnLine))
      tokens.push({ kind: 'reference', ...span });
    else if (!found && MEANT.test(line.slice(Math.max(0, from - 20), from)))
      tokens.push({ kind: 'unresolved', ...span });
  }
  return tokens;
}
