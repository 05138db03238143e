import * as vscode from 'vscode';
import type { RevisionId } from '../core/history/ids';
import type { Reading } from '../logs/logs';
import { isFromWebview, type FromWebviewMessage, type ToWebviewMessage } from '../webview/protocol';
import { panelHtml } from './html';
import { ShownHistory } from '../graphs/fileGraph';

/** Rows that the first message brings around the selected one; others come when they are seen. */
const AROUND = 60;
/** No panel shows more rows at once. */
const MOST_ROWS = 1000;

export interface PanelEvents {
  /** The user selected a revision in the panel, or asked to see it in the log. */
  select(reading: Reading, revision: RevisionId): void;
  open(reading: Reading, revision: RevisionId): void;
  pick(what: 'file' | 'branch', reading: Reading, revision: RevisionId): void;
  focusRows(onRows: boolean): void;
}

/** One webview panel and the history that it shows. */
export class GraphPanel implements vscode.Disposable {
  private shown: ShownHistory | undefined;
  private row = 0;
  private generation = 0;
  private pageRows = 10;
  private isReady = false;
  private sentence = 'Reading the log…';
  /** The branch point that was left last, and which of its branches was entered. */
  private entered: { point: number; index: number; row: number } | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    readonly panel: vscode.WebviewPanel,
    dist: vscode.Uri,
    private readonly events: PanelEvents,
  ) {
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    const media = vscode.Uri.joinPath(dist, '..', 'media');
    panel.iconPath = {
      light: vscode.Uri.joinPath(media, 'log-light.svg'),
      dark: vscode.Uri.joinPath(media, 'log-dark.svg'),
    };
    this.subscriptions = [
      panel.webview.onDidReceiveMessage((message: unknown) => {
        if (isFromWebview(message)) this.receive(message);
      }),
    ];
    panel.webview.html = panelHtml(panel.webview, dist);
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
    this.events.focusRows(false);
  }

  get reading(): Reading | undefined {
    return this.shown?.reading;
  }

  get selected(): RevisionId | undefined {
    return this.shown?.revisionAt(this.row);
  }

  /** Shows a revision in the history of its file. */
  show(reading: Reading, revision: RevisionId): void {
    const { shown } = this;
    if (shown?.reading === reading && shown.has(revision)) {
      this.select(shown.rowOf(revision));
      return;
    }
    this.shown = new ShownHistory(reading, reading.log.histories.fileOf(revision));
    this.row = this.shown.rowOf(revision);
    this.generation++;
    this.entered = undefined;
    this.panel.title = `Graph: ${this.shown.label}`;
    this.sendShow();
  }

  /** Says in a sentence why there is no graph. */
  showEmpty(sentence: string): void {
    this.shown = undefined;
    this.sentence = sentence;
    if (this.isReady) this.post({ type: 'empty', sentence });
  }

  /** Moves along the rows or the lines of descent. */
  move(how: Move): void {
    const { shown, row } = this;
    if (!shown) return;
    const to = this.target(shown, row, how);
    if (to === undefined) return;
    this.select(Math.max(0, Math.min(shown.rowCount - 1, to)));
    if (this.entered?.row !== this.row) this.entered = undefined;
    this.events.select(shown.reading, shown.revisionAt(this.row));
  }

  openSelected(): void {
    if (this.shown) this.events.open(this.shown.reading, this.shown.revisionAt(this.row));
  }

  private target(shown: ShownHistory, row: number, how: Move): number | undefined {
    switch (how) {
      case 'up':
        return row - 1;
      case 'down':
        return row + 1;
      case 'pageUp':
        return row - this.pageRows;
      case 'pageDown':
        return row + this.pageRows;
      case 'first':
        return 0;
      case 'last':
        return shown.rowCount - 1;
      case 'newer':
        return shown.newer(row);
      case 'older':
        return shown.older(row);
      case 'toBranchPoint':
        return shown.branchPoint(row);
      case 'intoBranch':
        return this.intoBranch(shown, row);
    }
  }

  /** Into the first branch that leaves here; again, into the next one of the same branch point. */
  private intoBranch(shown: ShownHistory, row: number): number | undefined {
    const again = this.entered?.row === row ? this.entered : undefined;
    const siblings = again ? shown.branchesFrom(again.point) : [];
    const from = siblings.length > 1 && again ? again.point : row;
    const index = siblings.length > 1 && again ? (again.index + 1) % siblings.length : 0;
    const to = shown.branchesFrom(from)[index];
    if (to !== undefined) this.entered = { point: from, index, row: to };
    return to;
  }

  private select(row: number): void {
    const { shown } = this;
    if (!shown || row === this.row) return;
    this.row = row;
    const { generation } = this;
    this.post({
      type: 'select',
      generation,
      row,
      detail: shown.detail(row),
      state: shown.state(row),
    });
  }

  private receive(message: FromWebviewMessage): void {
    const { shown } = this;
    if (message.type === 'ready') {
      this.isReady = true;
      if (shown) this.sendShow();
      else this.post({ type: 'empty', sentence: this.sentence });
    } else if (message.type === 'focus') {
      this.events.focusRows(message.onRows);
    } else if (message.type === 'page') {
      this.pageRows = Math.max(1, message.rows);
    } else if (message.type === 'pick') {
      if (shown) this.events.pick(message.what, shown.reading, shown.revisionAt(this.row));
    } else if (shown && message.generation === this.generation) {
      this.receiveAboutRows(shown, message);
    }
  }

  private receiveAboutRows(
    shown: ShownHistory,
    message: Extract<FromWebviewMessage, { readonly generation: number }>,
  ): void {
    if (message.type === 'need-rows') {
      const to = Math.min(message.to, message.from + MOST_ROWS);
      this.post({ type: 'rows', generation: this.generation, rows: shown.rows(message.from, to) });
      return;
    }
    if (message.row >= shown.rowCount) return;
    this.entered = undefined;
    this.select(message.row);
    const revision = shown.revisionAt(message.row);
    if (message.type === 'select') this.events.select(shown.reading, revision);
    else this.events.open(shown.reading, revision);
  }

  private sendShow(): void {
    const { shown, row, generation } = this;
    if (!this.isReady || !shown) return;
    this.post({
      type: 'show',
      generation,
      file: shown.label,
      counts: shown.counts,
      graph: shown.columns(),
      widths: shown.widths(),
      rows: shown.rows(Math.max(0, row - AROUND), row + AROUND),
      selected: row,
      detail: shown.detail(row),
      state: shown.state(row),
    });
  }

  private post(message: ToWebviewMessage): void {
    void this.panel.webview.postMessage(message);
  }
}

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
