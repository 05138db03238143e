import { n, svg } from '../svg';
import { EdgePaths } from './edgePaths';
import { LineStyle, RowKind, type GraphColumns } from '../protocol';

/** As a row of VS Code's own lists, in pixels. */
export const ROW_HEIGHT = 22;
/** The stylesheet has so many colours: of the trunk, of branches, of releases. */
const COLOURS = 10;
const WIDEST_LANE = 14;
/** The lanes take at most this share of the panel's width, and get narrower beyond it. */
const SHARE = 0.25;
/** In a narrower panel they take this width all the same, in pixels. */
const LEAST_WIDTH = 60;
const RADIUS = 4;
const SMALLEST_RADIUS = 2;

export interface LaneDrawing {
  readonly element: SVGSVGElement;
  /** Draws rows [from, to): a path a colour, whatever the rows' number. */
  draw(
    graph: GraphColumns,
    from: number,
    to: number,
    width: number,
    hidden: number,
    /** The row whose edges are drawn though their kinds are hidden; -1 for none. */
    selected: number,
  ): void;
}

/** Many lanes in a narrow panel get narrow; none is cut off. */
export function lanesWidth(laneCount: number, panelWidth: number): number {
  if (laneCount === 0) return 0;
  const room = Math.max(LEAST_WIDTH, panelWidth * SHARE) / Math.max(1, laneCount);
  return Math.ceil(laneCount * Math.min(WIDEST_LANE, room)) + 8;
}

export function drawLanes(): LaneDrawing {
  const element = svg('svg', 'lanes');
  element.setAttribute('aria-hidden', 'true');
  const edges = new EdgePaths((name) => path(element, name));
  const lines = Array.from({ length: COLOURS }, (_, i) =>
    path(element, `descent colour-${String(i)}`),
  );
  const gaps = Array.from({ length: COLOURS }, (_, i) =>
    path(element, `descent gap colour-${String(i)}`),
  );
  const nodes = Array.from({ length: COLOURS }, (_, i) =>
    path(element, `node colour-${String(i)}`),
  );
  const rings = path(element, 'ring');
  const hollow = Array.from({ length: COLOURS }, (_, i) =>
    path(element, `hollow colour-${String(i)}`),
  );
  return {
    element,
    draw(graph, from, to, width, hidden, selected) {
      element.setAttribute('width', String(width));
      element.setAttribute('height', String((to - from) * ROW_HEIGHT));
      element.style.top = `${String(from * ROW_HEIGHT)}px`;
      const step = Math.min(WIDEST_LANE, (width - 8) / Math.max(1, graph.laneCount));
      const x = (lane: number): number => 4 + step * (lane + 0.5);
      const y = (row: number): number => (row - from + 0.5) * ROW_HEIGHT;
      const radius = Math.max(SMALLEST_RADIUS, Math.min(RADIUS, step * 0.42));
      const lineData = emptyData();
      const gapData = emptyData();
      const nodeData = emptyData();
      const hollowData = emptyData();
      let ringData = '';
      for (let line = 0; line < graph.top.length; line++) {
        if (graph.top[line]! >= to || graph.bottom[line]! < from) continue;
        const data = graph.styleOfLine[line]! & LineStyle.gap ? gapData : lineData;
        data[graph.colourOfLine[line]! % COLOURS]! += lineOf(graph, line, from, to, x, y);
      }
      // A table has no lanes, and nothing to draw in them.
      for (let row = from; row < to && graph.laneCount > 0; row++) {
        const lane = graph.laneOfRow[row]!;
        const kinds = graph.kindOfRow[row]!;
        const colour = graph.colourOfRow[row]! % COLOURS;
        const [cx, cy] = [x(lane), y(row)];
        if (kinds & RowKind.placeholder) hollowData[colour]! += circle(cx, cy, radius * 0.85);
        else if (kinds & RowKind.head) nodeData[colour]! += diamond(cx, cy, radius * 1.35);
        else nodeData[colour]! += circle(cx, cy, radius);
        if (kinds & RowKind.branchPoint) ringData += circle(cx, cy, radius * 0.45);
      }
      lines.forEach((element, i) => element.setAttribute('d', lineData[i]!));
      gaps.forEach((element, i) => element.setAttribute('d', gapData[i]!));
      nodes.forEach((element, i) => element.setAttribute('d', nodeData[i]!));
      hollow.forEach((element, i) => element.setAttribute('d', hollowData[i]!));
      rings.setAttribute('d', ringData);
      edges.draw(graph, from, to, hidden, selected, { x, y, radius });
    },
  };
}

/** Down the line's lane, and round the corner to its branch point. */
function lineOf(
  graph: GraphColumns,
  line: number,
  from: number,
  to: number,
  x: (lane: number) => number,
  y: (row: number) => number,
): string {
  const top = Math.max(graph.top[line]!, from - 1);
  const bottom = Math.min(graph.bottom[line]!, to);
  const [at, point] = [x(graph.lane[line]!), x(graph.pointLane[line]!)];
  if (graph.styleOfLine[line]! & LineStyle.leaves) {
    // Between two rows, where no node stands: which commit it left from differs from file to file.
    const end = y(graph.bottom[line]!) + ROW_HEIGHT / 2;
    const bend = Math.min(7, Math.abs(point - at)) * Math.sign(point - at);
    return `M${n(at)} ${n(end - ROW_HEIGHT / 2)}V${n(end - 7)}q0 7 ${n(bend)} 7H${n(point)}`;
  }
  if (at === point || graph.bottom[line]! > to) return `M${n(at)} ${n(y(top))}V${n(y(bottom))}`;
  const bend = Math.min(8, Math.abs(point - at)) * Math.sign(point - at);
  return `M${n(at)} ${n(y(top))}V${n(y(bottom) - 8)}q0 8 ${n(bend)} 8H${n(point)}`;
}

function circle(x: number, y: number, r: number): string {
  return `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0`;
}

function diamond(x: number, y: number, r: number): string {
  return `M${n(x)} ${n(y - r)}l${n(r)} ${n(r)}l${n(-r)} ${n(r)}l${n(-r)} ${n(-r)}z`;
}

function emptyData(): string[] {
  return new Array<string>(COLOURS).fill('');
}

function path(parent: SVGSVGElement, className: string): SVGPathElement {
  const element = svg('path', className);
  parent.append(element);
  return element;
}
