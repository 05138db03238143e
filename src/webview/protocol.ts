/** What the extension tells the graph panel. Rows count from the top. */
export type ToWebviewMessage =
  | {
      readonly type: 'show';
      /** Answers about rows carry it back, so that none is about a history before. */
      readonly generation: number;
      readonly file: string;
      readonly counts: string;
      readonly graph: GraphColumns;
      /** How many characters the columns in front of the message take. */
      readonly widths: readonly number[];
      readonly rows: RowChunk;
      readonly selected: number;
      readonly detail: RevisionDetail;
      /** What the panel comes back with after a reload. */
      readonly state: PanelState;
    }
  | { readonly type: 'rows'; readonly generation: number; readonly rows: RowChunk }
  | {
      readonly type: 'select';
      readonly generation: number;
      readonly row: number;
      readonly detail: RevisionDetail;
      readonly state: PanelState;
    }
  | { readonly type: 'empty'; readonly sentence: string };

/** What the panel tells the extension. */
export type FromWebviewMessage =
  | { readonly type: 'ready' }
  | {
      readonly type: 'need-rows';
      readonly generation: number;
      readonly from: number;
      readonly to: number;
    }
  | { readonly type: 'select'; readonly generation: number; readonly row: number }
  | { readonly type: 'open'; readonly generation: number; readonly row: number }
  | { readonly type: 'focus'; readonly onRows: boolean }
  | { readonly type: 'page'; readonly rows: number }
  | { readonly type: 'pick'; readonly what: 'file' | 'branch' };

/** Flags of `kindOfRow`. */
export const RowKind = { head: 1, branchPoint: 2, placeholder: 4 } as const;

/** The placement of a graph: an element a row, and an element a line of descent. */
export interface GraphColumns {
  readonly laneOfRow: Uint32Array;
  readonly kindOfRow: Uint8Array;
  readonly laneCount: number;
  readonly top: Uint32Array;
  readonly bottom: Uint32Array;
  readonly lane: Uint32Array;
  readonly pointLane: Uint32Array;
  /** What went from one line to another: the rows that it went from and to, and how. */
  readonly edgeFrom: Uint32Array;
  readonly edgeTo: Uint32Array;
  readonly edgeKind: Uint8Array;
}

/** `edgeKind`: one of three, and a flag. */
export const EdgeKind = { pullUp: 1, sync: 2, merge: 4, inferred: 8 } as const;

/** The texts of rows, from one row on. */
export interface RowChunk {
  readonly from: number;
  readonly rows: readonly RowText[];
}

/** Number, line of descent, author, date, summary. */
export type RowText = readonly [string, string, string, string, string];

export interface RevisionDetail {
  readonly title: string;
  readonly signature: string;
  readonly message: string;
  readonly links: readonly DetailLink[];
}

export interface DetailLink {
  readonly label: string;
  readonly icon:
    'arrow-up' | 'arrow-down' | 'reply' | 'git-branch' | 'cloud-upload' | 'sync' | 'git-merge';
  readonly row: number;
}

export interface PanelState {
  readonly uri: string;
  readonly file: number;
  readonly revision: string;
}

/** What came from the panel, if it is a message at all. */
export function isFromWebview(value: unknown): value is FromWebviewMessage {
  if (typeof value !== 'object' || value === null) return false;
  const message = value as Record<string, unknown>;
  const count = (key: string): boolean =>
    Number.isInteger(message[key]) && (message[key] as number) >= 0;
  switch (message.type) {
    case 'ready':
      return true;
    case 'need-rows':
      return count('generation') && count('from') && count('to');
    case 'select':
    case 'open':
      return count('generation') && count('row');
    case 'focus':
      return typeof message.onRows === 'boolean';
    case 'page':
      return count('rows');
    case 'pick':
      return message.what === 'file' || message.what === 'branch';
    default:
      return false;
  }
}

/** What came from the extension, as far as its kind tells; another window cannot send it. */
export function isToWebview(value: unknown): value is ToWebviewMessage {
  if (typeof value !== 'object' || value === null) return false;
  const { type, generation } = value as Record<string, unknown>;
  if (type === 'empty') return true;
  return (type === 'show' || type === 'rows' || type === 'select') && Number.isInteger(generation);
}

export function isPanelState(value: unknown): value is PanelState {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, file, revision } = value as Record<string, unknown>;
  return typeof uri === 'string' && Number.isInteger(file) && typeof revision === 'string';
}
