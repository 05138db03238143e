import { NO_REVISION } from '../history/ids';
import type { Lineage } from './lineage';
import { orderRows } from './order';

/**
 * Where everything of a graph stands. Rows count from the top, lanes from the left:
 *
 *     lane 0 1
 *     row 0  ●      1.55       line 0: rows 0 to 3, lane 0
 *     row 1  │ ●    1.53.4.1   line 1: rows 1 to 3, lane 1; it leaves lane 0 at row 3
 *     row 2  ● │    1.54
 *     row 3  ●─┘    1.53
 */
export interface Placement {
  /** The revision of each row. */
  readonly revisionOfRow: Uint32Array;
  readonly rowOfRevision: Uint32Array;
  readonly laneOfRow: Uint32Array;
  readonly laneCount: number;
  readonly lines: PlacedLines;
}

/** Each line of descent: from the row of its tip to that of its branch point, in one lane. */
export interface PlacedLines {
  readonly top: Uint32Array;
  readonly bottom: Uint32Array;
  readonly lane: Uint32Array;
  /** The lane that it leaves at its bottom; its own where it leaves from nothing. */
  readonly pointLane: Uint32Array;
}

/**
 * Rows by date, and for each line the leftmost lane that is free from its tip to its branch point.
 * The trunk has the first lane to itself.
 */
export function place(lineage: Lineage): Placement {
  const revisionOfRow = orderRows(lineage);
  const rowOfRevision = new Uint32Array(lineage.count);
  for (let row = 0; row < revisionOfRow.length; row++) rowOfRevision[revisionOfRow[row]!] = row;
  const lines = spanLines(lineage, revisionOfRow, rowOfRevision);
  const laneCount = giveLanes(lineage, lines);
  const laneOfRow = new Uint32Array(lineage.count);
  for (let row = 0; row < revisionOfRow.length; row++) {
    laneOfRow[row] = lines.lane[lineage.line[revisionOfRow[row]!]!]!;
  }
  for (let line = 0; line < lineage.lineCount; line++) {
    const point = lines.point[line]!;
    lines.pointLane[line] = lines.lane[point === NO_REVISION ? line : lineage.line[point]!]!;
  }
  return { revisionOfRow, rowOfRevision, laneOfRow, laneCount, lines };
}

interface Spans extends PlacedLines {
  /** The branch point of each line, or `NO_REVISION`. */
  readonly point: Int32Array;
}

function spanLines(lineage: Lineage, rows: Uint32Array, rowOfRevision: Uint32Array): Spans {
  const { lineCount, line, predecessor } = lineage;
  const top = new Uint32Array(lineCount).fill(0xffffffff);
  const bottom = new Uint32Array(lineCount);
  const point = new Int32Array(lineCount).fill(NO_REVISION);
  for (let row = 0; row < rows.length; row++) {
    const revision = rows[row]!;
    const of = line[revision]!;
    if (top[of]! > row) top[of] = row;
    const before = predecessor[revision]!;
    const leaves = before !== NO_REVISION && line[before] !== of;
    if (leaves) point[of] = before;
    bottom[of] = leaves ? rowOfRevision[before]! : row;
  }
  const lane = new Uint32Array(lineCount);
  const pointLane = new Uint32Array(lineCount);
  return { top, bottom, lane, pointLane, point };
}

/** Gives each line its lane, from the topmost tip down; how many lanes there are then. */
export function giveLanes(
  lineage: Pick<Lineage, 'lineCount' | 'count' | 'hasTrunk'>,
  { top, bottom, lane }: Pick<PlacedLines, 'top' | 'bottom' | 'lane'>,
): number {
  const byTop = linesByRow(top, lineage.count);
  const byBottom = linesByRow(bottom, lineage.count);
  const free = new LeastFirst(lineage.lineCount);
  let laneCount = lineage.hasTrunk ? 1 : 0;
  let ended = 0;
  for (const line of byTop) {
    while (ended < byBottom.length && bottom[byBottom[ended]!]! < top[line]!) {
      const done = byBottom[ended++]!;
      if (!(lineage.hasTrunk && done === 0)) free.add(lane[done]!);
    }
    if (lineage.hasTrunk && line === 0) continue;
    lane[line] = free.size > 0 ? free.take() : laneCount++;
  }
  return laneCount;
}

/** The lines by ascending row: a counting sort, since rows are few and dense. */
function linesByRow(rowOfLine: Uint32Array, rowCount: number): Uint32Array {
  const starts = new Uint32Array(rowCount + 1);
  for (const row of rowOfLine) starts[row + 1]!++;
  for (let row = 0; row < rowCount; row++) starts[row + 1]! += starts[row]!;
  const sorted = new Uint32Array(rowOfLine.length);
  for (let line = 0; line < rowOfLine.length; line++) sorted[starts[rowOfLine[line]!]!++] = line;
  return sorted;
}

/** Numbers of which the least is taken first. */
class LeastFirst {
  private readonly heap: Uint32Array;
  size = 0;

  constructor(most: number) {
    this.heap = new Uint32Array(most);
  }

  add(value: number): void {
    const { heap } = this;
    let at = this.size++;
    while (at > 0 && heap[(at - 1) >> 1]! > value) {
      heap[at] = heap[(at - 1) >> 1]!;
      at = (at - 1) >> 1;
    }
    heap[at] = value;
  }

  take(): number {
    const { heap } = this;
    const least = heap[0]!;
    const value = heap[--this.size]!;
    let at = 0;
    for (;;) {
      let down = at * 2 + 1;
      if (down >= this.size) break;
      if (down + 1 < this.size && heap[down + 1]! < heap[down]!) down++;
      if (heap[down]! >= value) break;
      heap[at] = heap[down]!;
      at = down;
    }
    heap[at] = value;
    return least;
  }
}
