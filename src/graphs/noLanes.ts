import type { GraphColumns } from '../webview/protocol';

/** The placement of rows that stand in no lanes. */
export function withoutLanes(rows: number): GraphColumns {
  const [none, flags] = [new Uint32Array(), new Uint8Array()];
  return {
    laneOfRow: new Uint32Array(rows),
    kindOfRow: new Uint8Array(rows),
    colourOfRow: new Uint8Array(rows),
    laneCount: 0,
    top: none,
    bottom: none,
    lane: none,
    pointLane: none,
    styleOfLine: flags,
    colourOfLine: flags,
    edgeFrom: none,
    edgeTo: none,
    edgeKind: flags,
  };
}
