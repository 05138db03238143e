import type { Archive, Delta } from './parse';

/** The order of `cvs log`: the trunk from its head, then branches by ascending point on the trunk. */
export function inOrder({ head, deltas }: Archive): Delta[] {
  const order: Delta[] = [];
  const seen = new Set<string>();
  const follow = (first: string): Delta[] => {
    const line: Delta[] = [];
    for (
      let delta = deltas.get(first);
      delta && !seen.has(delta.number);
      delta = deltas.get(delta.next)
    ) {
      seen.add(delta.number);
      line.push(delta);
    }
    return line;
  };
  // A branch is stored from its point up, and printed from its tip down, then its own branches.
  const branchesOf = (points: readonly Delta[]): void => {
    for (const point of points) {
      for (const first of [...point.branches].reverse()) {
        const line = follow(first).reverse();
        order.push(...line);
        branchesOf(line);
      }
    }
  };
  const trunk = follow(head);
  order.push(...trunk);
  branchesOf([...trunk].reverse());
  return order;
}
