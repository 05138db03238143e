/** What kinds of tokens an archive has; see rcsfile(5). */
export const Token = { end: 0, word: 1, string: 2, semicolon: 3, colon: 4 } as const;

/** The words that begin phrases. At a line's start one ends the phrase before it, whose semicolon is lost. */
const KEYWORDS = [
  ...['head', 'branch', 'access', 'symbols', 'locks', 'strict', 'comment', 'expand', 'desc'],
  ...['date', 'author', 'state', 'branches', 'next', 'commitid', 'log', 'text'],
];

/** Those that RCS writes on the line of a date, behind a tab. */
const BESIDE_DATE = ['author', 'state'];

const BEFORE_STRING = ['desc', 'log', 'text'];

const AT = 0x40;
const LF = 10;
const TAB = 9;
const SEMICOLON = 0x3b;
const COLON = 0x3a;
const DELETE = 0x7f;

/** Of a longer word so many bytes are kept: none is longer, but in what is no archive. */
const LONGEST_WORD = 4096;

/** The tokens of an archive, one after another: each is a kind and a stretch of the bytes. */
export class Scanner {
  kind: number = Token.end;
  /** The token's bytes [from, to); of a string those between its `@`, still doubled within. */
  from = 0;
  to = 0;
  /** Did the bytes end within a string? */
  isCut = false;
  /** Above the description a string has no line that begins a delta; an `@` before one is none's. */
  isAmongDeltas = true;
  /** Offsets where something is not as rcsfile(5) has it, in the order in which they were met. */
  readonly damage: number[] = [];
  private at = 0;
  private isHeld = false;

  constructor(private readonly bytes: Uint8Array) {}

  next(): number {
    if (this.isHeld) this.isHeld = false;
    else this.kind = this.read();
    return this.kind;
  }

  /** The token read last is read again. */
  hold(): void {
    this.isHeld = true;
  }

  /** Goes to the next word, over what is none; is there one? */
  nextWord(): boolean {
    while (this.next() !== Token.end) if (this.kind === Token.word) return true;
    return false;
  }

  /** Goes to the next token, where it is a string; else it is read again. */
  nextString(): boolean {
    if (this.next() === Token.string) return true;
    this.hold();
    return false;
  }

  /** Goes to the next token of a phrase, which may be that of a date or an author; false behind it. */
  nextInPhrase(isOfDate = false): boolean {
    if (this.next() === Token.end || this.kind === Token.semicolon) return false;
    if (this.kind !== Token.word || !this.beginsPhrase(isOfDate)) return true;
    this.damage.push(this.from);
    this.hold();
    return false;
  }

  /** Passes over the rest of a phrase. */
  skipPhrase(): void {
    while (this.nextInPhrase());
  }

  get isAtEnd(): boolean {
    return this.kind === Token.end;
  }

  /** Reads on from an offset. */
  goTo(offset: number): void {
    this.at = offset;
    this.isHeld = false;
  }

  /** Does this word stand behind the token, with blanks between? */
  precedes(word: string): boolean {
    const at = behindBlanks(this.bytes, this.to);
    return at > this.to && isWordAt(this.bytes, at, word);
  }

  /** Is the token this ASCII word? */
  is(word: string): boolean {
    if (this.to - this.from !== word.length) return false;
    for (let k = 0; k < word.length; k++) {
      if (this.bytes[this.from + k] !== word.charCodeAt(k)) return false;
    }
    return true;
  }

  /** Is the token a number that begins something, none of a phrase? */
  beginsDelta(): boolean {
    const behind = this.bytes[this.to];
    return this.isNumber() && behind !== SEMICOLON && behind !== COLON;
  }

  private beginsPhrase(isOfDate: boolean): boolean {
    const before = this.bytes[this.from - 1];
    const isFirst = before === LF;
    if (isFirst && this.isNumber()) return this.precedes('date') || this.precedes('log');
    if (this.bytes[this.to] === COLON) return false;
    if (isFirst) return this.isPhrase(KEYWORDS) && this.isFollowedFittingly();
    return isOfDate && before === TAB && this.isPhrase(BESIDE_DATE);
  }

  /** Behind `date` stands a number, and behind words with a string an `@`; else it is no keyword. */
  private isFollowedFittingly(): boolean {
    const byte = this.bytes[behindBlanks(this.bytes, this.to)];
    if (this.is('date')) return byte !== undefined && isNumberByte(byte);
    return !this.isPhrase(BEFORE_STRING) || byte === AT;
  }

  private isPhrase(words: readonly string[]): boolean {
    return words.some((word) => this.is(word));
  }

  /** Is the token made of digits and dots? */
  private isNumber(): boolean {
    return behindNumber(this.bytes, this.from) >= this.to;
  }

  private read(): number {
    const { bytes } = this;
    let at = behindBlanks(bytes, this.at);
    this.at = at;
    if (at >= bytes.length) return Token.end;
    const byte = bytes[at]!;
    if (byte === AT) return this.readString();
    if (byte === SEMICOLON || byte === COLON) {
      this.at = at + 1;
      return byte === SEMICOLON ? Token.semicolon : Token.colon;
    }
    this.from = at;
    while (at < bytes.length && isWordByte(bytes[at]!)) at++;
    this.at = at;
    this.to = Math.min(at, this.from + LONGEST_WORD);
    return Token.word;
  }

  private readString(): number {
    const { bytes } = this;
    this.from = this.at + 1;
    let at = this.from;
    for (; at < bytes.length; at++) {
      if (bytes[at] !== AT) continue;
      if (bytes[at + 1] !== AT) break;
      at++;
    }
    const isEnded = endsPhraseOnLine(bytes, at + 1);
    if (
      this.isAmongDeltas &&
      !isEnded &&
      holdsDelta(bytes, this.from, Math.min(at, bytes.length))
    ) {
      this.damage.push(this.from - 1);
      this.at = this.from;
      return this.read();
    }
    this.isCut ||= at >= bytes.length;
    this.to = Math.min(at, bytes.length);
    this.at = at + 1;
    return Token.string;
  }
}

function isWordByte(byte: number): boolean {
  return byte > 0x20 && byte !== SEMICOLON && byte !== COLON && byte !== AT && byte !== DELETE;
}

/** Is there a line with a number and then a date, or one with `desc`? */
function holdsDelta(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (bytes[at] !== LF) continue;
    if (isWordAt(bytes, at + 1, 'desc')) return true;
    const behind = behindNumber(bytes, at + 1);
    if (behind === at + 1) continue;
    const date = behindBlanks(bytes, behind);
    if (date > behind && isWordAt(bytes, date, 'date')) return true;
  }
  return false;
}

export function behindNumber(bytes: Uint8Array, at: number): number {
  while (isNumberByte(bytes[at] ?? 0)) at++;
  return at;
}

/** A digit or a dot. */
export function isNumberByte(byte: number): boolean {
  return byte === 0x2e || (byte >= 0x30 && byte <= 0x39);
}

/** Does a semicolon follow on the same line? */
function endsPhraseOnLine(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < bytes.length && bytes[at] !== LF && at < from + NEAR; at++)
    if (bytes[at] === SEMICOLON) return true;
  return false;
}

/** No phrase has more behind a string on its line, in bytes. */
const NEAR = 4096;

export function behindBlanks(bytes: Uint8Array, at: number): number {
  while (at < bytes.length && (bytes[at]! <= 0x20 || bytes[at] === DELETE)) at++;
  return at;
}

/** Does this ASCII word, and no longer one, stand at an offset? */
export function isWordAt(bytes: Uint8Array, at: number, word: string): boolean {
  for (let k = 0; k < word.length; k++) if (bytes[at + k] !== word.charCodeAt(k)) return false;
  const behind = bytes[at + word.length];
  return behind === undefined || !isWordByte(behind);
}
