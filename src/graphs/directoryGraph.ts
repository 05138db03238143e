import { NONE } from '../core/columns/ids';
import { firstNotAbove, firstNotBelow } from '../core/columns/search';
import { isoDate } from '../core/history/dates';
import { NO_REVISION, type RevisionId } from '../core/history/ids';
import { parentOf, placeChangesets, type DirectoryPlacement } from '../core/graph/directory';
import type { Branch, BranchId } from '../core/recovery/branches/branches';
import type { ChangesetId } from '../core/recovery/changesets/changesets';
import { count } from '../core/text/count';
import { headline, printable } from '../core/text/printable';
import { branchLabelOf, branchTitle } from '../core/words/branches';
import { colourOf } from '../core/words/colours';
import { dateWords } from '../core/words/dates';
import { EDGE_ICONS } from '../core/words/edges';
import type { Reading } from '../logs/logs';
import type {
  Detail,
  DetailLink,
  GraphColumns,
  RowChunk,
  RowText,
  Section,
  TextColumn,
} from '../webview/protocol';
import { commitDetail, commitEdges } from './commitParts';
import type { Graph, Step } from './graph';
import { branchChip, chunkOf, columnsOf, edgeWordsOf, tagChips, yearsOf } from './rowParts';

/** A commit's detail has links to so many edges. */
const MOST_LINKS = 12;

/** The commits of a whole directory: a row a changeset, a lane a branch over all files. */
export class DirectoryGraph implements Graph {
  readonly scope = 'directory';
  private readonly places: DirectoryPlacement;
  private readonly lineRows = new Map<BranchId, number[]>();

  constructor(
    readonly reading: Reading,
    /** The changesets that are shown, in ascending order. */
    shown: Int32Array,
  ) {
    this.places = placeChangesets(reading.log.recovery, shown);
    for (const [row, branch] of this.places.branchOfRow.entries()) {
      const rows = this.lineRows.get(branch);
      if (rows) rows.push(row);
      else this.lineRows.set(branch, [row]);
    }
  }

  get title(): string {
    return printable(this.reading.log.title ?? '') || 'All files';
  }

  get counts(): string {
    const { log } = this.reading;
    const all = log.recovery.changesets.count;
    const files = count(log.histories.fileCount, 'file');
    return this.rowCount === all
      ? `${count(all, 'commit')}, ${files}`
      : `${new Intl.NumberFormat('en').format(this.rowCount)} of ${count(all, 'commit')}, ${files}`;
  }

  get rowCount(): number {
    return this.places.changesetOfRow.length;
  }

  get columns(): readonly TextColumn[] {
    const { histories, recovery } = this.reading.log;
    const { changesets } = recovery;
    let width = 5;
    for (const id of this.places.changesetOfRow) {
      width = Math.max(width, String(changesets.revisionsOf(id).length).length);
    }
    const speakers = Array.from(this.places.changesetOfRow, (id) => changesets.speaker(id));
    return columnsOf(histories, speakers, { title: 'Files', width });
  }

  get sections(): readonly Section[] {
    const { changesets } = this.reading.log.recovery;
    return yearsOf(this.rowCount, (row) => changesets.day(this.changesetAt(row)));
  }

  revisionAt(row: number): RevisionId {
    return this.reading.log.recovery.changesets.speaker(this.changesetAt(row));
  }

  rowOf(revision: RevisionId): number | undefined {
    const changeset = this.reading.log.recovery.changesets.of(revision);
    const row = this.places.rowOfChangeset[changeset] ?? NONE;
    return row === NONE ? undefined : row;
  }

  placement(): GraphColumns {
    const { log } = this.reading;
    const { all } = log.recovery.branches;
    const { laneOfRow, laneCount, lines, branchOfRow } = this.places;
    const { top, bottom, lane, pointLane, style, branch } = lines;
    const colour = (id: BranchId): number => colourOf(log, all[id]);
    return {
      laneOfRow,
      laneCount,
      kindOfRow: new Uint8Array(this.rowCount),
      colourOfRow: Uint8Array.from(branchOfRow, colour),
      top,
      bottom,
      lane,
      pointLane,
      styleOfLine: style,
      colourOfLine: Uint8Array.from(branch, colour),
      ...commitEdges(log.recovery, (revision) => this.rowOf(revision)),
    };
  }

  rows(from: number, to: number): RowChunk {
    return chunkOf(from, Math.min(to, this.rowCount), (row) => this.rowText(row));
  }

  detail(row: number): Detail {
    const { log } = this.reading;
    const changeset = this.changesetAt(row);
    const revisions = log.recovery.changesets.revisionsOf(changeset);
    return { ...commitDetail(log, changeset), links: this.links(row, revisions) };
  }

  step(row: number, step: Step): number | undefined {
    const branch = this.places.branchOfRow[row]!;
    if (step === 'toBranchPoint') return this.pointOf(branch);
    const rows = this.lineRows.get(branch)!;
    const at = firstNotBelow(rows, row);
    return rows[step === 'newer' ? at - 1 : at + 1];
  }

  branchesFrom(row: number): readonly number[] {
    const starts: number[] = [];
    for (const [branch, rows] of this.lineRows)
      if (branch !== NONE && this.pointOf(branch) === row) starts.push(rows.at(-1)!);
    return starts.sort((a, b) => a - b);
  }

  private changesetAt(row: number): ChangesetId {
    return this.places.changesetOfRow[row]!;
  }

  /** The row of the last commit that all files of a branch left from, or the next older one that is shown. */
  private pointOf(branch: BranchId): number | undefined {
    if (branch === NONE) return undefined;
    let point = this.points.get(branch);
    if (point === undefined) this.points.set(branch, (point = this.findPoint(branch) ?? null));
    return point ?? undefined;
  }
  private readonly points = new Map<BranchId, number | null>();

  private findPoint(branch: BranchId): number | undefined {
    const { recovery } = this.reading.log;
    const { lines, all } = recovery.branches;
    const first = this.changesetAt(this.lineRows.get(branch)!.at(-1)!);
    let last: ChangesetId = NONE;
    for (const member of all[branch]!.members) {
      const point = lines.point(member);
      const changeset = point === NO_REVISION ? NONE : recovery.changesets.of(point);
      if (changeset < first) last = Math.max(last, changeset);
    }
    const parent = parentOf(recovery, branch);
    const rows = (parent === undefined ? undefined : this.lineRows.get(parent)) ?? [];
    return rows[firstNotBelow(rows, firstNotAbove(this.places.changesetOfRow, last))];
  }

  private rowText(row: number): RowText {
    const { log } = this.reading;
    const { histories, recovery } = log;
    const { changesets } = recovery;
    const changeset = this.changesetAt(row);
    const revision = this.revisionAt(row);
    const revisions = changesets.revisionsOf(changeset);
    const author = printable(histories.author(revision));
    const date = dateWords(changesets.day(changeset));
    const message = headline(histories.message(revision));
    const branch = changesets.branchOf(changeset);
    const name = branch ? branchTitle(log, branch) : 'trunk';
    const tags = [...new Set(Array.from(revisions, (r) => histories.tags(r)).flat())];
    const told = edgeWordsOf(log, revisions);
    const files = count(revisions.length, 'file');
    return {
      cells: [message, author, date, String(revisions.length)],
      chips: [...this.branchChips(row, branch), ...tagChips(tags)],
      drawn: [files, name, ...told].join(', '),
    };
  }

  /** A chip where the branch is another than in the row above; the trunk needs none but at the top. */
  private branchChips(row: number, branch: Branch | undefined): RowText['chips'] {
    const { branchOfRow } = this.places;
    const isSame = row > 0 && branchOfRow[row] === branchOfRow[row - 1];
    if (isSame || (row > 0 && !branch)) return [];
    const { log } = this.reading;
    return [branchChip(log, branch, branch ? branchLabelOf(log, branch) : 'trunk')];
  }

  private links(row: number, revisions: Int32Array): DetailLink[] {
    const { log } = this.reading;
    const { recovery } = log;
    const links: DetailLink[] = [];
    const seen = new Set<string>();
    const add = (icon: string, label: string, to: number | undefined): void => {
      const key = `${label} ${String(to)}`;
      if (to === undefined || to === row || seen.has(key) || links.length >= MOST_LINKS) return;
      seen.add(key);
      links.push({ icon, label, row: to });
    };
    add('arrow-up', 'Next on the branch', this.step(row, 'newer'));
    add('arrow-down', 'Previous on the branch', this.step(row, 'older'));
    add('reply', 'Branch point', this.step(row, 'toBranchPoint'));
    for (const start of this.branchesFrom(row)) {
      const branch = recovery.branches.all[this.places.branchOfRow[start]!]!;
      add('git-branch', `Branch ${branchTitle(log, branch)}`, start);
    }
    for (const r of revisions) {
      for (const { kind, from } of recovery.edgesTo(r)) {
        const day = isoDate(log.histories.day(from)) ?? '';
        add(EDGE_ICONS[kind], `From ${this.branchNameOf(from)}, ${day}`, this.rowOf(from));
      }
      for (const { kind, to } of recovery.edgesFrom(r)) {
        const day = isoDate(log.histories.day(to)) ?? '';
        add(EDGE_ICONS[kind], `To ${this.branchNameOf(to)}, ${day}`, this.rowOf(to));
      }
    }
    return links;
  }

  private branchNameOf(revision: RevisionId): string {
    const { log } = this.reading;
    const branch = log.recovery.branches.of(revision);
    return branch ? branchTitle(log, branch) : 'trunk';
  }
}
