import type { GraphColumns } from '../webview/protocol';
import type { Step } from './graph';

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

/** The row above or below, where rows stand in no lanes; undefined at an end, and for a branch point. */
export function stepInRows(row: number, step: Step, rows: number): number | undefined {
  if (step === 'toBranchPoint') return undefined;
  const next = step === 'newer' ? row - 1 : row + 1;
  return next >= 0 && next < rows ? next : undefined;
}
