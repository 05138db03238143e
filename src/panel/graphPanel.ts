import * as vscode from 'vscode';
import type { RevisionId } from '../core/history/ids';
import { FileGraph } from '../graphs/fileGraph';
import type { Graph } from '../graphs/graph';
import { moveIn, nowhereSentence, type Move, type Place } from '../graphs/move';
import type { Reading } from '../logs/logs';
import { isFromPage, type FromPageMessage, type ToPageMessage } from '../webview/protocol';
import { panelHtml } from './html';

/** Rows that the first message brings around the selected one; others come when they are seen. */
const AROUND = 60;
/** A page is sent no more rows at once, whatever it asks for. */
const MOST_ROWS = 1000;

export interface PanelEvents {
  /** The user selected a revision in the panel, or asked to see it in the log. */
  select(reading: Reading, revision: RevisionId): void;
  open(reading: Reading, revision: RevisionId): void;
  pick(what: 'file' | 'branch', reading: Reading, revision: RevisionId): void;
  focusRows(onRows: boolean): void;
}

/** A panel shows a graph with one row selected, or a sentence that says why there is none. */
type Content =
  | { readonly kind: 'empty'; readonly sentence: string }
  | { readonly kind: 'graph'; readonly graph: Graph; readonly generation: number; place: Place };

/** One webview panel and the graph that it shows. */
export class GraphPanel implements vscode.Disposable {
  private content: Content = { kind: 'empty', sentence: 'Reading the log…' };
  private generations = 0;
  private pageRows = 10;
  private isReady = false;
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
        if (isFromPage(message)) this.receive(message);
      }),
    ];
    panel.webview.html = panelHtml(panel.webview, dist);
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
    this.events.focusRows(false);
  }

  get reading(): Reading | undefined {
    return this.content.kind === 'graph' ? this.content.graph.reading : undefined;
  }

  get selected(): RevisionId | undefined {
    const { content } = this;
    return content.kind === 'graph' ? content.graph.revisionAt(content.place.row) : undefined;
  }

  /** Shows a revision: in the graph that is shown, or else in the history of its file. */
  show(reading: Reading, revision: RevisionId): void {
    const { content } = this;
    if (content.kind === 'graph' && content.graph.reading === reading) {
      const row = content.graph.rowOf(revision);
      if (row !== undefined) {
        this.select({ row });
        return;
      }
    }
    const graph = new FileGraph(reading, reading.log.histories.fileOf(revision));
    const place = { row: graph.rowOf(revision) ?? 0 };
    this.content = { kind: 'graph', graph, generation: ++this.generations, place };
    this.panel.title = `Graph: ${graph.title}`;
    this.send();
  }

  /** Says in a sentence why there is no graph. */
  showEmpty(sentence: string): void {
    this.content = { kind: 'empty', sentence };
    this.send();
  }

  /** Moves along the rows or the lines of descent. */
  move(how: Move): void {
    const { content } = this;
    if (content.kind !== 'graph') return;
    const place = moveIn(content.graph, content.place, how, this.pageRows);
    if (!place) {
      this.post({ type: 'announce', sentence: nowhereSentence(how) });
      return;
    }
    this.select(place);
    this.events.select(content.graph.reading, content.graph.revisionAt(place.row));
  }

  openSelected(): void {
    const { content } = this;
    if (content.kind !== 'graph') return;
    this.events.open(content.graph.reading, content.graph.revisionAt(content.place.row));
  }

  private select(place: Place): void {
    const { content } = this;
    if (content.kind !== 'graph') return;
    const { graph, generation } = content;
    const isSame = content.place.row === place.row;
    content.place = place;
    if (isSame) return;
    const { row } = place;
    const [detail, state] = [graph.detail(row), graph.state(row)];
    this.post({ type: 'select', generation, row, detail, state });
  }

  private receive(message: FromPageMessage): void {
    const { content } = this;
    switch (message.type) {
      case 'ready':
        this.isReady = true;
        this.send();
        break;
      case 'focus':
        this.events.focusRows(message.onRows);
        break;
      case 'page':
        this.pageRows = Math.max(1, message.rows);
        break;
      case 'pick':
        if (content.kind === 'graph') {
          const revision = content.graph.revisionAt(content.place.row);
          this.events.pick(message.what, content.graph.reading, revision);
        }
        break;
      default:
        if (content.kind === 'graph' && message.generation === content.generation) {
          this.receiveAboutRows(content.graph, message);
        }
    }
  }

  private receiveAboutRows(
    graph: Graph,
    message: Extract<FromPageMessage, { readonly generation: number }>,
  ): void {
    if (message.type === 'need-rows') {
      const to = Math.min(message.to, message.from + MOST_ROWS);
      const { generation } = message;
      this.post({ type: 'rows', generation, rows: graph.rows(message.from, to) });
      return;
    }
    const { row } = message;
    if (row >= graph.rowCount) return;
    this.select({ row });
    const revision = graph.revisionAt(row);
    if (message.type === 'select') this.events.select(graph.reading, revision);
    else this.events.open(graph.reading, revision);
  }

  private send(): void {
    const { content } = this;
    if (!this.isReady) return;
    if (content.kind === 'empty') {
      this.post({ type: 'empty', sentence: content.sentence });
      return;
    }
    const { graph, generation, place } = content;
    const { row } = place;
    this.post({
      type: 'show',
      generation,
      title: graph.title,
      counts: graph.counts,
      columns: [...graph.columns],
      graph: graph.placement(),
      rows: graph.rows(Math.max(0, row - AROUND), row + AROUND),
      selected: row,
      detail: graph.detail(row),
      state: graph.state(row),
    });
  }

  private post(message: ToPageMessage): void {
    void this.panel.webview.postMessage(message);
  }
}
