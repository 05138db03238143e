import { fileKeysOf } from '../core/history/fileKeys';
import type { FileHistory } from '../core/history/fileHistory';
import { NO_REVISION, type FileId, type RevisionId } from '../core/history/ids';
import { TRUNK } from '../core/history/numbers';
import { lineageOf } from '../core/graph/lineage';
import { place, type Placement } from '../core/graph/place';
import { placeholderOf } from '../core/messages/placeholder';
import type { Edge } from '../core/recovery/edges';
import { count } from '../core/text/count';
import { printable, summary } from '../core/text/printable';
import { branchTitle, lineLabel, lineTitle } from '../core/words/branches';
import { dateWords } from '../core/words/dates';
import { cameWords, EDGE_ICONS, ticketWords, wentWords } from '../core/words/edges';
import { fileLabel } from '../core/words/files';
import { kindWords } from '../core/words/kinds';
import { branchLabel } from '../core/words/revisions';
import type { Reading } from '../logs/logs';
import { EdgeKind, RowKind } from '../webview/protocol';
import type {
  Detail,
  DetailLink,
  GraphColumns,
  PanelState,
  RowChunk,
  RowText,
  TextColumn,
} from '../webview/protocol';
import type { Graph, Step } from './graph';

/** A message of more characters is cut in the panel; the log has it whole. */
const LONGEST_MESSAGE = 200_000;
/** No column but the message's is wider, in characters; longer texts end in an ellipsis. */
const WIDEST = 24;
/** A row shows so many tags, and how many more; its detail has all. */
const MOST_CHIPS = 2;
/** A row's name for a screen reader tells so many edges, and how many more. */
const MOST_TOLD = 3;

const KINDS = { 'pull-up': EdgeKind.pullUp, sync: EdgeKind.sync, merge: EdgeKind.merge } as const;

/** The history of one file: a row a revision by date, a lane a line of descent. */
export class FileGraph implements Graph {
  private readonly history: FileHistory;
  private readonly places: Placement;
  private readonly kinds: Uint8Array;

  constructor(
    readonly reading: Reading,
    readonly file: FileId,
  ) {
    this.history = reading.log.history(file);
    this.places = place(lineageOf(this.history));
    this.kinds = this.kindsOfRows();
  }

  get title(): string {
    return fileLabel(this.reading.log, this.file);
  }

  get counts(): string {
    const branches = this.history.branches.length;
    return `${count(this.history.count, 'revision')}, ${count(branches, 'branch', 'branches')}`;
  }

  get rowCount(): number {
    return this.history.count;
  }

  get columns(): readonly TextColumn[] {
    const { histories } = this.reading.log;
    let [number, line, author] = [1, 5, 1];
    for (const { branch, revisions } of this.history.lines) {
      number = Math.max(number, histories.numberText(revisions[0]!).length);
      line = Math.max(line, lineLabel(this.reading.log, this.file, branch).length);
    }
    const authors = new Set<number>();
    for (let r = this.history.first; r < this.history.end; r++) authors.add(histories.authorId(r));
    for (const id of authors) author = Math.max(author, histories.authorText(id).length);
    const columns: TextColumn[] = [
      { key: 'number', title: 'Revision', width: number },
      { key: 'line', title: 'Line of descent', width: line },
      { key: 'author', title: 'Author', width: author },
      { key: 'date', title: 'Date', width: 10 },
      { key: 'message', title: 'Message', width: 0 },
    ];
    return columns.map((column) => ({ ...column, width: Math.min(column.width, WIDEST) }));
  }

  revisionAt(row: number): RevisionId {
    return this.history.first + this.places.revisionOfRow[row]!;
  }

  rowOf(revision: RevisionId): number | undefined {
    return this.has(revision) ? this.row(revision) : undefined;
  }

  placement(): GraphColumns {
    const { laneOfRow, laneCount, lines } = this.places;
    const { top, bottom, lane, pointLane } = lines;
    const kindOfRow = this.kinds;
    return { laneOfRow, kindOfRow, laneCount, top, bottom, lane, pointLane, ...this.edges() };
  }

  rows(from: number, to: number): RowChunk {
    const rows: RowText[] = [];
    for (let row = from; row < Math.min(to, this.rowCount); row++) rows.push(this.rowText(row));
    return { from, rows };
  }

  detail(row: number): Detail {
    const { log } = this.reading;
    const { histories } = log;
    const revision = this.revisionAt(row);
    const message = histories.message(revision).slice(0, LONGEST_MESSAGE);
    const date = dateWords(histories.day(revision));
    return {
      title: `${histories.numberText(revision)}, ${this.lineName(revision)}`,
      signature: [printable(histories.author(revision)), date, ...this.extras(revision)].join(', '),
      message: message
        .split(/([\n\t])/)
        .map((part, i) => (i % 2 === 1 ? part : printable(part)))
        .join(''),
      links: this.links(revision),
    };
  }

  state(row: number): PanelState {
    const { histories } = this.reading.log;
    return {
      uri: this.reading.uri.toString(),
      file: fileKeysOf(histories).of(this.file),
      revision: histories.numberText(this.revisionAt(row)),
    };
  }

  step(row: number, step: Step): number | undefined {
    const { history } = this;
    const revision = this.revisionAt(row);
    const to =
      step === 'newer'
        ? history.next(revision)
        : step === 'older'
          ? history.previous(revision)
          : history.lineOf(revision).point;
    return to === undefined || to === NO_REVISION ? undefined : this.row(to);
  }

  branchesFrom(row: number): readonly number[] {
    const leaving = this.history.branchesFrom(this.revisionAt(row));
    return leaving.map(({ revisions }) => this.row(revisions.at(-1)!));
  }

  private has(revision: RevisionId): boolean {
    return revision >= this.history.first && revision < this.history.end;
  }

  private row(revision: RevisionId): number {
    return this.places.rowOfRevision[revision - this.history.first]!;
  }

  /** The edges of which both ends are of this file. */
  private edges(): Pick<GraphColumns, 'edgeFrom' | 'edgeTo' | 'edgeKind'> {
    const edges: Edge[] = [];
    for (let r = this.history.first; r < this.history.end; r++) {
      for (const edge of this.reading.log.recovery.edgesTo(r))
        if (this.has(edge.from)) edges.push(edge);
    }
    return {
      edgeFrom: Uint32Array.from(edges, ({ from }) => this.row(from)),
      edgeTo: Uint32Array.from(edges, ({ to }) => this.row(to)),
      edgeKind: Uint8Array.from(
        edges,
        ({ kind, status }) => KINDS[kind] | (status === 'inferred' ? EdgeKind.inferred : 0),
      ),
    };
  }

  private links(revision: RevisionId): DetailLink[] {
    const { log } = this.reading;
    const { history } = this;
    const links: DetailLink[] = [];
    const add = (icon: string, text: string, to: RevisionId | undefined): void => {
      if (to === undefined || to === NO_REVISION) return;
      links.push({ icon, label: `${text} ${log.histories.numberText(to)}`, row: this.row(to) });
    };
    add('arrow-up', 'Next', history.next(revision));
    add('arrow-down', 'Previous', history.previous(revision));
    add('reply', 'Branch point', history.lineOf(revision).point);
    for (const { branch, revisions } of history.branchesFrom(revision)) {
      const name = printable(lineLabel(log, this.file, branch));
      add('git-branch', `Branch ${name}:`, revisions.at(-1));
    }
    for (const edge of log.recovery.edgesTo(revision)) {
      if (this.has(edge.from)) add(EDGE_ICONS[edge.kind], cameWords(edge), edge.from);
    }
    for (const edge of log.recovery.edgesFrom(revision)) {
      if (!this.has(edge.to)) continue;
      const ticket = edge.ticket === null ? '' : ` (#${String(edge.ticket)})`;
      add(EDGE_ICONS[edge.kind], `${wentWords(edge)} ${this.lineAt(edge.to)}${ticket} as`, edge.to);
    }
    return links;
  }

  private lineAt(revision: RevisionId): string {
    return printable(lineLabel(this.reading.log, this.file, this.history.lineOf(revision).branch));
  }

  private rowText(row: number): RowText {
    const { histories } = this.reading.log;
    const revision = this.revisionAt(row);
    const number = histories.numberText(revision);
    const line = this.lineAt(revision);
    const author = printable(histories.author(revision));
    const date = dateWords(histories.day(revision));
    const message = summary(histories.message(revision));
    const told = [...kindWords(this.kinds[row]!), ...this.edgeWordsOf(revision)];
    return {
      cells: [number, line, author, date, message],
      tags: this.chips(revision),
      drawn: told.join(', '),
    };
  }

  private chips(revision: RevisionId): string[] {
    const tags = this.reading.log.histories.tags(revision).map(printable);
    const more = tags.length - MOST_CHIPS;
    return more > 0 ? [...tags.slice(0, MOST_CHIPS), `+${String(more)}`] : tags;
  }

  /** What is drawn at a row beside its node, in words. */
  private edgeWordsOf(revision: RevisionId): string[] {
    const { log } = this.reading;
    const { recovery } = log;
    const came = recovery.edgesTo(revision).map((edge) => {
      const ticket = ticketWords(edge);
      const from = log.histories.numberText(edge.from);
      return `${cameWords(edge)} ${from}${ticket === '' ? '' : ` (${ticket})`}`;
    });
    const went = recovery.edgesFrom(revision).map((edge) => {
      const branch = recovery.branches.of(edge.to);
      return `${wentWords(edge)} ${branch ? branchTitle(log, branch) : 'trunk'}`;
    });
    const all = [...new Set([...came, ...went])].map((words) => printable(words.toLowerCase()));
    const rest = all.length - MOST_TOLD;
    return rest > 0 ? [...all.slice(0, MOST_TOLD), `and ${count(rest, 'other edge')}`] : all;
  }

  private extras(revision: RevisionId): string[] {
    const { tags, lockedBy, state, isCut } = this.reading.log.histories.extra(revision);
    return [
      ...(tags ? [`tags ${tags.join(' ')}`] : []),
      ...(lockedBy === undefined ? [] : [`locked by ${printable(lockedBy)}`]),
      ...(state === 'dead' ? ['dead'] : []),
      ...(isCut ? ['the page has only the beginning of its message'] : []),
    ];
  }

  private lineName(revision: RevisionId): string {
    const { branch, point } = this.history.lineOf(revision);
    if (branch === TRUNK) return branchLabel(this.reading.log.histories, branch);
    const { histories } = this.reading.log;
    const from = point === NO_REVISION ? '' : ` from ${histories.numberText(point)}`;
    return `branch ${lineTitle(this.reading.log, this.file, branch)}${from}`;
  }

  private kindsOfRows(): Uint8Array {
    const kinds = new Uint8Array(this.rowCount);
    for (const { revisions, point, branch } of this.history.lines) {
      kinds[this.row(revisions[0]!)]! |= RowKind.head;
      if (branch !== TRUNK && point !== NO_REVISION) kinds[this.row(point)]! |= RowKind.branchPoint;
      const oldest = revisions.at(-1)!;
      if (placeholderOf(this.reading.log.histories, oldest)) {
        kinds[this.row(oldest)]! |= RowKind.placeholder;
      }
    }
    return kinds;
  }
}
