import { n } from '../svg';
import { EdgeKind, type GraphColumns } from '../protocol';

const KINDS = [
  ['pull-up', EdgeKind.pullUp],
  ['sync', EdgeKind.sync],
  ['merge', EdgeKind.merge],
] as const;

export interface Scale {
  readonly x: (lane: number) => number;
  readonly y: (row: number) => number;
  readonly radius: number;
}

/** One SVG path per kind of edge: solid for stated, dashed for inferred. */
export class EdgePaths {
  private readonly paths: { kind: number; line: SVGPathElement; head: SVGPathElement }[];

  constructor(path: (className: string) => SVGPathElement) {
    this.paths = KINDS.flatMap(([name, flag]) =>
      [0, EdgeKind.inferred].map((inferred) => ({
        kind: flag | inferred,
        line: path(`edge ${name}${inferred ? ' inferred' : ''}`),
        head: path(`edge-head ${name}`),
      })),
    );
  }

  /** Draws those that pass rows [from, to); of kinds that are hidden, those of the selected row. */
  draw(
    graph: GraphColumns,
    from: number,
    to: number,
    hidden: number,
    selected: number,
    scale: Scale,
  ): void {
    for (const { kind, line, head } of this.paths) {
      const only = (kind & hidden) === 0 ? undefined : selected;
      const [lines, heads] = curves(graph, kind, from, to, only, scale);
      line.setAttribute('d', lines);
      head.setAttribute('d', heads);
    }
  }
}

/** From the node that it went from to the one that it came to, with a head there. */
function curves(
  graph: GraphColumns,
  kind: number,
  from: number,
  to: number,
  only: number | undefined,
  { x, y, radius }: Scale,
): [string, string] {
  let lines = '';
  let heads = '';
  for (let e = 0; e < graph.edgeKind.length; e++) {
    const [a, b] = [graph.edgeFrom[e]!, graph.edgeTo[e]!];
    if (graph.edgeKind[e] !== kind || Math.max(a, b) < from || Math.min(a, b) >= to) continue;
    if (only !== undefined && a !== only && b !== only) continue;
    const [ax, ay] = [x(graph.laneOfRow[a]!), y(a)];
    const [bx, by] = [x(graph.laneOfRow[b]!), y(b)];
    const side = Math.sign(bx - ax) || 1;
    const end = bx - side * (radius + 1);
    const middle = (ax + end) / 2;
    lines += `M${n(ax)} ${n(ay)}C${n(middle)} ${n(ay)} ${n(middle)} ${n(by)} ${n(end)} ${n(by)}`;
    heads += `M${n(end)} ${n(by)}l${n(-side * 6)} -4v8z`;
  }
  return [lines, heads];
}
