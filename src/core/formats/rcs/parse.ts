import { decode } from '../../text/decode';

/** A stretch of an archive's bytes, between the `@` of a string. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A delta of an archive: what it says of one revision. */
export interface Delta {
  readonly number: string;
  readonly date: string;
  readonly author: string;
  readonly state: string;
  /** The first revision of each branch that leaves here. */
  readonly branches: readonly string[];
  /** The next older revision on the trunk, the next newer one on a branch; empty at the end. */
  readonly next: string;
  readonly commitId: string;
}

/** An archive as rcsfile(5) has it; strings stay in the bytes, still with each `@` doubled. */
export interface Archive {
  readonly head: string;
  readonly branch: string;
  readonly access: readonly string[];
  readonly symbols: readonly { readonly name: string; readonly number: string }[];
  readonly locks: readonly { readonly user: string; readonly number: string }[];
  readonly isStrict: boolean;
  readonly expand: string;
  readonly deltas: ReadonlyMap<string, Delta>;
  readonly description: Stretch;
  /** By number: the message, and the text or its edits. */
  readonly logs: ReadonlyMap<string, Stretch>;
  readonly texts: ReadonlyMap<string, Stretch>;
  /** Does it end before the text of its last delta does? */
  readonly isCut: boolean;
}

type Token =
  { readonly word: string } | { readonly string: Stretch } | { readonly mark: ';' | ':' };

/** Of a longer word so many bytes are kept: none is longer, but in what is no archive. */
const LONGEST_WORD = 4096;

const NOTHING: Stretch = { from: 0, to: 0 };

/**
 * Reads an archive. Phrases that rcsfile(5) calls `newphrase` are passed over wherever they may
 * stand. An archive that is cut gives what stands before the cut.
 */
export function parseArchive(bytes: Uint8Array): Archive {
  const tokens = new Tokens(bytes);
  const admin = new Map<string, Token[]>();
  let number = readPhrases(tokens, admin);
  const deltas = new Map<string, Delta>();
  while (number !== undefined && number !== 'desc') {
    const phrases = new Map<string, Token[]>();
    const next = readPhrases(tokens, phrases);
    deltas.set(number, deltaOf(number, phrases));
    number = next;
  }
  const description = tokens.string() ?? NOTHING;
  const logs = new Map<string, Stretch>();
  const texts = new Map<string, Stretch>();
  for (let word = tokens.word(); word !== undefined; word = tokens.word()) {
    readTexts(tokens, word, logs, texts);
  }
  const isWhole = number === 'desc' && [...deltas.keys()].every((each) => texts.has(each));
  const words = (key: string): string[] => wordsOf(admin.get(key));
  return {
    head: words('head')[0] ?? '',
    branch: words('branch')[0] ?? '',
    access: words('access'),
    symbols: pairsOf(admin.get('symbols')).map(([name, id]) => ({ name, number: id })),
    locks: pairsOf(admin.get('locks')).map(([user, id]) => ({ user, number: id })),
    isStrict: admin.has('strict'),
    expand: stringText(bytes, admin.get('expand')) || 'kv',
    deltas,
    description,
    logs,
    texts,
    isCut: !isWhole || tokens.isCut,
  };
}

/** Reads phrases up to a number or `desc`, which is returned; undefined at the end. */
function readPhrases(tokens: Tokens, phrases: Map<string, Token[]>): string | undefined {
  for (;;) {
    const word = tokens.word();
    if (word === undefined || word === 'desc' || /^[\d.]+$/.test(word)) return word;
    const values: Token[] = [];
    for (let token = tokens.next(); token; token = tokens.next()) {
      if ('mark' in token && token.mark === ';') break;
      values.push(token);
    }
    phrases.set(word, values);
  }
}

/** `log @...@`, other phrases, and `text @...@` of one revision. */
function readTexts(
  tokens: Tokens,
  number: string,
  logs: Map<string, Stretch>,
  texts: Map<string, Stretch>,
): void {
  for (let word = tokens.word(); word !== undefined; word = tokens.word()) {
    if (word === 'log' || word === 'text') {
      const string = tokens.string() ?? NOTHING;
      (word === 'log' ? logs : texts).set(number, string);
      if (word === 'text') return;
      continue;
    }
    for (let token = tokens.next(); token; token = tokens.next()) {
      if ('mark' in token && token.mark === ';') break;
    }
  }
}

function deltaOf(number: string, phrases: ReadonlyMap<string, Token[]>): Delta {
  const first = (key: string): string => wordsOf(phrases.get(key)).join(' ');
  return {
    number,
    date: first('date'),
    author: first('author'),
    state: first('state'),
    branches: wordsOf(phrases.get('branches')),
    next: first('next'),
    commitId: first('commitid'),
  };
}

function wordsOf(tokens: readonly Token[] = []): string[] {
  return tokens.flatMap((token) => ('word' in token ? [token.word] : []));
}

/** `name:1.2` may be written with blanks around the colon. */
function pairsOf(tokens: readonly Token[] = []): [string, string][] {
  const words = wordsOf(tokens);
  return words.flatMap((word, i): [string, string][] =>
    i % 2 === 0 && words[i + 1] !== undefined ? [[word, words[i + 1]!]] : [],
  );
}

function stringText(bytes: Uint8Array, tokens: readonly Token[] = []): string {
  const [token] = tokens;
  if (!token || !('string' in token)) return '';
  return decode(bytes, token.string.from, token.string.to);
}

/** Words, strings, semicolons and colons, one after another. */
class Tokens {
  private at = 0;
  private ahead: Token | undefined;
  /** Did the bytes end within a string? */
  isCut = false;

  constructor(private readonly bytes: Uint8Array) {}

  next(): Token | undefined {
    const { ahead } = this;
    this.ahead = undefined;
    return ahead ?? this.read();
  }

  /** The next word; passes over what is none. */
  word(): string | undefined {
    for (let token = this.next(); token; token = this.next())
      if ('word' in token) return token.word;
    return undefined;
  }

  /** The next token, where it is a string. */
  string(): Stretch | undefined {
    const token = this.next();
    if (token && 'string' in token) return token.string;
    this.ahead = token;
    return undefined;
  }

  private read(): Token | undefined {
    const { bytes } = this;
    while (this.at < bytes.length && (bytes[this.at]! <= 0x20 || bytes[this.at] === 0x7f))
      this.at++;
    if (this.at >= bytes.length) return undefined;
    const byte = bytes[this.at]!;
    if (byte === 0x40) return { string: this.readString() };
    if (byte === 0x3b || byte === 0x3a) {
      this.at++;
      return { mark: byte === 0x3b ? ';' : ':' };
    }
    const from = this.at;
    while (this.at < bytes.length && isWordByte(bytes[this.at]!)) this.at++;
    return { word: decode(bytes, from, Math.min(this.at, from + LONGEST_WORD)) };
  }

  private readString(): Stretch {
    const { bytes } = this;
    const from = ++this.at;
    for (; this.at < bytes.length; this.at++) {
      if (bytes[this.at] !== 0x40) continue;
      if (bytes[this.at + 1] !== 0x40) break;
      this.at++;
    }
    this.isCut ||= this.at >= bytes.length;
    return { from, to: Math.min(this.at++, bytes.length) };
  }
}

function isWordByte(byte: number): boolean {
  return byte > 0x20 && byte !== 0x3b && byte !== 0x3a && byte !== 0x40 && byte !== 0x7f;
}
