import { isoDate } from '../core/history/dates';
import { branchLabel } from '../core/words/revisions';
import type { FileHistory } from '../core/history/fileHistory';
import { NO_REVISION, type FileId, type RevisionId } from '../core/history/ids';
import { lineageOf } from '../core/graph/lineage';
import { place, type Placement } from '../core/graph/place';
import { fileLabel } from '../core/words/files';
import { placeholderOf } from '../core/messages/placeholder';
import { lineLabel } from '../core/words/branches';
import type { Edge } from '../core/recovery/edges';
import { count } from '../core/text/count';
import { printable, summary } from '../core/text/printable';
import type { Reading } from '../logs/logs';
import { EdgeKind, RowKind } from '../webview/protocol';
import type {
  DetailLink,
  GraphColumns,
  PanelState,
  RevisionDetail,
  RowChunk,
  RowText,
} from '../webview/protocol';

/** A message longer than this is cut in the panel; the log has it whole. */
const LONGEST_MESSAGE = 200_000;

const KINDS = { 'pull-up': EdgeKind.pullUp, sync: EdgeKind.sync, merge: EdgeKind.merge } as const;
const ICONS = { 'pull-up': 'cloud-upload', sync: 'sync', merge: 'git-merge' } as const;
const CAME = { 'pull-up': 'Pull-up of', sync: 'Sync up to', merge: 'Merges' } as const;
const WENT = { 'pull-up': 'Pulled up to', sync: 'Synced into', merge: 'Merged to' } as const;

/** The history that the panel shows, by rows. */
export class ShownHistory {
  private readonly history: FileHistory;
  private readonly placement: Placement;

  constructor(
    readonly reading: Reading,
    readonly file: FileId,
  ) {
    this.history = reading.log.history(file);
    this.placement = place(lineageOf(this.history));
  }

  get rowCount(): number {
    return this.history.count;
  }

  get label(): string {
    return fileLabel(this.reading.log, this.file);
  }

  get counts(): string {
    const branches = this.history.branches.length;
    return `${count(this.history.count, 'revision')}, ${count(branches, 'branch', 'branches')}`;
  }

  revisionAt(row: number): RevisionId {
    return this.history.first + this.placement.revisionOfRow[row]!;
  }

  rowOf(revision: RevisionId): number {
    return this.placement.rowOfRevision[revision - this.history.first]!;
  }

  has(revision: RevisionId): boolean {
    return revision >= this.history.first && revision < this.history.end;
  }

  columns(): GraphColumns {
    const { laneOfRow, laneCount, lines } = this.placement;
    const { top, bottom, lane, pointLane } = lines;
    return {
      laneOfRow,
      kindOfRow: this.kinds(),
      laneCount,
      top,
      bottom,
      lane,
      pointLane,
      ...this.edgeColumns(),
    };
  }

  /** The edges of which both ends are of this file. */
  private edgeColumns(): Pick<GraphColumns, 'edgeFrom' | 'edgeTo' | 'edgeKind'> {
    const { recovery } = this.reading.log;
    const edges: Edge[] = [];
    for (let r = this.history.first; r < this.history.end; r++) {
      for (const edge of recovery.edgesTo(r)) if (this.has(edge.from)) edges.push(edge);
    }
    return {
      edgeFrom: Uint32Array.from(edges, ({ from }) => this.rowOf(from)),
      edgeTo: Uint32Array.from(edges, ({ to }) => this.rowOf(to)),
      edgeKind: Uint8Array.from(
        edges,
        ({ kind, status }) => KINDS[kind] | (status === 'inferred' ? EdgeKind.inferred : 0),
      ),
    };
  }

  /** How many characters number, line, author and date take at most. */
  widths(): number[] {
    const { histories } = this.reading.log;
    const widths = [1, 5, 1, 10];
    for (const { branch, revisions } of this.history.lines) {
      const label = branchLabel(histories, branch).length;
      const name = lineLabel(this.reading.log, this.file, branch).length;
      const digits = String(histories.numbers.part(histories.number(revisions[0]!))).length;
      widths[0] = Math.max(widths[0]!, (branch === 0 ? 2 : label + 1) + digits + 1);
      widths[1] = Math.max(widths[1]!, name);
    }
    const authors = new Set<number>();
    for (let r = this.history.first; r < this.history.end; r++) authors.add(histories.authorId(r));
    for (const id of authors) widths[2] = Math.max(widths[2]!, histories.authorText(id).length);
    return widths.map((width) => Math.min(width, 24));
  }

  rows(from: number, to: number): RowChunk {
    const rows: RowText[] = [];
    for (let row = from; row < Math.min(to, this.rowCount); row++) rows.push(this.rowText(row));
    return { from, rows };
  }

  detail(row: number): RevisionDetail {
    const { histories } = this.reading.log;
    const revision = this.revisionAt(row);
    const message = histories.message(revision).slice(0, LONGEST_MESSAGE);
    return {
      title: `${histories.numberText(revision)}, ${this.lineName(revision)}`,
      signature: `${printable(histories.author(revision))}, ${isoDate(histories.day(revision)) ?? 'unknown date'}`,
      message: message
        .split(/([\n\t])/)
        .map((part, i) => (i % 2 === 1 ? part : printable(part)))
        .join(''),
      links: this.links(revision),
    };
  }

  state(row: number): PanelState {
    const revision = this.reading.log.histories.numberText(this.revisionAt(row));
    return { uri: this.reading.uri.toString(), file: this.file, revision };
  }

  newer(row: number): number | undefined {
    return this.rowOrNone(this.history.next(this.revisionAt(row)));
  }

  older(row: number): number | undefined {
    return this.rowOrNone(this.history.previous(this.revisionAt(row)));
  }

  branchPoint(row: number): number | undefined {
    return this.rowOrNone(this.history.lineOf(this.revisionAt(row)).point);
  }

  /** The first revision of each branch that leaves from a row's revision. */
  branchesFrom(row: number): number[] {
    const leaving = this.history.branchesFrom(this.revisionAt(row));
    return leaving.map(({ revisions }) => this.rowOf(revisions.at(-1)!));
  }

  private links(revision: RevisionId): DetailLink[] {
    const { histories } = this.reading.log;
    const { history } = this;
    const links: DetailLink[] = [];
    const add = (icon: DetailLink['icon'], text: string, to: RevisionId | undefined): void => {
      if (to === undefined || to === NO_REVISION) return;
      links.push({ icon, label: `${text} ${histories.numberText(to)}`, row: this.rowOf(to) });
    };
    add('arrow-up', 'Next', history.next(revision));
    add('arrow-down', 'Previous', history.previous(revision));
    add('reply', 'Branch point', history.lineOf(revision).point);
    for (const { branch, revisions } of history.branchesFrom(revision)) {
      add(
        'git-branch',
        `Branch ${printable(lineLabel(this.reading.log, this.file, branch))}:`,
        revisions.at(-1),
      );
    }
    const { recovery } = this.reading.log;
    for (const { kind, from, status } of recovery.edgesTo(revision)) {
      if (this.has(from))
        add(ICONS[kind], `${CAME[kind]}${status === 'inferred' ? ' (inferred)' : ''}`, from);
    }
    for (const { kind, to, ticket } of recovery.edgesFrom(revision)) {
      if (!this.has(to)) continue;
      const line = printable(
        lineLabel(this.reading.log, this.file, histories.numbers.branchOf(histories.number(to))),
      );
      add(
        ICONS[kind],
        `${WENT[kind]} ${line}${ticket === null ? '' : ` (#${String(ticket)})`} as`,
        to,
      );
    }
    return links;
  }

  private rowText(row: number): RowText {
    const { histories } = this.reading.log;
    const revision = this.revisionAt(row);
    return [
      histories.numberText(revision),
      printable(
        lineLabel(
          this.reading.log,
          this.file,
          histories.numbers.branchOf(histories.number(revision)),
        ),
      ),
      printable(histories.author(revision)),
      isoDate(histories.day(revision)) ?? 'unknown',
      summary(histories.message(revision)),
    ];
  }

  private lineName(revision: RevisionId): string {
    const { histories } = this.reading.log;
    const { branch, point } = this.history.lineOf(revision);
    if (branch === 0) return 'trunk';
    const from = point === NO_REVISION ? '' : ` from ${histories.numberText(point)}`;
    const name = lineLabel(this.reading.log, this.file, branch);
    const number = branchLabel(histories, branch);
    return `branch ${name === number ? number : `${printable(name)} (${number})`}${from}`;
  }

  private kinds(): Uint8Array {
    const kinds = new Uint8Array(this.rowCount);
    for (const { revisions, point, branch } of this.history.lines) {
      kinds[this.rowOf(revisions[0]!)]! |= RowKind.head;
      if (branch !== 0 && point !== NO_REVISION) kinds[this.rowOf(point)]! |= RowKind.branchPoint;
      const oldest = revisions.at(-1)!;
      if (placeholderOf(this.reading.log.histories, oldest))
        kinds[this.rowOf(oldest)]! |= RowKind.placeholder;
    }
    return kinds;
  }

  private rowOrNone(revision: RevisionId | undefined): number | undefined {
    return revision === undefined || revision === NO_REVISION ? undefined : this.rowOf(revision);
  }
}
