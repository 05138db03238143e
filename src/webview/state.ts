import { EdgeKind, type Detail, type RowText, type Show, type ToPageMessage } from './protocol';

/** What the page shows. Messages and the user change it; the parts draw what has changed. */
export interface View {
  /** The graph, or undefined where a sentence stands instead. */
  readonly shown: Show | undefined;
  readonly sentence: string;
  readonly selected: number;
  readonly detail: Detail | undefined;
  /** The texts of rows, as far as they came; a new map for each graph. */
  readonly texts: ReadonlyMap<number, RowText>;
  /** What may be asked of the log. */
  readonly words: readonly string[];
  /** Kinds of edges, as flags, that are drawn at the selected row only. */
  readonly hidden: Readonly<Record<Show['scope'], number>>;
  /** What a screen reader is told. */
  readonly announcement: string;
}

/** A part of the page: its element, and what it does when the view changes. */
export interface Part {
  readonly element: HTMLElement;
  update(view: View, before: View): void;
}

export const NOTHING: View = {
  shown: undefined,
  sentence: '',
  selected: 0,
  detail: undefined,
  texts: new Map(),
  words: [],
  // The edges of a whole directory would cover its lanes.
  hidden: {
    file: 0,
    directory: EdgeKind.pullUp | EdgeKind.sync | EdgeKind.merge,
    releases: 0,
    lifetimes: 0,
  },
  announcement: '',
};

/** The view after a message; the same one where the message is about a graph that is gone. */
export function receive(view: View, message: ToPageMessage): View {
  switch (message.type) {
    case 'empty':
      return { ...view, shown: undefined, sentence: message.sentence };
    case 'words':
      return { ...view, words: message.words };
    case 'announce':
      return { ...view, announcement: message.sentence };
    case 'show':
      return {
        ...view,
        shown: message,
        selected: message.selected,
        detail: message.detail ?? undefined,
        texts: withRows(new Map(), message.rows),
        announcement: `${message.title}, ${message.counts}. ${selectedLabel(message)}`,
      };
    case 'rows':
      if (message.generation !== view.shown?.generation) return view;
      return { ...view, texts: withRows(view.texts, message.rows) };
    case 'select':
      if (message.generation !== view.shown?.generation) return view;
      return { ...view, selected: message.row, detail: message.detail };
  }
}

function withRows(
  texts: ReadonlyMap<number, RowText>,
  { from, rows }: Show['rows'],
): ReadonlyMap<number, RowText> {
  const next = new Map(texts);
  rows.forEach((row, i) => next.set(from + i, row));
  return next;
}

function selectedLabel({ rows, selected }: Show): string {
  const row = rows.rows[selected - rows.from];
  return row ? [...row.cells, row.drawn].join(', ') : 'Nothing is found.';
}
