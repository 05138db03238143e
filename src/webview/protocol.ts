import * as v from 'valibot';

/**
 * What extension and page tell each other. The schemas are the protocol: the types come from them, and
 * both sides check what they get. Rows count from the top.
 */

/** Flags of `kindOfRow`. */
export const RowKind = { head: 1, branchPoint: 2, placeholder: 4 } as const;

/** `edgeKind`: one of three, and a flag. */
export const EdgeKind = { pullUp: 1, sync: 2, merge: 4, inferred: 8 } as const;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const column = v.custom<Uint32Array>((value) => value instanceof Uint32Array);
const flags = v.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** The placement of a graph: an element a row, an element a line of descent, an element an edge. */
const graphColumns = v.object({
  laneOfRow: column,
  kindOfRow: flags,
  laneCount: count,
  top: column,
  bottom: column,
  lane: column,
  pointLane: column,
  /** What went from one line to another: the rows that it went from and to, and how. */
  edgeFrom: column,
  edgeTo: column,
  edgeKind: flags,
});
export type GraphColumns = v.InferOutput<typeof graphColumns>;

/** A column of a graph's rows, as the host describes it. */
const textColumn = v.object({
  /** The class of its cells; `message` is the one that takes the room that is left. */
  key: v.picklist(['number', 'line', 'author', 'date', 'message']),
  title: v.string(),
  /** How many characters it takes at most. */
  width: count,
});
export type TextColumn = v.InferOutput<typeof textColumn>;

/** A row: a cell for each column, its tags, and what is drawn beside it, in words for a screen reader. */
const rowText = v.object({
  cells: v.array(v.string()),
  tags: v.array(v.string()),
  drawn: v.string(),
});
export type RowText = v.InferOutput<typeof rowText>;

/** The texts of rows, from one row on. */
const rowChunk = v.object({ from: count, rows: v.array(rowText) });
export type RowChunk = v.InferOutput<typeof rowChunk>;

const detailLink = v.object({ label: v.string(), icon: v.string(), row: count });
export type DetailLink = v.InferOutput<typeof detailLink>;

const detail = v.object({
  title: v.string(),
  signature: v.string(),
  message: v.string(),
  links: v.array(detailLink),
});
export type Detail = v.InferOutput<typeof detail>;

/** What a panel comes back with after a reload: the log, the key of a file, a revision's number. */
const panelState = v.object({ uri: v.string(), file: v.string(), revision: v.string() });
export type PanelState = v.InferOutput<typeof panelState>;

/** Answers about rows carry the generation back, so that none is about a graph before. */
const show = v.object({
  type: v.literal('show'),
  generation: count,
  title: v.string(),
  counts: v.string(),
  columns: v.array(textColumn),
  graph: graphColumns,
  rows: rowChunk,
  selected: count,
  detail,
  state: panelState,
});
export type Show = v.InferOutput<typeof show>;

const toPage = v.variant('type', [
  show,
  v.object({ type: v.literal('rows'), generation: count, rows: rowChunk }),
  v.object({
    type: v.literal('select'),
    generation: count,
    row: count,
    detail,
    state: panelState,
  }),
  v.object({ type: v.literal('announce'), sentence: v.string() }),
  v.object({ type: v.literal('empty'), sentence: v.string() }),
]);
export type ToPageMessage = v.InferOutput<typeof toPage>;

const fromPage = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('need-rows'), generation: count, from: count, to: count }),
  v.object({ type: v.literal('select'), generation: count, row: count }),
  v.object({ type: v.literal('open'), generation: count, row: count }),
  v.object({ type: v.literal('focus'), onRows: v.boolean() }),
  v.object({ type: v.literal('page'), rows: count }),
  v.object({ type: v.literal('pick'), what: v.picklist(['file', 'branch']) }),
]);
export type FromPageMessage = v.InferOutput<typeof fromPage>;

export function isToPage(value: unknown): value is ToPageMessage {
  return v.is(toPage, value);
}

export function isFromPage(value: unknown): value is FromPageMessage {
  return v.is(fromPage, value);
}

export function isPanelState(value: unknown): value is PanelState {
  return v.is(panelState, value);
}
