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
  Sorting,
  TextColumn,
} from '../webview/protocol';
import { commitDetail } from './commitParts';
import type { Graph, Step } from './graph';
import { stepInRows, withoutLanes } from './noLanes';
import { chunkOf, columnsOf, yearsOf } from './rowParts';

/** In which order a release's column sorts: what it received first. */
const ORDER = {
  received: '0',
  has: '1',
  unknown: '2',
  lacks: '3',
  ended: '4',
} as const satisfies Record<ReleaseMark['kind'], string>;

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
    readonly sortedBy: Sorting = 'date',
  ) {
    this.changes = Int32Array.from(changes).reverse();
    const { log } = reading;
    const days = Array.from(changes, (id) => log.recovery.changesets.day(id));
    const oldest = days.reduce((a, b) => (b === NO_DATE ? a : Math.min(a, b)), Infinity);
    this.shown = releasesOf(log).all.flatMap(({ last }, at) =>
      last === NO_DATE || last >= oldest ? [at] : [],
    );
    this.sort();
    this.rowOfChangeset = new Map(Array.from(this.changes, (id, row) => [id, row]));
  }

  /** Rows that are equal by what is sorted by stay in their order, the newest first. */
  private sort(): void {
    const { log } = this.reading;
    const { histories, recovery } = log;
    const by = this.sortedBy;
    if (by === 'date') return;
    const key = (id: ChangesetId): string => {
      if (typeof by === 'number') return ORDER[this.markIn(id, by)];
      const speaker = recovery.changesets.speaker(id);
      return (
        by === 'author' ? histories.author(speaker) : headline(histories.message(speaker))
      ).toLowerCase();
    };
    const keys = new Map(Array.from(this.changes, (id) => [id, key(id)]));
    const place = new Map(Array.from(this.changes, (id, at) => [id, at]));
    this.changes.sort((a, b) => {
      const [left, right] = [keys.get(a)!, keys.get(b)!];
      return left < right ? -1 : left > right ? 1 : place.get(a)! - place.get(b)!;
    });
  }

  private markIn(id: ChangesetId, column: number): ReleaseMark['kind'] {
    const at = this.shown[column];
    return at === undefined ? 'unknown' : marksOf(this.reading.log, id)[at]!.kind;
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
    if (this.sortedBy !== 'date') return [];
    const { changesets } = this.reading.log.recovery;
    return yearsOf(this.rowCount, (row) => changesets.day(this.changes[row]!));
  }

  placement(): GraphColumns {
    return withoutLanes(this.rowCount);
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
    return stepInRows(row, step, this.rowCount);
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
