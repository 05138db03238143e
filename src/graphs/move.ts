import type { Graph, Step } from './graph';

export const MOVES = [
  'up',
  'down',
  'pageUp',
  'pageDown',
  'first',
  'last',
  'newer',
  'older',
  'intoBranch',
  'toBranchPoint',
] as const;

export type Move = (typeof MOVES)[number];

/** Where one stands in a graph. */
export interface Place {
  readonly row: number;
  /** The branch point that was left last, and which of its branches was entered. */
  readonly entered?: { readonly point: number; readonly index: number } | undefined;
}

const SENTENCES: Partial<Record<Move, string>> = {
  newer: 'This is the newest of its line.',
  older: 'This is the oldest of its line.',
  intoBranch: 'No branch leaves here.',
  toBranchPoint: 'This line leaves from no other here.',
};

/** Why a move leads nowhere, for those who do not see that nothing moved. */
export function nowhereSentence(move: Move): string {
  return SENTENCES[move] ?? 'There are no more rows.';
}

/** The place that a move leads to; undefined where it leads nowhere. */
export function moveIn(
  graph: Graph,
  place: Place,
  move: Move,
  pageRows: number,
): Place | undefined {
  const { row } = place;
  const last = graph.rowCount - 1;
  const to = (next: number): Place | undefined => {
    const bounded = Math.max(0, Math.min(last, next));
    return bounded === row ? undefined : { row: bounded };
  };
  switch (move) {
    case 'up':
      return to(row - 1);
    case 'down':
      return to(row + 1);
    case 'pageUp':
      return to(row - pageRows);
    case 'pageDown':
      return to(row + pageRows);
    case 'first':
      return to(0);
    case 'last':
      return to(last);
    case 'intoBranch':
      return intoBranch(graph, place);
    default:
      return step(graph, row, move);
  }
}

function step(graph: Graph, row: number, how: Step): Place | undefined {
  const next = graph.step(row, how);
  return next === undefined ? undefined : { row: next };
}

/** Into the first branch that leaves here; again, into the next one of the same branch point. */
function intoBranch(graph: Graph, { row, entered }: Place): Place | undefined {
  const siblings = entered ? graph.branchesFrom(entered.point) : [];
  const isAgain = entered !== undefined && siblings.length > 1;
  const point = isAgain ? entered.point : row;
  const index = isAgain ? (entered.index + 1) % siblings.length : 0;
  const next = graph.branchesFrom(point)[index];
  return next === undefined ? undefined : { row: next, entered: { point, index } };
}
