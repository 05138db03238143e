import type { Lineage } from './lineage';

/**
 * The revisions from top to bottom: the newest first, never one above its descendants, ties in
 * the order of the log. A revision waits until all that was made from it stands; of those that
 * wait no longer, the newest is next.
 */
export function orderRows(lineage: Lineage): Uint32Array {
  const { count, predecessor, time } = lineage;
  const rows = new Uint32Array(count);
  const descendants = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    if (predecessor[i]! >= 0) descendants[predecessor[i]!]!++;
  }
  const ready = new Uint32Array(count);
  let size = 0;
  for (let i = 0; i < count; i++) {
    if (descendants[i] === 0) size = push(ready, size, i, time);
  }
  for (let row = 0; row < count; row++) {
    const revision = ready[0]!;
    rows[row] = revision;
    const before = predecessor[revision]!;
    if (before >= 0 && (descendants[before]! -= 1) === 0) replaceTop(ready, size, before, time);
    else size = popTop(ready, size, time);
  }
  return rows;
}

/** Does revision a stand above b? */
function isAbove(a: number, b: number, time: Int32Array): boolean {
  return time[a]! > time[b]! || (time[a] === time[b] && a < b);
}

function push(heap: Uint32Array, size: number, revision: number, time: Int32Array): number {
  let at = size;
  while (at > 0) {
    const up = (at - 1) >> 1;
    if (!isAbove(revision, heap[up]!, time)) break;
    heap[at] = heap[up]!;
    at = up;
  }
  heap[at] = revision;
  return size + 1;
}

function popTop(heap: Uint32Array, size: number, time: Int32Array): number {
  if (size > 1) replaceTop(heap, size - 1, heap[size - 1]!, time);
  return size - 1;
}

function replaceTop(heap: Uint32Array, size: number, revision: number, time: Int32Array): void {
  let at = 0;
  for (;;) {
    let down = at * 2 + 1;
    if (down >= size) break;
    if (down + 1 < size && isAbove(heap[down + 1]!, heap[down]!, time)) down++;
    if (!isAbove(heap[down]!, revision, time)) break;
    heap[at] = heap[down]!;
    at = down;
  }
  heap[at] = revision;
}
