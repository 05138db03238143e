import { grown } from '../columns/grow';
import { NONE, type Id } from '../columns/ids';
import { printable } from '../text/printable';

/** A revision or branch number of a log: its place in the tree of all numbers. */
export type NumberId = Id<'number'>;

/** Where a number makes no sense, or is not there. */
export const NO_NUMBER: NumberId = NONE;

/** The root of the tree: the number without parts. Seen as a branch it is the trunk. */
export const TRUNK: NumberId = 0;

/** The branch of revisions that have a word for a number: such a word is on no line of descent. */
const NOWHERE: NumberId = 1;

/** The largest part that a number may have; CVS itself keeps them in 32 bits. */
export const LARGEST_PART = 0x7fffffff;

/** A number with more parts is none. CVS itself gives up far below. */
export const MOST_PARTS = 64;

const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;

/**
 * All revision and branch numbers of a log, each once, as a tree:
 *
 *     1 ── 1.53 ── 1.53.4 ── 1.53.4.1
 *
 * A revision's parent is its branch, a branch's parent is its branch point (`cvs(1)`, "Revisions
 * and branches"). Two numbers are equal when their ids are, so nothing compares texts.
 *
 * A word in a number's place hangs below a branch of its own kind, `NOWHERE`.
 */
export class Numbers {
  private parents = new Int32Array(1024);
  private parts = new Int32Array(1024);
  private depths = new Uint8Array(1024);
  private table = new Int32Array(4096).fill(-1);
  private count = 2;
  private readonly words: string[] = [];

  constructor() {
    this.depths[NOWHERE] = 3;
    this.parents[NOWHERE] = NOWHERE;
  }

  get size(): number {
    return this.count;
  }

  /** The number that continues `parent` with one more part. */
  child(parent: NumberId, part: number): NumberId {
    const slot = this.slotOf(parent, part);
    const known = this.table[slot]!;
    return known >= 0 ? known : this.add(parent, part, slot);
  }

  /** The number of a revision written as `text`; NO_NUMBER where no revision can have it. */
  revision(text: string): NumberId {
    if (!/^\d+(?:\.\d+)*$/.test(text)) return NO_NUMBER;
    const parts = text.split('.').map(Number);
    const isOne = parts.length % 2 === 0 && parts.length <= MOST_PARTS;
    if (!isOne || parts.some((part) => part > LARGEST_PART)) return NO_NUMBER;
    return parts.reduce<NumberId>((id, part) => this.child(id, part), TRUNK);
  }

  /** The number that bytes [from, to) are, of a revision or a branch; NO_NUMBER where they are none. */
  read(bytes: Uint8Array, from: number, to: number): NumberId {
    let id: NumberId = TRUNK;
    let [part, digits, parts] = [0, 0, 0];
    for (let at = from; at <= to; at++) {
      const byte = at < to ? bytes[at]! : DOT;
      if (byte >= ZERO && byte <= NINE) {
        part = part * 10 + byte - ZERO;
        digits++;
        continue;
      }
      const isPart = byte === DOT && digits > 0 && part <= LARGEST_PART && parts < MOST_PARTS;
      if (!isPart) return NO_NUMBER;
      id = this.child(id, part);
      part = digits = 0;
      parts++;
    }
    return id;
  }

  /**
   * The number that stands for a word, or for none where the word is empty: a new one each time, for a
   * word is nobody's number twice.
   */
  word(text: string): NumberId {
    return this.child(NOWHERE, this.words.push(printable(text)) - 1);
  }

  isWord(id: NumberId): boolean {
    return this.parents[id] === NOWHERE;
  }

  /** Is a branch that of the words, which is none? */
  isNowhere(branch: NumberId): boolean {
    return branch === NOWHERE;
  }

  /** Like `child`, but undefined where the log never names such a number. */
  find(parent: NumberId, part: number): NumberId | undefined {
    const known = this.table[this.slotOf(parent, part)]!;
    return known >= 0 ? known : undefined;
  }

  /** The number written as `text`, where the log names it. */
  parse(text: string): NumberId | undefined {
    let id: NumberId | undefined = TRUNK;
    for (const part of text.split('.')) {
      if (!/^\d+$/.test(part) || Number(part) > LARGEST_PART || id === undefined) return undefined;
      id = this.find(id, Number(part));
    }
    return id;
  }

  parent(id: NumberId): NumberId {
    return this.parents[id]!;
  }

  /** The last part. */
  part(id: NumberId): number {
    return this.parts[id]!;
  }

  /** How many parts: 2 on the trunk, 4 on a branch, 6 on a branch of a branch. */
  depth(id: NumberId): number {
    return this.depths[id]!;
  }

  isTrunk(revision: NumberId): boolean {
    return this.depths[revision] === 2;
  }

  /** The branch that a revision is on; TRUNK on the trunk, whose first part may change. */
  branchOf(revision: NumberId): NumberId {
    return this.depths[revision] === 2 ? TRUNK : this.parents[revision]!;
  }

  /** The revision that a branch leaves from. */
  pointOf(branch: NumberId): NumberId {
    return this.parents[branch]!;
  }

  /** Below zero when a is the older of two revisions of one line of descent. */
  compareOnLine(a: NumberId, b: NumberId): number {
    if (this.parents[a] === this.parents[b]) return this.parts[a]! - this.parts[b]!;
    return this.parts[this.parents[a]!]! - this.parts[this.parents[b]!]!;
  }

  /** By the parts, left to right: `1.2 < 1.2.4 < 1.2.4.1 < 1.10`. */
  compare(a: NumberId, b: NumberId): number {
    const left = this.path(a);
    const right = this.path(b);
    for (let i = 0; i < left.length && i < right.length; i++) {
      if (left[i] !== right[i]) return left[i]! - right[i]!;
    }
    return left.length - right.length;
  }

  text(id: NumberId): string {
    if (this.parents[id] === NOWHERE) return this.words[this.parts[id]!] ?? '?';
    let text = String(this.parts[id]);
    for (let up = this.parents[id]!; up !== TRUNK; up = this.parents[up]!) {
      text = `${String(this.parts[up])}.${text}`;
    }
    return text;
  }

  private path(id: NumberId): number[] {
    const path: number[] = [];
    if (this.parents[id] === NOWHERE || id === NOWHERE) return [Infinity, this.parts[id]!];
    for (let up = id; up !== TRUNK; up = this.parents[up]!) path.push(this.parts[up]!);
    return path.reverse();
  }

  private add(parent: NumberId, part: number, slot: number): NumberId {
    if (this.count === this.parents.length) {
      this.grow();
      slot = this.slotOf(parent, part);
    }
    const id = this.count++;
    this.table[slot] = id;
    this.parents[id] = parent;
    this.parts[id] = part;
    this.depths[id] = Math.min(255, this.depths[parent]! + 1);
    return id;
  }

  private slotOf(parent: NumberId, part: number): number {
    const mask = this.table.length - 1;
    let slot = ((Math.imul(parent, 0x9e3779b1) ^ Math.imul(part, 0x85ebca6b)) >>> 7) & mask;
    for (;;) {
      const id = this.table[slot]!;
      if (id < 0 || (this.parts[id] === part && this.parents[id] === parent)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    const length = this.parents.length * 2;
    this.parents = grown(this.parents, length);
    this.parts = grown(this.parts, length);
    this.depths = grown(this.depths, length);
    this.table = new Int32Array(length * 4).fill(NONE);
    for (let id = 2; id < this.count; id++) {
      this.table[this.slotOf(this.parents[id]!, this.parts[id]!)] = id;
    }
  }
}

/** Is b the next lower on the line of descent of a? */
export function isNextLower(numbers: Numbers, a: NumberId, b: NumberId): boolean {
  return numbers.parent(a) === numbers.parent(b) && numbers.part(a) === numbers.part(b) + 1;
}
