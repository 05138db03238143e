import { drawLanes, lanesWidth, ROW_HEIGHT, type LaneDrawing } from './lanes';
import {
  RowKind,
  type FromWebviewMessage,
  type RowChunk,
  type RowText,
  type ToWebviewMessage,
} from './protocol';

/** Rows drawn above and below what is seen. */
const MARGIN = 6;
const FIELDS = ['number', 'line', 'author', 'date', 'summary'] as const;

type Show = Extract<ToWebviewMessage, { type: 'show' }>;

/** The rows of a graph; only those that are seen are in the document. */
export class RowList {
  readonly element = document.createElement('div');
  private readonly canvas = document.createElement('div');
  private readonly lanes: LaneDrawing;
  private readonly rows = new Map<number, HTMLElement>();
  private texts = new Map<number, RowText>();
  private shown: Show | undefined;
  private selected = 0;
  private requested = '';
  private hidden = 0;

  constructor(private readonly send: (message: FromWebviewMessage) => void) {
    const { element, canvas } = this;
    element.className = 'rows';
    element.tabIndex = 0;
    element.setAttribute('role', 'listbox');
    element.setAttribute('aria-label', 'Revisions, newest first');
    canvas.className = 'canvas';
    canvas.setAttribute('role', 'presentation');
    this.lanes = drawLanes();
    canvas.append(this.lanes.element);
    element.append(canvas);
    element.addEventListener('scroll', () => this.draw(), { passive: true });
    element.addEventListener('focus', () => send({ type: 'focus', onRows: true }));
    element.addEventListener('blur', () => send({ type: 'focus', onRows: false }));
    element.addEventListener('mousedown', (event) => this.clicked(event));
    element.addEventListener('dblclick', (event) => this.opened(event));
    window.addEventListener('focus', () => {
      if (document.activeElement === document.body) element.focus();
    });
    new ResizeObserver(() => this.resized()).observe(element);
  }

  show(message: Show): void {
    this.shown = message;
    this.selected = message.selected;
    this.texts = new Map();
    this.requested = '';
    for (const row of this.rows.values()) row.remove();
    this.rows.clear();
    this.keep(message.rows);
    this.layOut();
    this.scrollTo(message.selected, true);
    this.draw();
    // A panel that follows takes no focus from the editor.
    if (document.hasFocus()) this.element.focus();
  }

  addRows(generation: number, chunk: RowChunk): void {
    if (generation !== this.shown?.generation) return;
    this.requested = '';
    this.keep(chunk);
    this.draw();
  }

  /** False where the row is of a history that is no longer shown. */
  select(generation: number, row: number): boolean {
    if (generation !== this.shown?.generation) return false;
    this.selected = row;
    this.scrollTo(row, false);
    this.draw();
    return true;
  }

  selectByUser(row: number): void {
    if (this.shown) this.send({ type: 'select', generation: this.shown.generation, row });
    this.element.focus();
  }

  /** Kinds of edges, as flags, that are not drawn. */
  hideEdges(kinds: number): void {
    this.hidden = kinds;
    this.draw();
  }

  private get rowCount(): number {
    return this.shown?.graph.laneOfRow.length ?? 0;
  }

  private keep({ from, rows }: RowChunk): void {
    rows.forEach((row, i) => this.texts.set(from + i, row));
  }

  private resized(): void {
    this.send({
      type: 'page',
      rows: Math.max(1, Math.floor(this.element.clientHeight / ROW_HEIGHT) - 1),
    });
    if (!this.shown) return;
    this.layOut();
    this.draw();
  }

  private layOut(): void {
    const { shown, element, canvas } = this;
    if (!shown) return;
    const width = lanesWidth(shown.graph.laneCount, element.clientWidth);
    canvas.style.height = `${String(this.rowCount * ROW_HEIGHT)}px`;
    element.style.setProperty('--lanes', `${String(width)}px`);
    ['number', 'line', 'author', 'date'].forEach((field, i) => {
      element.style.setProperty(`--${field}`, `${String(shown.widths[i] ?? 1)}ch`);
    });
  }

  private draw(): void {
    const { shown, element } = this;
    if (!shown) return;
    const from = Math.max(0, Math.floor(element.scrollTop / ROW_HEIGHT) - MARGIN);
    const seen = Math.ceil(element.clientHeight / ROW_HEIGHT) + 2 * MARGIN;
    const to = Math.min(this.rowCount, from + seen);
    for (const [row, drawn] of this.rows) {
      if (row >= from && row < to) continue;
      drawn.remove();
      this.rows.delete(row);
    }
    let missing = false;
    for (let row = from; row < to; row++) {
      missing ||= !this.texts.has(row);
      this.drawRow(row);
    }
    this.lanes.draw(
      shown.graph,
      from,
      to,
      lanesWidth(shown.graph.laneCount, element.clientWidth),
      this.hidden,
    );
    this.markSelected();
    if (missing) this.request(shown.generation, from, to);
  }

  private drawRow(row: number): void {
    const text = this.texts.get(row);
    let drawn = this.rows.get(row);
    if (drawn && (drawn.dataset.filled !== undefined || !text)) return;
    if (!drawn) {
      drawn = document.createElement('div');
      drawn.className = 'row';
      drawn.id = `row-${String(row)}`;
      drawn.dataset.row = String(row);
      drawn.setAttribute('role', 'option');
      drawn.setAttribute('aria-setsize', String(this.rowCount));
      drawn.setAttribute('aria-posinset', String(row + 1));
      drawn.style.top = `${String(row * ROW_HEIGHT)}px`;
      this.rows.set(row, drawn);
      this.canvas.append(drawn);
    }
    if (!text) return;
    drawn.dataset.filled = '';
    const kinds = kindWords(this.shown!.graph.kindOfRow[row]!);
    if (kinds.includes('placeholder')) drawn.classList.add('placeholder');
    if (kinds.length > 0) drawn.setAttribute('aria-description', kinds.join(', '));
    text.forEach((field, i) => {
      const cell = document.createElement('span');
      cell.className = FIELDS[i]!;
      cell.textContent = field;
      drawn.append(cell, ' ');
    });
  }

  private markSelected(): void {
    for (const [row, drawn] of this.rows) {
      drawn.setAttribute('aria-selected', String(row === this.selected));
    }
    if (this.rows.has(this.selected)) {
      this.element.setAttribute('aria-activedescendant', `row-${String(this.selected)}`);
    } else this.element.removeAttribute('aria-activedescendant');
  }

  private request(generation: number, from: number, to: number): void {
    const key = `${String(generation)}:${String(from)}:${String(to)}`;
    if (key === this.requested) return;
    this.requested = key;
    this.send({ type: 'need-rows', generation, from: Math.max(0, from - 40), to: to + 40 });
  }

  private scrollTo(row: number, center: boolean): void {
    const { element } = this;
    const top = row * ROW_HEIGHT;
    const height = element.clientHeight;
    if (top >= element.scrollTop && top + ROW_HEIGHT <= element.scrollTop + height) return;
    const above = top < element.scrollTop ? top : top + ROW_HEIGHT - height;
    element.scrollTop = center ? top - height / 2 : above;
  }

  private clicked(event: MouseEvent): void {
    const row = rowAt(event);
    if (row !== undefined && event.button === 0) this.selectByUser(row);
  }

  private opened(event: MouseEvent): void {
    const row = rowAt(event);
    if (row !== undefined && this.shown) {
      this.send({ type: 'open', generation: this.shown.generation, row });
    }
  }
}

function rowAt({ target }: MouseEvent): number | undefined {
  const row =
    target instanceof Element ? target.closest<HTMLElement>('.row')?.dataset.row : undefined;
  return row === undefined ? undefined : Number(row);
}

function kindWords(kinds: number): string[] {
  return [
    ...(kinds & RowKind.head ? ['newest of its line'] : []),
    ...(kinds & RowKind.branchPoint ? ['branch point'] : []),
    ...(kinds & RowKind.placeholder ? ['placeholder'] : []),
  ];
}
