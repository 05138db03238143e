import type { Point } from '../answers/points/point';
import { edgeOf } from '../history/dateRange';
import type { Day } from '../history/dates';
import { globOf } from './glob';

/**
 * One field asks over everything:
 *
 *     race /ix\(4\)/ author:bouyer branch:netbsd-9 -file:conf/* date:2006..2009 kind:pullup
 *     in:netbsd-9 -in:netbsd-8@2020
 *
 * Terms stand apart by blanks, and all must hold. `-` in front says that a term must not. A value with
 * blanks stands in quotes.
 */
export interface Query {
  readonly terms: readonly Term[];
  /** What could not be understood, with where it stands; the other terms count all the same. */
  readonly problems: readonly QueryProblem[];
}

export interface QueryProblem {
  /** Characters [from, to) of the text. */
  readonly from: number;
  readonly to: number;
  readonly sentence: string;
}

export type Term = { readonly isNegated: boolean } & Condition;

export type Condition =
  | { readonly key: 'text'; readonly words: string }
  | { readonly key: 'pattern'; readonly pattern: RegExp }
  /** Names with `*` and `?`; `**` passes over slashes. */
  | { readonly key: 'author' | 'branch' | 'file' | 'tag'; readonly name: RegExp }
  /** Days since 1970-01-01, both ends belong to it. */
  | { readonly key: 'date'; readonly first: Day; readonly last: Day }
  | { readonly key: 'rev'; readonly number: string }
  | { readonly key: 'ticket'; readonly ticket: number }
  | { readonly key: 'pr'; readonly report: string }
  | { readonly key: 'kind'; readonly kind: Kind }
  /** What a branch, a release or a tag has. */
  | { readonly key: 'in'; readonly point: Point };

export const KEYS = [
  'author',
  'branch',
  'file',
  'date',
  'rev',
  'ticket',
  'pr',
  'tag',
  'kind',
  'in',
] as const;
type Key = (typeof KEYS)[number];

export const KINDS = ['pullup', 'sync', 'merge', 'placeholder'] as const;
export type Kind = (typeof KINDS)[number];

/** A longer pattern is refused, in characters. */
const LONGEST_PATTERN = 1000;

/** A repeated group that repeats or chooses inside, as `(a+)+` and `(a|a)*`, can take exponential time. */
const NESTED = /\((?:[^()\\+*|{]|\\.|\{(?!\d))*(?:[+*|]|\{\d)(?:[^()\\]|\\.)*\)(?:[+*]|\{\d+,)/;

/** Finds a point by its name; a sentence where there is none. */
export type PointReader = (name: string) => Point | string;

/** Reads a query. Never throws: what is wrong is told with its place. */
export function parseQuery(text: string, pointOf: PointReader): Query {
  const terms: Term[] = [];
  const problems: QueryProblem[] = [];
  for (const token of tokensOf(text)) {
    const read = readTerm(token, pointOf);
    if (typeof read === 'string') {
      problems.push({ from: token.from, to: token.to, sentence: read });
    } else terms.push({ ...read, isNegated: token.isNegated });
  }
  return { terms, problems };
}

/** A piece of a query as it is written. */
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly isNegated: boolean;
  /** As written in front of the colon; undefined for words and patterns. */
  readonly key: string | undefined;
  readonly value: string;
  /** Where the value begins. */
  readonly valueFrom: number;
  readonly form: 'word' | 'quoted' | 'pattern';
  /** Is the quote or the pattern ended? */
  readonly isEnded: boolean;
}

const KEY = /([A-Za-z]+):/y;

/** The pieces of a query, in their order, with their places. */
export function* tokensOf(text: string): Generator<Token> {
  for (let at = 0; at < text.length;) {
    if (/\s/.test(text[at]!)) {
      at++;
      continue;
    }
    const from = at;
    const isNegated = text[at] === '-' && at + 1 < text.length && !/\s/.test(text[at + 1]!);
    if (isNegated) at++;
    KEY.lastIndex = at;
    const key = KEY.exec(text)?.[1];
    // An address is no key: `http://`.
    const isKey = key !== undefined && !text.startsWith('//', at + key.length + 1);
    if (isKey) at += key.length + 1;
    const valueFrom = at;
    const value = readValue(text, at, !isKey);
    at = value.to;
    yield { ...value, from, isNegated, key: isKey ? key : undefined, valueFrom };
  }
}

function readValue(
  text: string,
  at: number,
  mayBePattern: boolean,
): Pick<Token, 'to' | 'value' | 'form' | 'isEnded'> {
  const mark = text[at];
  if (mark === '"' || (mark === '/' && mayBePattern)) {
    let value = '';
    let i = at + 1;
    for (; i < text.length && text[i] !== mark; i++) {
      const isEscaped = text[i] === '\\' && i + 1 < text.length;
      // A pattern keeps its backslashes, but for that of the slash.
      if (isEscaped && (mark === '"' || text[i + 1] === '/')) i++;
      else if (isEscaped) value += text[i++]!;
      value += text[i]!;
    }
    const isEnded = i < text.length;
    const form = mark === '"' ? 'quoted' : 'pattern';
    // A lone slash, or a path, is a word.
    const isPattern =
      form === 'quoted' || (isEnded && (i + 1 >= text.length || /\s/.test(text[i + 1]!)));
    if (isPattern) return { value, to: Math.min(text.length, i + 1), form, isEnded };
  }
  let to = at;
  while (to < text.length && !/\s/.test(text[to]!)) to++;
  return { value: text.slice(at, to), to, form: 'word', isEnded: true };
}

/** What a piece asks for, or a sentence that says what is wrong with it. */
function readTerm({ key, value, form, isEnded }: Token, pointOf: PointReader): Condition | string {
  if (!isEnded) return 'The quotation mark at its end is missing.';
  if (key === undefined) {
    if (form === 'pattern') return readPattern(value);
    return value === ''
      ? 'There is nothing between the quotation marks.'
      : { key: 'text', words: value.toLowerCase() };
  }
  const known = KEYS.find((one) => one === key.toLowerCase());
  if (known === undefined)
    return `There is no “${key}:”. There are ${KEYS.map((one) => `${one}:`).join(', ')}.`;
  if (value === '') return `“${known}:” needs a value behind the colon.`;
  return readKeyed(known, value, pointOf);
}

function readPattern(source: string): Condition | string {
  if (source.length > LONGEST_PATTERN) return 'The pattern is too long.';
  if (NESTED.test(source))
    return 'A repeated group must not repeat what is in it: it may take forever.';
  try {
    return { key: 'pattern', pattern: new RegExp(source, 'iu') };
  } catch {
    return 'This is no regular expression.';
  }
}

function readKeyed(key: Key, value: string, pointOf: PointReader): Condition | string {
  switch (key) {
    case 'author':
    case 'branch':
    case 'tag':
      return { key, name: globOf(value, false) };
    case 'file':
      return { key, name: globOf(value, true) };
    case 'date':
      return (
        readDates(value) ?? 'A date is 2006, 2006-05 or 2006-05-31; from and to are 2006..2009.'
      );
    case 'rev':
      return /^\d+(?:\.\d+)*$/.test(value)
        ? { key, number: value }
        : 'A revision is a number such as 1.54.2.1.';
    case 'ticket': {
      const [, ticket] = /^#?(\d{1,9})$/.exec(value) ?? [];
      return ticket === undefined ? 'A ticket is a number.' : { key, ticket: Number(ticket) };
    }
    case 'pr':
      return /^#?(?:[\w-]+\/)?\d+$/.test(value)
        ? { key, report: value.replace('#', '').toLowerCase() }
        : 'A problem report is a number, or kern/1234.';
    case 'kind': {
      const kind = KINDS.find((one) => one === value.toLowerCase().replace('-', ''));
      return kind === undefined ? 'A kind is pullup, sync, merge or placeholder.' : { key, kind };
    }
    case 'in': {
      const point = pointOf(value);
      return typeof point === 'string' ? point : { key, point };
    }
  }
}

function readDates(value: string): Condition | undefined {
  const [from = '', to = from, ...more] = value.split('..');
  if (more.length > 0 || (from === '' && to === '')) return undefined;
  const first = from === '' ? -Infinity : edgeOf(from, 'first');
  const last = to === '' ? Infinity : edgeOf(to, 'last');
  return first === undefined || last === undefined ? undefined : { key: 'date', first, last };
}
