/** What kinds of tokens an archive has; see rcsfile(5). */
export const Token = { end: 0, word: 1, string: 2, semicolon: 3, colon: 4 } as const;

const AT = 0x40;
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

  /** Passes over the rest of a phrase. */
  skipPhrase(): void {
    while (this.next() !== Token.end && this.kind !== Token.semicolon);
  }

  /** Is the token this ASCII word? */
  is(word: string): boolean {
    if (this.to - this.from !== word.length) return false;
    for (let k = 0; k < word.length; k++) {
      if (this.bytes[this.from + k] !== word.charCodeAt(k)) return false;
    }
    return true;
  }

  /** Is the token made of digits and dots? */
  isNumber(): boolean {
    for (let at = this.from; at < this.to; at++) {
      const byte = this.bytes[at]!;
      if (byte !== 0x2e && (byte < 0x30 || byte > 0x39)) return false;
    }
    return true;
  }

  private read(): number {
    const { bytes } = this;
    let { at } = this;
    while (at < bytes.length && (bytes[at]! <= 0x20 || bytes[at] === DELETE)) at++;
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
    this.isCut ||= at >= bytes.length;
    this.to = Math.min(at, bytes.length);
    this.at = at + 1;
    return Token.string;
  }
}

function isWordByte(byte: number): boolean {
  return byte > 0x20 && byte !== SEMICOLON && byte !== COLON && byte !== AT && byte !== DELETE;
}
