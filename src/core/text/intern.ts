import { grown } from '../columns/grow';
import { decode } from './decode';

/** Byte strings, each once, with a number from 0: authors repeat thousands of times. */
export class InternedText {
  private readonly texts: string[] = [];
  private starts = new Uint32Array(128);
  private ends = new Uint32Array(128);
  private table = new Int32Array(256).fill(-1);

  constructor(private bytes: Uint8Array) {}

  /** The bytes have moved into another array. */
  useBytes(bytes: Uint8Array): void {
    this.bytes = bytes;
  }
  private count = 0;

  /** How many different texts have come. */
  get size(): number {
    return this.count;
  }

  /** The number of the text bytes[from..to). */
  add(from: number, to: number): number {
    let slot = this.slotOf(from, to);
    const known = this.table[slot]!;
    if (known >= 0) return known;
    if (this.count * 2 >= this.table.length) {
      this.grow();
      slot = this.slotOf(from, to);
    }
    const id = this.count++;
    this.table[slot] = id;
    this.starts[id] = from;
    this.ends[id] = to;
    return id;
  }

  text(id: number): string {
    return (this.texts[id] ??= decode(this.bytes, this.starts[id], this.ends[id]));
  }

  private slotOf(from: number, to: number): number {
    const { bytes, table } = this;
    let hash = to - from;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    let slot = (hash ^ (hash >>> 15)) & (table.length - 1);
    while (table[slot]! >= 0 && !this.equals(table[slot]!, from, to)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private equals(id: number, from: number, to: number): boolean {
    const start = this.starts[id]!;
    if (this.ends[id]! - start !== to - from) return false;
    for (let i = from, k = start; i < to; i++, k++) {
      if (this.bytes[i] !== this.bytes[k]) return false;
    }
    return true;
  }

  private grow(): void {
    this.table = new Int32Array(this.table.length * 4).fill(-1);
    this.starts = grown(this.starts, this.table.length / 2);
    this.ends = grown(this.ends, this.table.length / 2);
    for (let id = 0; id < this.count; id++) {
      this.table[this.slotOf(this.starts[id]!, this.ends[id]!)] = id;
    }
  }
}
