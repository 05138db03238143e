import * as vscode from 'vscode';
import type { RevisionId } from '../core/history/ids';
import type { Log } from '../core/log';
import { addressOf } from '../logs/addresses';
import type { Graph } from '../graphs/graph';
import { suggestionsFor } from '../graphs/suggestions';
import { moveIn, nowhereSentence, type Move, type Place } from '../graphs/move';
import type { Reading } from '../logs/logs';
import {
  isFromPage,
  type FromPageMessage,
  type PanelState,
  type ToPageMessage,
} from '../webview/protocol';
import { shownIn, type Shown } from './export';
import { panelHtml } from './html';
import { showOf } from './showOf';
import { AT_FIRST, graphOf, type Answered, type Wanted } from './askedGraph';
import { narrowedTo, withDates, withQuestion, type Narrowing } from './narrow';

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
  | {
      readonly kind: 'graph';
      readonly graph: Graph;
      readonly answered: Answered;
      readonly generation: number;
      place: Place;
    };

/** One webview panel and the graph that it shows. */
export class GraphPanel implements vscode.Disposable {
  private content: Content = { kind: 'empty', sentence: 'Reading the log…' };
  private generations = 0;
  private wanted: Wanted = AT_FIRST;
  private building: vscode.CancellationTokenSource | undefined;
  /** The log whose words the page has. */
  private wordsOf: Log | undefined;
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
    this.building?.cancel();
    vscode.Disposable.from(...this.subscriptions).dispose();
    this.events.focusRows(false);
  }

  get reading(): Reading | undefined {
    return this.content.kind === 'graph' ? this.content.graph.reading : undefined;
  }

  get selected(): RevisionId | undefined {
    const { content } = this;
    if (content.kind !== 'graph') return undefined;
    const { graph, place } = content;
    return graph.rowCount > 0 ? graph.revisionAt(place.row) : this.about;
  }

  /** The commits that are shown, from the top. */
  get shown(): Shown | undefined {
    return this.content.kind === 'graph' ? shownIn(this.content.graph) : undefined;
  }

  /**
   * Shows a revision: in the graph that is shown, where it is there; else in a graph of the scope that is
   * wanted, or of the same scope as before. A directory's graph that leaves the revision out stays.
   */
  show(reading: Reading, revision: RevisionId, scope?: Wanted['scope']): void {
    const { content } = this;
    const isSame = content.kind === 'graph' && content.graph.reading === reading;
    if (isSame && (scope === undefined || scope === content.graph.scope)) {
      const row = content.graph.rowOf(revision);
      if (row !== undefined) {
        this.select({ row });
        return;
      }
      if (scope === undefined && content.graph.scope !== 'file') return;
    }
    // One file's directory has nothing more to show.
    const isOneFile = reading.log.histories.fileCount < 2;
    const next = isOneFile
      ? 'file'
      : (scope ?? (content.kind === 'graph' || this.building ? this.wanted.scope : 'file'));
    this.wanted = { ...this.wanted, scope: next };
    void this.build(reading, revision);
  }

  /** Comes back with what was wanted before a reload. */
  bringBack(wanted: Partial<Wanted>, reading: Reading, revision: RevisionId): void {
    this.wanted = { ...this.wanted, ...wanted };
    this.show(reading, revision, this.wanted.scope);
  }

  /** Makes the graph that is wanted; the one before stays until it is there. */
  private async build(reading: Reading, revision: RevisionId): Promise<void> {
    this.building?.cancel();
    const building = (this.building = new vscode.CancellationTokenSource());
    this.about = revision;
    const file = reading.log.histories.fileOf(revision);
    const answered = await graphOf(reading, this.wanted, file, building.token).finally(() =>
      building.dispose(),
    );
    if (!answered || building !== this.building) return;
    this.building = undefined;
    const { graph } = answered;
    // The user may have gone on in the graph before.
    const place = { row: graph.rowOf(this.about) ?? 0 };
    this.content = { kind: 'graph', graph, answered, generation: ++this.generations, place };
    this.panel.title = `Graph: ${graph.title}`;
    this.send();
  }

  /** The revision that the user came from, which a filter may leave out. */
  private about: RevisionId = 0;

  private want(change: Partial<Wanted>): void {
    const { content } = this;
    if (content.kind !== 'graph') return;
    this.wanted = { ...this.wanted, ...change };
    void this.build(content.graph.reading, this.selected ?? this.about);
  }

  /** The selected revision's branch, author or file alone, or all but that. */
  narrow(key: Narrowing, isNegated: boolean): void {
    const { reading, selected } = this;
    if (!reading || selected === undefined) return;
    const wanted = narrowedTo(this.wanted, reading.log, selected, key, isNegated);
    if (wanted) this.want(wanted);
    else this.post({ type: 'announce', sentence: 'This has no name to ask for.' });
  }

  /** Says in a sentence why there is no graph. */
  showEmpty(sentence: string): void {
    this.building?.cancel();
    this.building = undefined;
    this.content = { kind: 'empty', sentence };
    this.send();
  }

  /** Moves along the rows or the lines of descent. */
  move(how: Move): void {
    const { content } = this;
    if (content.kind !== 'graph' || content.graph.rowCount === 0) return;
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
    if (content.kind !== 'graph' || content.graph.rowCount === 0) return;
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
    this.about = graph.revisionAt(row);
    const [detail, state] = [graph.detail(row), this.stateOf(graph, row)];
    this.post({ type: 'select', generation, row, detail, state });
  }

  private receive(message: FromPageMessage): void {
    const { content } = this;
    switch (message.type) {
      case 'ready':
        this.isReady = true;
        this.wordsOf = undefined;
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
          this.events.pick(message.what, content.graph.reading, this.selected ?? this.about);
        }
        break;
      case 'scope':
        this.want({ scope: message.scope });
        break;
      case 'ask':
        this.want(withQuestion(this.wanted, message.text, message.isFilter));
        break;
      case 'sort':
        this.want({ sortedBy: message.by });
        break;
      case 'years':
        this.want(withDates(this.wanted, message.query));
        break;
      case 'mute':
        this.want({ isMuted: message.isOn });
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
    if (message.type === 'span') {
      const dates = graph.datesOf?.(message.from, message.to);
      if (dates !== undefined) this.want(withDates(this.wanted, dates));
      return;
    }
    if (message.type === 'go') {
      if (message.revision < graph.reading.log.histories.count) {
        this.show(graph.reading, message.revision, 'file');
        this.events.select(graph.reading, message.revision);
      }
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
    const { graph, generation, place, answered } = content;
    const { row } = place;
    const { log } = graph.reading;
    if (this.wordsOf !== log) {
      this.wordsOf = log;
      this.post({ type: 'words', words: [...suggestionsFor(log)] });
    }
    const state = this.stateOf(graph, row);
    this.post({ ...showOf(answered, row), generation, state });
  }

  /** What brings the panel back: the place, and what is asked. */
  private stateOf(graph: Graph, row: number): PanelState {
    const { text: query, isFilter, isMuted } = this.wanted;
    const revision = graph.rowCount > 0 ? graph.revisionAt(row) : this.about;
    const place = addressOf(graph.reading, revision);
    return { ...place, scope: graph.scope, query, isFilter, isMuted };
  }

  private post(message: ToPageMessage): void {
    void this.panel.webview.postMessage(message);
  }
}
