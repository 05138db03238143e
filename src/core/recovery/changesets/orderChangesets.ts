import { PAUSE_EVERY, type Steps } from '../../columns/steps';
import { SECONDS_A_DAY } from '../../history/dates';
import type { Histories } from '../../history/histories';
import { NO_REVISION, type RevisionId } from '../../history/ids';
import type { Branches } from '../branches/branches';
import { Changesets } from './changesets';
import type { Messages } from '../facts';
import type { Groups } from './groups';

/**
 * Numbers groups of revisions by their time, each after the groups that its revisions were made from. A
 * group that can stand neither before nor after another is no single commit: what may stand now is
 * split off.
 */
export function* orderChangesets(
  messages: Messages,
  branches: Branches,
  { of: group, moments }: Groups,
): Steps<Changesets> {
  const { histories } = messages;
  const members = new Members(group, moments.length);
  const isDone = new Uint8Array(histories.count);
  yield;
  const followers = yield* listFollowers(histories);
  const waits = new Array<number>(moments.length).fill(0);
  for (let r = 0; r < histories.count; r++) {
    if (r % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
    const before = histories.predecessor(r);
    if (before !== NO_REVISION && group[before] !== group[r]) waits[group[r]!]!++;
  }
  const ready = new Heap(
    (a, b) => moments[a]! - moments[b]! || members.first(a) - members.first(b),
  );
  for (let g = 0; g < moments.length; g++) {
    if (g % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
    if (waits[g] === 0) ready.add(g);
  }
  const order: number[] = [];
  const place = (g: number): void => {
    order.push(g);
    const revisions = members.of(g);
    for (const r of revisions) isDone[r] = 1;
    for (const r of revisions) {
      for (let i = followers.starts[r]!; i < followers.starts[r + 1]!; i++) {
        const next = group[followers.revisions[i]!]!;
        if (next !== g && (waits[next]! -= 1) === 0) ready.add(next);
      }
    }
  };
  let placed = 0;
  /** Who waits no longer never waits again. */
  let firstWaiting = 0;
  /** The way to the last cycle, and the place of each group in it. */
  const path: number[] = [];
  const at = new Map<number, number>();
  for (;;) {
    for (let g = ready.take(); g !== undefined; g = ready.take()) {
      placed += members.of(g).length;
      place(g);
      if (order.length % PAUSE_EVERY === 0) yield;
    }
    if (placed === histories.count) break;
    const cycle = findCycle();
    if (cycle.some(splitOff)) continue;
    path.length = 0;
    at.clear();
    waits.some((wait, g) => wait > 0 && splitOff(g));
  }
  return yield* number(messages, branches, order, members, moments);

  /**
   * Groups that wait for each other, found backwards from the first that waits, or from where the
   * way to the last cycle still waits: each group of it waits for the next.
   */
  function findCycle(): number[] {
    let g = path.pop();
    for (; g !== undefined && waits[g] === 0; g = path.pop()) at.delete(g);
    if (g === undefined) {
      while (waits[firstWaiting] === 0) firstWaiting++;
      g = firstWaiting;
    }
    at.delete(g);
    while (!at.has(g)) {
      at.set(g, path.push(g) - 1);
      const waiting: number = g;
      const r = members.of(g).find((member) => {
        const before = histories.predecessor(member);
        return before !== NO_REVISION && isDone[before] === 0 && group[before] !== waiting;
      });
      g = group[histories.predecessor(r!)]!;
    }
    const cycle = path.splice(at.get(g)!);
    for (const one of cycle) at.delete(one);
    return cycle.sort((a, b) => a - b);
  }

  /** What of a group that waits could stand now becomes a group of its own, where there is some. */
  function splitOff(g: number): boolean {
    const may = new Set<RevisionId>();
    const revisions = members.of(g);
    for (let i = revisions.length - 1; i >= 0; i--) {
      const before = histories.predecessor(revisions[i]!);
      if (before === NO_REVISION || isDone[before] === 1 || may.has(before)) may.add(revisions[i]!);
    }
    if (may.size === 0 || may.size === revisions.length) return false;
    const split = moments.push(moments[g]!) - 1;
    members.split(g, may);
    for (const r of may) group[r] = split;
    waits[split] = 0;
    waits[g] = members.of(g).filter((r) => {
      const before = histories.predecessor(r);
      return before !== NO_REVISION && isDone[before] === 0 && group[before] !== g;
    }).length;
    ready.add(split);
    if (waits[g] === 0) ready.add(g);
    return true;
  }
}

function* number(
  messages: Messages,
  branches: Branches,
  order: readonly number[],
  members: Members,
  moments: readonly number[],
): Steps<Changesets> {
  const { count } = messages.histories;
  const ofRevision = new Int32Array(count);
  const revisions = new Int32Array(count);
  const starts = new Int32Array(order.length + 1);
  const dayOf = new Int32Array(order.length);
  let at = 0;
  for (const [id, g] of order.entries()) {
    if (id % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
    starts[id] = at;
    dayOf[id] = Math.floor(moments[g]! / SECONDS_A_DAY);
    for (const r of members.of(g)) {
      ofRevision[r] = id;
      revisions[at++] = r;
    }
  }
  starts[order.length] = at;
  return new Changesets(messages, branches, ofRevision, revisions, starts, dayOf);
}

/** The revisions of each group in the order of the log, all in one array. */
class Members {
  private readonly revisions: Int32Array;
  private readonly starts: number[];
  private readonly ends: number[];

  constructor(group: Int32Array, count: number) {
    const ends = new Array<number>(count).fill(0);
    for (const g of group) ends[g]!++;
    for (let g = 1; g < count; g++) ends[g]! += ends[g - 1]!;
    const starts = ends.slice();
    const revisions = new Int32Array(group.length);
    for (let r = group.length - 1; r >= 0; r--) revisions[--starts[group[r]!]!] = r;
    this.revisions = revisions;
    this.starts = starts;
    this.ends = ends;
  }

  of(group: number): Int32Array {
    return this.revisions.subarray(this.starts[group], this.ends[group]);
  }

  first(group: number): RevisionId {
    return this.revisions[this.starts[group]!]!;
  }

  /** Some revisions of a group become a new one, the last. */
  split(group: number, some: ReadonlySet<RevisionId>): void {
    const all = this.of(group);
    const rest = all.filter((r) => !some.has(r));
    const taken = all.filter((r) => some.has(r));
    all.set(rest);
    all.set(taken, rest.length);
    this.ends.push(this.ends[group]!);
    this.ends[group]! -= taken.length;
    this.starts.push(this.ends[group]!);
  }
}

interface Followers {
  /** Those of revision r stand from starts[r] to starts[r + 1]. */
  readonly starts: Int32Array;
  readonly revisions: Int32Array;
}

/** The revisions that were made from each. */
function* listFollowers(histories: Histories): Steps<Followers> {
  const { count } = histories;
  const starts = new Int32Array(count + 1);
  for (let r = 0; r < count; r++) {
    if (r % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
    const before = histories.predecessor(r);
    if (before !== NO_REVISION) starts[before]!++;
  }
  for (let r = 1; r <= count; r++) starts[r]! += starts[r - 1]!;
  const revisions = new Int32Array(count);
  for (let r = count - 1; r >= 0; r--) {
    if (r % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
    const before = histories.predecessor(r);
    if (before !== NO_REVISION) revisions[--starts[before]!] = r;
  }
  return { starts, revisions };
}

/** A heap of numbers; the least by `compare` is taken first. */
class Heap {
  private readonly items: number[] = [];

  constructor(private readonly compare: (a: number, b: number) => number) {}

  add(item: number): void {
    const { items } = this;
    let at = items.push(item) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (this.compare(items[up]!, item) <= 0) break;
      items[at] = items[up]!;
      at = up;
    }
    items[at] = item;
  }

  take(): number | undefined {
    const { items } = this;
    const least = items[0];
    const last = items.pop();
    if (items.length === 0 || last === undefined) return least;
    let at = 0;
    for (;;) {
      let down = at * 2 + 1;
      if (down >= items.length) break;
      if (down + 1 < items.length && this.compare(items[down + 1]!, items[down]!) < 0) down++;
      if (this.compare(items[down]!, last) >= 0) break;
      items[at] = items[down]!;
      at = down;
    }
    items[at] = last;
    return least;
  }
}
