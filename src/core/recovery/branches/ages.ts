/**
 * How many branches were made at points before, by the day of the point. A branch gets the next
 * even number of its point, and a tag is set on all files at once. So of branches that were made
 * together, those with the older point have seen at least as many tags:
 *
 *     day of the point    3    5    5    9
 *     number of branch    6    4    4    2       6, then 4 from day 3 to 5, then 2
 *
 * By days that rise, numbers that fall; points with one number are one step.
 */
export type Ages = readonly Step[];

interface Step {
  readonly number: number;
  /** The days of its oldest and its newest point. */
  readonly first: number;
  readonly last: number;
}

export function ageOf(point: number, number: number): Ages {
  return [{ number, first: point, last: point }];
}

/** Can both be of branches that were made together? Costs the shorter list, not the longer one. */
export function agesAgree(a: Ages, b: Ages): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.every((step) => fits(long, step));
}

function fits(steps: Ages, { number, first, last }: Step): boolean {
  let at = lastBegun(steps, first);
  const before = steps[at];
  if (before && before.number !== number && !(before.number > number && before.last < first))
    return false;
  for (at++; at < steps.length && steps[at]!.first <= last; at++)
    if (steps[at]!.number !== number) return false;
  return at === steps.length || steps[at]!.number <= number;
}

/** The place of the last step that begins up to a day; -1 where none does. */
function lastBegun(steps: Ages, day: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle]!.first <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A longer list is so many times the shorter one before it is changed in place. */
const MUCH_LONGER = 8;

/** Both in one, where they agree. What this returned before may be changed by it. */
export function joinAges(a: Ages, b: Ages): Ages {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length <= MUCH_LONGER * short.length) return merge(long, short);
  for (const step of short) insert(long as Step[], step);
  return long;
}

function merge(a: Ages, b: Ages): Step[] {
  const merged: Step[] = [];
  for (let [i, k] = [0, 0]; i < a.length || k < b.length;) {
    const takesA = k === b.length || (i < a.length && a[i]!.first <= b[k]!.first);
    const step = takesA ? a[i++]! : b[k++]!;
    const last = merged.at(-1);
    if (last?.number === step.number) merged[merged.length - 1] = both(last, step);
    else merged.push(step);
  }
  return merged;
}

function insert(steps: Step[], step: Step): void {
  const at = lastBegun(steps, step.first);
  if (steps[at]?.number === step.number) steps[at] = both(steps[at], step);
  else if (steps[at + 1]?.number === step.number) steps[at + 1] = both(steps[at + 1]!, step);
  else steps.splice(at + 1, 0, step);
}

function both(a: Step, b: Step): Step {
  const [first, last] = [Math.min(a.first, b.first), Math.max(a.last, b.last)];
  return { number: a.number, first, last };
}
