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
export function orderChangesets(
  messages: Messages,
  branches: Branches,
  { of: group, moments }: Groups,
): Changesets {
  const { histories } = messages;
  const members = listMembers(group, moments.length);
  const waiting = new Int32Array(moments.length);
  const isDone = new Uint8Array(histories.count);
  const followers = listFollowers(histories);
  for (let r = 0; r < histories.count; r++) {
    const before = histories.predecessor(r);
    if (before !== NO_REVISION && group[before] !== group[r]) waiting[group[r]!]!++;
  }
  const waits = [...waiting];
  const ready = new Heap((a, b) => moments[a]! - moments[b]! || members[a]![0]! - members[b]![0]!);
  for (let g = 0; g < moments.length; g++) if (waits[g] === 0) ready.add(g);
  const order: number[] = [];
  const place = (g: number): void => {
    order.push(g);
    for (const r of members[g]!) isDone[r] = 1;
    for (const r of members[g]!) {
      for (const next of followers(r)) {
        if (group[next] !== g && (waits[group[next]!]! -= 1) === 0) ready.add(group[next]!);
      }
    }
  };
  let placed = 0;
  /** Who waits no longer never waits again. */
  let firstWaiting = 0;
  for (;;) {
    for (let g = ready.take(); g !== undefined; g = ready.take()) {
      placed += members[g]!.length;
      place(g);
    }
    if (placed === histories.count) break;
    const cycle = findCycle();
    if (!cycle.some(splitOff)) waits.some((wait, g) => wait > 0 && splitOff(g));
  }
  return number(messages, branches, order, members, moments);

  /** Groups that wait for each other, found backwards from the first that waits. */
  function findCycle(): number[] {
    const path: number[] = [];
    const at = new Map<number, number>();
    while (waits[firstWaiting] === 0) firstWaiting++;
    let g = firstWaiting;
    while (!at.has(g)) {
      at.set(g, path.push(g) - 1);
      const r = members[g]!.find((member) => {
        const before = histories.predecessor(member);
        return before !== NO_REVISION && isDone[before] === 0 && group[before] !== g;
      });
      g = group[histories.predecessor(r!)]!;
    }
    return path.slice(at.get(g)).sort((a, b) => a - b);
  }

  /** What of a group that waits could stand now becomes a group of its own, where there is some. */
  function splitOff(g: number): boolean {
    const may = new Set<RevisionId>();
    for (const r of [...members[g]!].reverse()) {
      const before = histories.predecessor(r);
      if (before === NO_REVISION || isDone[before] === 1 || may.has(before)) may.add(r);
    }
    if (may.size === 0 || may.size === members[g]!.length) return false;
    const split = moments.push(moments[g]!) - 1;
    members[split] = members[g]!.filter((r) => may.has(r));
    members[g] = members[g]!.filter((r) => !may.has(r));
    for (const r of members[split]) group[r] = split;
    waits[split] = 0;
    waits[g] = members[g].filter((r) => {
      const before = histories.predecessor(r);
      return before !== NO_REVISION && isDone[before] === 0 && group[before] !== g;
    }).length;
    ready.add(split);
    if (waits[g] === 0) ready.add(g);
    return true;
  }
}

function number(
  messages: Messages,
  branches: Branches,
  order: readonly number[],
  members: readonly RevisionId[][],
  moments: readonly number[],
): Changesets {
  const { count } = messages.histories;
  const ofRevision = new Int32Array(count);
  const revisions = new Int32Array(count);
  const starts = new Int32Array(order.length + 1);
  const dayOf = new Int32Array(order.length);
  let at = 0;
  for (const [id, g] of order.entries()) {
    starts[id] = at;
    dayOf[id] = Math.floor(moments[g]! / SECONDS_A_DAY);
    for (const r of members[g]!) {
      ofRevision[r] = id;
      revisions[at++] = r;
    }
  }
  starts[order.length] = at;
  return new Changesets(messages, branches, ofRevision, revisions, starts, dayOf);
}

function listMembers(group: Int32Array, count: number): RevisionId[][] {
  const members: RevisionId[][] = Array.from({ length: count }, () => []);
  for (let r = 0; r < group.length; r++) members[group[r]!]!.push(r);
  return members;
}

/** The revisions that were made from each, as lists in one array. */
function listFollowers(histories: Histories): (r: RevisionId) => Int32Array {
  const starts = new Int32Array(histories.count + 2);
  for (let r = 0; r < histories.count; r++) starts[histories.predecessor(r) + 2]!++;
  for (let r = 1; r < starts.length; r++) starts[r]! += starts[r - 1]!;
  const followers = new Int32Array(histories.count);
  const next = starts.slice();
  for (let r = 0; r < histories.count; r++) followers[next[histories.predecessor(r) + 1]!++] = r;
  return (r) => followers.subarray(starts[r + 1], starts[r + 2]);
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
