import type { FileHistory } from '../core/history/fileHistory';
import { NO_REVISION, type FileId, type RevisionId } from '../core/history/ids';
import { TRUNK } from '../core/history/numbers';
import { lineageOf } from '../core/graph/lineage';
import { place, type Placement } from '../core/graph/place';
import { placeholderOf } from '../core/messages/placeholder';
import type { Edge } from '../core/recovery/edges';
import { count } from '../core/text/count';
import { headline, printable } from '../core/text/printable';
import { lineLabel, lineTitle } from '../core/words/branches';
import { dateWords } from '../core/words/dates';
import { colourOf } from '../core/words/colours';
import { cameWords, EDGE_ICONS, wentWords } from '../core/words/edges';
import { fileLabel } from '../core/words/files';
import { kindWords } from '../core/words/kinds';
import { branchLabel } from '../core/words/revisions';
import type { Reading } from '../logs/logs';
import { RowKind } from '../webview/protocol';
import type {
  Detail,
  DetailLink,
  GraphColumns,
  RowChunk,
  RowText,
  Section,
  TextColumn,
} from '../webview/protocol';
import type { Graph, Step } from './graph';
import {
  branchChip,
  chunkOf,
  columnsOf,
  edgeKind,
  edgeWordsOf,
  messageText,
  tagChips,
  yearsOf,
} from './rowParts';

/** The history of one file: a row a revision by date, a lane a line of descent. */
export class FileGraph implements Graph {
  readonly scope = 'file';
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
    let number = 1;
    for (const { revisions } of this.history.lines) {
      number = Math.max(number, histories.numberText(revisions[0]!).length);
    }
    const revisions = Array.from({ length: this.rowCount }, (_, i) => this.history.first + i);
    return columnsOf(histories, revisions, { title: 'Revision', width: number });
  }

  get sections(): readonly Section[] {
    return yearsOf(this.rowCount, (row) => this.reading.log.histories.day(this.revisionAt(row)));
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
    const colours = this.history.lines.map(({ revisions }) => this.colourAt(revisions[0]!));
    return {
      laneOfRow,
      kindOfRow: this.kinds,
      colourOfRow: Uint8Array.from(laneOfRow, (_, row) => this.colourAt(this.revisionAt(row))),
      laneCount,
      top,
      bottom,
      lane,
      pointLane,
      styleOfLine: new Uint8Array(top.length),
      colourOfLine: Uint8Array.from(colours),
      ...this.edges(),
    };
  }

  rows(from: number, to: number): RowChunk {
    return chunkOf(from, Math.min(to, this.rowCount), (row) => this.rowText(row));
  }

  detail(row: number): Detail {
    const { log } = this.reading;
    const { histories } = log;
    const revision = this.revisionAt(row);
    const date = dateWords(histories.day(revision));
    return {
      title: `${histories.numberText(revision)}, ${this.lineName(revision)}`,
      signature: [printable(histories.author(revision)), date, ...this.extras(revision)].join(', '),
      message: messageText(histories, revision),
      links: this.links(revision),
      files: [],
      moreFiles: 0,
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
      edgeKind: Uint8Array.from(edges, edgeKind),
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
    const { log } = this.reading;
    const { histories } = log;
    const revision = this.revisionAt(row);
    const number = histories.numberText(revision);
    const author = printable(histories.author(revision));
    const date = dateWords(histories.day(revision));
    const message = headline(histories.message(revision));
    const told = [...kindWords(this.kinds[row]!), ...edgeWordsOf(log, [revision])];
    return {
      cells: [message, author, date, number],
      chips: [...this.lineChips(row), ...tagChips(histories.tags(revision))],
      drawn: [this.lineAt(revision), ...told].join(', '),
    };
  }

  /** A chip where the line of descent is another than in the row above; the trunk needs none but at the top. */
  private lineChips(row: number): RowText['chips'] {
    const revision = this.revisionAt(row);
    const { branch, id } = this.history.lineOf(revision);
    const isSame = row > 0 && this.history.lineOf(this.revisionAt(row - 1)).id === id;
    if (isSame || (row > 0 && branch === TRUNK)) return [];
    const { log } = this.reading;
    return [branchChip(log, log.recovery.branches.of(revision), lineLabel(log, this.file, branch))];
  }

  private colourAt(revision: RevisionId): number {
    const { log } = this.reading;
    return colourOf(log, log.recovery.branches.of(revision));
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
