import { NONE } from './ids';
import { grown } from './grow';

/** Pairs of whole numbers of at most 32 bits, each pair once, numbered from 0 as they come. */
export class Pairs {
  private firsts = new Int32Array(128);
  private seconds = new Int32Array(128);
  private table = new Int32Array(256).fill(NONE);
  private count = 0;

  /** How many different pairs have come. */
  get size(): number {
    return this.count;
  }

  /** The number of a pair; a new one where it comes for the first time. */
  add(first: number, second: number): number {
    let slot = this.slotOf(first, second);
    const known = this.table[slot]!;
    if (known !== NONE) return known;
    if (this.count * 2 >= this.table.length) {
      this.grow();
      slot = this.slotOf(first, second);
    }
    const id = this.count++;
    this.table[slot] = id;
    this.firsts[id] = first;
    this.seconds[id] = second;
    return id;
  }

  private slotOf(first: number, second: number): number {
    const { table, firsts, seconds } = this;
    let hash = Math.imul(first ^ Math.imul(second, 0x27d4eb2f), 0x165667b1);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let slot = (hash ^ (hash >>> 13)) & (table.length - 1);
    for (;;) {
      const id = table[slot]!;
      if (id === NONE || (firsts[id] === first && seconds[id] === second)) return slot;
      slot = (slot + 1) & (table.length - 1);
    }
  }

  private grow(): void {
    this.table = new Int32Array(this.table.length * 4).fill(NONE);
    this.firsts = grown(this.firsts, this.table.length / 2);
    this.seconds = grown(this.seconds, this.table.length / 2);
    for (let id = 0; id < this.count; id++)
      this.table[this.slotOf(this.firsts[id]!, this.seconds[id]!)] = id;
  }
}
