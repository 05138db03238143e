import { grown } from '../../columns/grow';
import { encode } from '../../text/encode';

const LF = 10;
const AT = 0x40;

/** A text that grows, as bytes, with the offset and the line that it has come to. */
export class GrowingText {
  private room = new Uint8Array(1 << 16);
  offset = 0;
  line = 0;

  /** What is there so far; what comes later may be in another array. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.room;
  }

  whole(): Uint8Array {
    return this.room.subarray(0, this.offset);
  }

  text(text: string): void {
    this.reserve(text.length);
    const start = this.offset;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0x7f) {
        this.offset = start + i;
        this.encoded(text.slice(i));
        return;
      }
      this.room[start + i] = code;
      if (code === LF) this.line++;
    }
    this.offset = start + text.length;
  }

  /** Bytes [from, to) of a source, which hold no line's end. */
  copy(source: Uint8Array, from: number, to: number): void {
    this.reserve(to - from);
    const { room } = this;
    let { offset } = this;
    for (let at = from; at < to; at++) room[offset++] = source[at]! <= 0x20 ? 0x20 : source[at]!;
    this.offset = offset;
  }

  /** A number with at least so many digits. */
  digits(value: number, width: number): void {
    if (value < 100 && width === 2) {
      this.reserve(2);
      this.room[this.offset++] = 0x30 + Math.floor(value / 10);
      this.room[this.offset++] = 0x30 + (value % 10);
    } else this.text(String(value).padStart(width, '0'));
  }

  /** A string of an archive, its `@` no longer doubled. */
  string(source: Uint8Array, from: number, to: number): void {
    this.reserve(to - from);
    const { room } = this;
    let { offset } = this;
    for (let at = from; at < to; at++) {
      const byte = source[at]!;
      room[offset++] = byte;
      if (byte === AT) at++;
      else if (byte === LF) this.line++;
    }
    this.offset = offset;
  }

  /** Ends the line that was begun. */
  endLine(): void {
    if (this.offset > 0 && this.room[this.offset - 1] !== LF) this.text('\n');
  }

  private encoded(text: string): void {
    const bytes = encode(text);
    this.reserve(bytes.length);
    this.room.set(bytes, this.offset);
    this.offset += bytes.length;
    for (const byte of bytes) if (byte === LF) this.line++;
  }

  private reserve(more: number): void {
    const needed = this.offset + more + 1;
    if (needed > this.room.length)
      this.room = grown(this.room, Math.max(needed, this.room.length * 2));
  }
}
