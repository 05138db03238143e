import { element } from '../dom';
import { RowKind, type Chip, type FromPageMessage, type RowText, type Show } from '../protocol';
import { NOTHING, type Part, type View } from '../state';
import { lifeOf } from './life';
import { markOf } from './marks';
import { drawLanes, lanesWidth, ROW_HEIGHT } from './lanes';

/** Rows drawn above and below what is seen. */
const MARGIN = 6;
/** Rows asked for beyond those that are drawn, so that scrolling on finds them there. */
const AHEAD = 40;

/** The rows of a graph; only those that are seen are in the document, in their order. */
export class Rows implements Part {
  readonly element = element('div', {
    class: 'rows',
    tabindex: 0,
    role: 'listbox',
    // VS Code's menu for what is clicked; the row is selected before it opens.
    'data-vscode-context': JSON.stringify({
      webviewSection: 'row',
      preventDefaultContextMenuItems: true,
    }),
  });
  private readonly canvas = element('div', { class: 'canvas', role: 'presentation' });
  private readonly lanes = drawLanes();
  private readonly drawn = new Map<number, HTMLElement>();
  private view: View = NOTHING;
  private requested = '';

  constructor(
    private readonly send: (message: FromPageMessage) => void,
    /** Told the topmost row that is seen whole. */
    private readonly showTop: (row: number) => void,
    /** Told how far the rows are scrolled to the right, in pixels. */
    private readonly showLeft: (left: number) => void,
  ) {
    const { canvas } = this;
    canvas.append(this.lanes.element);
    this.element.append(canvas);
    this.element.addEventListener('scroll', () => this.scrolled(), { passive: true });
    this.element.addEventListener('focus', () => send({ type: 'focus', onRows: true }));
    this.element.addEventListener('blur', () => send({ type: 'focus', onRows: false }));
    this.element.addEventListener('mousedown', (event) => this.clicked(event));
    this.element.addEventListener('dblclick', (event) => this.opened(event));
    window.addEventListener('focus', () => {
      if (document.activeElement === document.body) this.element.focus();
    });
    new ResizeObserver(() => this.resized()).observe(this.element);
  }

  update(view: View, before: View): void {
    this.view = view;
    const { shown } = view;
    if (!shown) return;
    if (shown !== before.shown) this.begin(shown);
    else if (view.selected !== before.selected) this.scrollTo(view.selected, false);
    if (view.texts !== before.texts) this.requested = '';
    this.draw();
  }

  selectByUser(row: number, takesFocus = true): void {
    const { shown } = this.view;
    if (shown) this.send({ type: 'select', generation: shown.generation, row });
    if (takesFocus) this.element.focus();
  }

  private scrolled(): void {
    this.showLeft(this.element.scrollLeft);
    this.draw();
  }

  private begin(shown: Show): void {
    this.element.setAttribute('aria-label', labelOf(shown));
    this.requested = '';
    for (const row of this.drawn.values()) row.remove();
    this.drawn.clear();
    this.layOut(shown);
    this.scrollTo(shown.selected, true);
    // A panel that follows takes no focus from the editor, and none from the field.
    if (document.hasFocus() && document.activeElement === document.body) this.element.focus();
  }

  private resized(): void {
    const rows = Math.max(1, Math.floor(this.element.clientHeight / ROW_HEIGHT) - 1);
    this.send({ type: 'page', rows });
    const { shown } = this.view;
    if (!shown) return;
    this.layOut(shown);
    this.draw();
  }

  private layOut(shown: Show): void {
    const { clientWidth } = this.element;
    this.canvas.style.height = `${String(rowCount(shown) * ROW_HEIGHT)}px`;
    const lanes = lanesWidth(shown.graph.laneCount, clientWidth);
    setLengths({
      lanes: `${String(lanes)}px`,
      releases: String(shown.releases.length),
      scrollbar: `${String(this.element.offsetWidth - clientWidth)}px`,
      ...Object.fromEntries(
        shown.columns.map(({ key, width }) => [key, `${String(width + 1)}ch`] as const),
      ),
    });
  }

  private draw(): void {
    const { shown, hidden, texts, selected } = this.view;
    if (!shown) return;
    const { scrollTop, clientHeight, clientWidth } = this.element;
    const from = Math.max(0, Math.floor(scrollTop / ROW_HEIGHT) - MARGIN);
    const seen = Math.ceil(clientHeight / ROW_HEIGHT) + 2 * MARGIN;
    const to = Math.min(rowCount(shown), from + seen);
    for (const [row, drawn] of this.drawn) {
      if (row >= from && row < to) continue;
      drawn.remove();
      this.drawn.delete(row);
    }
    let before: HTMLElement | undefined;
    let isMissing = false;
    for (let row = from; row < to; row++) {
      isMissing ||= !texts.has(row);
      before = this.drawRow(shown, row, texts.get(row), before);
    }
    const width = lanesWidth(shown.graph.laneCount, clientWidth);
    this.lanes.draw(
      shown.graph,
      from,
      to,
      width,
      hidden[shown.scope],
      shown.scope === 'file' ? -1 : selected,
    );
    this.markSelected();
    this.showTop(Math.min(rowCount(shown) - 1, Math.ceil(scrollTop / ROW_HEIGHT)));
    if (isMissing) this.request(shown.generation, from, to);
  }

  /** Rows stand in the document as they stand on the screen: behind the one above. */
  private drawRow(
    shown: Show,
    row: number,
    text: RowText | undefined,
    above: HTMLElement | undefined,
  ): HTMLElement {
    let drawn = this.drawn.get(row);
    if (!drawn) {
      drawn = element('div', {
        class: 'row',
        id: `row-${String(row)}`,
        'data-row': row,
        role: 'option',
        'aria-setsize': rowCount(shown),
        'aria-posinset': row + 1,
      });
      drawn.style.top = `${String(row * ROW_HEIGHT)}px`;
      this.drawn.set(row, drawn);
      if (above) above.after(drawn);
      else this.lanes.element.after(drawn);
    }
    if (text && drawn.dataset.filled === undefined) fill(drawn, shown, row, text);
    return drawn;
  }

  private markSelected(): void {
    const { selected } = this.view;
    for (const [row, drawn] of this.drawn)
      drawn.setAttribute('aria-selected', String(row === selected));
    if (this.drawn.has(selected)) {
      this.element.setAttribute('aria-activedescendant', `row-${String(selected)}`);
    } else this.element.removeAttribute('aria-activedescendant');
  }

  private request(generation: number, from: number, to: number): void {
    const key = `${String(generation)}:${String(from)}:${String(to)}`;
    if (key === this.requested) return;
    this.requested = key;
    this.send({ type: 'need-rows', generation, from: Math.max(0, from - AHEAD), to: to + AHEAD });
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
    if (row !== undefined && event.button !== 1) this.selectByUser(row);
  }

  private opened(event: MouseEvent): void {
    const row = rowAt(event);
    const { shown } = this.view;
    if (row === undefined || !shown) return;
    this.send({ type: 'open', generation: shown.generation, row });
  }
}

function fill(
  drawn: HTMLElement,
  { columns, graph, releases }: Show,
  row: number,
  { cells, chips, drawn: words, marks, life }: RowText,
): void {
  drawn.dataset.filled = '';
  if (graph.kindOfRow[row]! & RowKind.placeholder) drawn.classList.add('placeholder');
  columns.forEach(({ key }, i) => {
    const cell = element('span', { class: key, title: cells[i] ?? '' }, cells[i] ?? '');
    if (key === 'message') cell.prepend(...chips.flatMap((chip) => [chipOf(chip), ' ']));
    drawn.append(cell, ' ');
  });
  if (marks) {
    const signs = marks.map((mark, i) => markOf(mark, releases[i]?.colour ?? 0));
    drawn.append(element('span', { class: 'marks', 'aria-hidden': 'true' }, ...signs));
  }
  if (life) drawn.append(lifeOf(life, chips[0]?.colour ?? 0));
  drawn.append(element('span', { class: 'unseen' }, words));
}

function chipOf({ label, title, form, colour, isInferred }: Chip): HTMLElement {
  const look = form === 'tag' ? 'tag' : `chip ${form} colour-${String(colour)}`;
  return element('span', { class: isInferred ? `${look} inferred` : look, title }, label);
}

/** What the rows are, and in which order. */
function labelOf({ scope, sortedBy }: Show): string {
  if (scope === 'lifetimes') return 'Branches, the oldest first';
  if (scope === 'releases')
    return sortedBy === 'date' ? 'Changes, newest first' : 'Changes, sorted';
  return scope === 'file' ? 'Revisions, newest first' : 'Commits, newest first';
}

/** Gives lengths to the stylesheet, by their names. */
function setLengths(lengths: Readonly<Record<string, string>>): void {
  const { style } = document.documentElement;
  for (const [name, length] of Object.entries(lengths)) style.setProperty(`--${name}`, length);
}

function rowCount({ graph }: Show): number {
  return graph.laneOfRow.length;
}

function rowAt({ target }: MouseEvent): number | undefined {
  const row =
    target instanceof Element ? target.closest<HTMLElement>('.row')?.dataset.row : undefined;
  return row === undefined ? undefined : Number(row);
}
