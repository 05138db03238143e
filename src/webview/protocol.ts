import * as v from 'valibot';

/**
 * What extension and page tell each other. The schemas are the protocol: the types come from them, and
 * both sides check what they get. Rows count from the top.
 */

/** Flags of `kindOfRow`. */
export const RowKind = { head: 1, branchPoint: 2, placeholder: 4 } as const;

/** `edgeKind`: one of three, and a flag. */
export const EdgeKind = { pullUp: 1, sync: 2, merge: 4, inferred: 8 } as const;

/** Flags of `styleOfLine`: rows are left out between its ends; it ends below its last row, in another lane. */
export const LineStyle = { gap: 1, leaves: 2 } as const;

/** A longer query is not taken, in characters. */
export const LONGEST_QUERY = 2000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const column = v.custom<Uint32Array>((value) => value instanceof Uint32Array);
const flags = v.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** The placement of a graph: an element a row, an element a line of descent, an element an edge. */
const graphColumns = v.object({
  laneOfRow: column,
  kindOfRow: flags,
  /** Places in the palette. */
  colourOfRow: flags,
  laneCount: count,
  top: column,
  bottom: column,
  lane: column,
  pointLane: column,
  styleOfLine: flags,
  colourOfLine: flags,
  /** What went from one line to another: the rows that it went from and to, and how. */
  edgeFrom: column,
  edgeTo: column,
  edgeKind: flags,
});
export type GraphColumns = v.InferOutput<typeof graphColumns>;

/** A column of a graph's rows, as the host describes it. */
const textColumn = v.object({
  /** The class of its cells; `message` is the one that takes the room that is left. */
  key: v.picklist(['message', 'author', 'date', 'number']),
  title: v.string(),
  /** How many characters it takes at most. */
  width: count,
});
export type TextColumn = v.InferOutput<typeof textColumn>;

/** A name in front of a row's message: of its branch, in the branch's colour, or of a tag. */
const chip = v.object({
  label: v.string(),
  title: v.string(),
  form: v.picklist(['trunk', 'branch', 'release', 'tag']),
  colour: count,
  isInferred: v.boolean(),
});
export type Chip = v.InferOutput<typeof chip>;

/** What a release has of a change, in a sign and in words. */
const mark = v.object({
  kind: v.picklist(['received', 'has', 'lacks', 'ended', 'unknown']),
  words: v.string(),
  isPart: v.boolean(),
  isInferred: v.boolean(),
});
export type Mark = v.InferOutput<typeof mark>;

/** A column of a table of releases: what stands above it, and how `in:` calls it. */
const releaseColumn = v.object({
  title: v.string(),
  name: v.string(),
  colour: count,
});
export type ReleaseColumn = v.InferOutput<typeof releaseColumn>;

/** When a branch was worked on: shares of the time that is shown, and how much in each part of it. */
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const life = v.object({
  from: share,
  to: share,
  /** The time is divided into so many parts. */
  bins: count,
  /** Parts with commits: how many, as a share of the most. */
  density: v.array(v.object({ bin: count, share })),
  /** Parts with syncs and with pull-ups. */
  syncs: v.array(count),
  pullUps: v.array(count),
  words: v.string(),
});
export type Life = v.InferOutput<typeof life>;

/** A year above the bars of branches: where it begins, and how `date:` calls it. */
const timeMark = v.object({ title: v.string(), at: share, query: v.string() });
export type TimeMark = v.InferOutput<typeof timeMark>;

/** A row: a cell for each column, its chips, and what is only drawn, in words for a screen reader. */
const rowText = v.object({
  cells: v.array(v.string()),
  chips: v.array(chip),
  drawn: v.string(),
  /** What each release has of it, in a table of releases. */
  marks: v.optional(v.array(mark)),
  /** When its branch was worked on, in an overview of branches. */
  life: v.optional(life),
});
export type RowText = v.InferOutput<typeof rowText>;

/** The texts of rows, from one row on. */
const rowChunk = v.object({ from: count, rows: v.array(rowText) });
export type RowChunk = v.InferOutput<typeof rowChunk>;

const detailLink = v.object({ label: v.string(), icon: v.string(), row: count });
export type DetailLink = v.InferOutput<typeof detailLink>;

/** A file of a commit: its path, its revision, and what became of it. */
const detailFile = v.object({
  path: v.string(),
  number: v.string(),
  note: v.string(),
  revision: count,
});
export type DetailFile = v.InferOutput<typeof detailFile>;

const detail = v.object({
  title: v.string(),
  signature: v.string(),
  message: v.string(),
  links: v.array(detailLink),
  /** The files of a commit; none where a revision is told of. */
  files: v.array(detailFile),
  moreFiles: count,
  /** What each release has of a change, and where a pull-up brought it to. */
  releases: v.optional(v.array(v.object({ title: v.string(), mark, revision: v.nullable(count) }))),
});
export type Detail = v.InferOutput<typeof detail>;

/** Rows from one on that belong together, as those of a year. */
const section = v.object({ title: v.string(), from: count, count });
export type Section = v.InferOutput<typeof section>;

/** What is wrong with a query: characters [from, to) of it. */
const queryProblem = v.object({ from: count, to: count, sentence: v.string() });

/** What is looked for, and how: all rows stay where it is looked for, and others go where it filters. */
const asked = v.object({
  text: v.string(),
  isFilter: v.boolean(),
  problems: v.array(queryProblem),
  /** Rows that were found, where all stay; from the top. */
  hits: column,
});
export type Asked = v.InferOutput<typeof asked>;

/** What a table is sorted by: a column, or a release by its place. */
const sorting = v.union([v.picklist(['date', 'author', 'message']), count]);
export type Sorting = v.InferOutput<typeof sorting>;

/** What the rows are of: the revisions of a file, all commits, the changes that releases have, or the branches. */
const scope = v.picklist(['file', 'directory', 'releases', 'lifetimes']);
export type Scope = v.InferOutput<typeof scope>;

/** What a panel comes back with after a reload: the log, the key of a file, a revision's number. */
const panelState = v.object({
  uri: v.string(),
  file: v.string(),
  revision: v.string(),
  scope: v.optional(scope),
  query: v.optional(v.string()),
  isFilter: v.optional(v.boolean()),
  isMuted: v.optional(v.boolean()),
});
export type PanelState = v.InferOutput<typeof panelState>;

/** Answers about rows carry the generation back, so that none is about a graph before. */
const show = v.object({
  type: v.literal('show'),
  generation: count,
  scope,
  title: v.string(),
  /** What stands above: the directory of a file. */
  above: v.nullable(v.string()),
  counts: v.string(),
  sections: v.array(section),
  asked,
  /** How many commits are nothing but syncs and placeholders, and are they left out? */
  muted: v.nullable(v.object({ isOn: v.boolean(), count })),
  columns: v.array(textColumn),
  /** The columns behind the others, in a table of releases. */
  releases: v.array(releaseColumn),
  /** What a table of releases is sorted by. */
  sortedBy: sorting,
  /** Years above the bars, in an overview of branches. */
  times: v.array(timeMark),
  /** Has the log releases, so that there is a table of them? */
  hasReleases: v.boolean(),
  graph: graphColumns,
  rows: rowChunk,
  selected: count,
  detail: v.nullable(detail),
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
  /** What may be asked of the log, as `author:ada`; once for each log. */
  v.object({ type: v.literal('words'), words: v.array(v.string()) }),
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
  v.object({ type: v.literal('go'), generation: count, revision: count }),
  v.object({
    type: v.literal('scope'),
    scope: v.picklist(['directory', 'releases', 'lifetimes']),
  }),
  v.object({ type: v.literal('sort'), by: sorting }),
  /** A stretch of the time that is shown, to ask for its commits only. */
  v.object({ type: v.literal('span'), generation: count, from: share, to: share }),
  v.object({
    type: v.literal('years'),
    query: v.pipe(v.string(), v.regex(/^\d{1,4}(\.\.\d{1,4})?$/)),
  }),
  v.object({
    type: v.literal('ask'),
    text: v.pipe(v.string(), v.maxLength(LONGEST_QUERY)),
    isFilter: v.boolean(),
  }),
  v.object({ type: v.literal('mute'), isOn: v.boolean() }),
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
