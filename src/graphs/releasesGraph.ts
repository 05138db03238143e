import { marksOf, type Mark as ReleaseMark } from '../core/answers/releases/marks';
import { markWords } from '../core/answers/releases/markWords';
import { releasesOf, type Release } from '../core/answers/releases/releases';
import { NO_DATE } from '../core/history/dates';
import type { RevisionId } from '../core/history/ids';
import type { ChangesetId } from '../core/recovery/changesets/changesets';
import { count } from '../core/text/count';
import { headline, printable } from '../core/text/printable';
import { colourOf } from '../core/words/colours';
import { dateWords } from '../core/words/dates';
import type { Reading } from '../logs/logs';
import type {
  Detail,
  GraphColumns,
  Mark,
  ReleaseColumn,
  RowChunk,
  RowText,
  Section,
  TextColumn,
} from '../webview/protocol';
import { commitDetail } from './commitParts';
import type { Graph, Step } from './graph';
import { chunkOf, columnsOf, yearsOf } from './rowParts';

/** Changes against releases: a row a change, a column a release, and in it what the release has of it. */
export class ReleasesGraph implements Graph {
  readonly scope = 'releases';
  /** The places of the releases that are shown: those that had a commit when the oldest row was made. */
  private readonly shown: readonly number[];
  private readonly rowOfChangeset: ReadonlyMap<ChangesetId, number>;
  /** The newest first. */
  private readonly changes: Int32Array;

  constructor(
    readonly reading: Reading,
    /** The changes that are shown, in ascending order. */
    changes: Int32Array,
  ) {
    this.changes = Int32Array.from(changes).reverse();
    this.rowOfChangeset = new Map(Array.from(this.changes, (id, row) => [id, row]));
    const { log } = reading;
    const days = Array.from(changes, (id) => log.recovery.changesets.day(id));
    const oldest = days.reduce((a, b) => (b === NO_DATE ? a : Math.min(a, b)), Infinity);
    this.shown = releasesOf(log).all.flatMap(({ last }, at) =>
      last === NO_DATE || last >= oldest ? [at] : [],
    );
  }

  get title(): string {
    return printable(this.reading.log.title ?? '') || 'All files';
  }

  get counts(): string {
    const { all, left } = releasesOf(this.reading.log);
    const [changes, shown] = [count(this.rowCount, 'change'), this.shown.length];
    const releases =
      shown + left === all.length
        ? count(shown, 'release')
        : `${String(shown)} of ${count(all.length + left, 'release')}`;
    return `${changes}, ${releases}`;
  }

  get rowCount(): number {
    return this.changes.length;
  }

  get columns(): readonly TextColumn[] {
    const { histories, recovery } = this.reading.log;
    const speakers = Array.from(this.changes, (id) => recovery.changesets.speaker(id));
    return columnsOf(histories, speakers, { title: '', width: 0 }).filter(
      ({ key }) => key !== 'number',
    );
  }

  get releases(): readonly ReleaseColumn[] {
    const { log } = this.reading;
    return this.releasesShown.map(({ title, name, branches }) => {
      return { title, name: printable(name), colour: colourOf(log, branches[0]) };
    });
  }

  get sections(): readonly Section[] {
    const { changesets } = this.reading.log.recovery;
    return yearsOf(this.rowCount, (row) => changesets.day(this.changes[row]!));
  }

  placement(): GraphColumns {
    const [rows, none, flags] = [this.rowCount, new Uint32Array(), new Uint8Array()];
    return {
      laneOfRow: new Uint32Array(rows),
      kindOfRow: new Uint8Array(rows),
      colourOfRow: new Uint8Array(rows),
      laneCount: 0,
      top: none,
      bottom: none,
      lane: none,
      pointLane: none,
      styleOfLine: flags,
      colourOfLine: flags,
      edgeFrom: none,
      edgeTo: none,
      edgeKind: flags,
    };
  }

  rows(from: number, to: number): RowChunk {
    return chunkOf(from, Math.min(to, this.rowCount), (row) => this.rowText(row));
  }

  detail(row: number): Detail {
    const { log } = this.reading;
    const releases = this.releasesShown;
    return {
      ...commitDetail(log, this.changes[row]!),
      links: [],
      releases: this.marks(row).flatMap((mark, at) => {
        if (mark.kind === 'ended') return [];
        return [{ title: releases[at]!.title, mark: shownMark(mark), revision: mark.revision }];
      }),
    };
  }

  revisionAt(row: number): RevisionId {
    return this.reading.log.recovery.changesets.speaker(this.changes[row]!);
  }

  rowOf(revision: RevisionId): number | undefined {
    return this.rowOfChangeset.get(this.reading.log.recovery.changesets.of(revision));
  }

  step(row: number, step: Step): number | undefined {
    if (step === 'toBranchPoint') return undefined;
    const next = step === 'newer' ? row - 1 : row + 1;
    return next >= 0 && next < this.rowCount ? next : undefined;
  }

  branchesFrom(): readonly number[] {
    return [];
  }

  private get releasesShown(): readonly Release[] {
    const { all } = releasesOf(this.reading.log);
    return this.shown.map((at) => all[at]!);
  }

  private marks(row: number): readonly ReleaseMark[] {
    const marks = marksOf(this.reading.log, this.changes[row]!);
    return this.shown.map((at) => marks[at]!);
  }

  private rowText(row: number): RowText {
    const { histories, recovery } = this.reading.log;
    const revision = this.revisionAt(row);
    const marks = this.marks(row);
    const titles = this.releasesShown.map(({ title }) => title);
    const told = marks.flatMap((mark, at) =>
      mark.kind === 'ended' ? [] : [`${titles[at]!} ${markWords(mark)}`],
    );
    return {
      cells: [
        headline(histories.message(revision)),
        printable(histories.author(revision)),
        dateWords(recovery.changesets.day(this.changes[row]!)),
      ],
      chips: [],
      drawn: told.join(', '),
      marks: marks.map(shownMark),
    };
  }
}

function shownMark(mark: ReleaseMark): Mark {
  const { kind, isInferred, files, of } = mark;
  return { kind, words: markWords(mark), isPart: files > 0 && files < of, isInferred };
}
