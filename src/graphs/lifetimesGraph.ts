import { BINS, lifetimesOf, type Lifetime, type Lifetimes } from '../core/answers/lifetimes';
import { dayOf, isoDate, type Day } from '../core/history/dates';
import type { RevisionId } from '../core/history/ids';
import { linesOf } from '../core/history/lines';
import type { Branch } from '../core/recovery/branches/branches';
import { count } from '../core/text/count';
import { printable } from '../core/text/printable';
import { branchLabelOf } from '../core/words/branches';
import { branchSentence } from '../core/words/branchSentence';
import { spanWords } from '../core/words/dates';
import { seriesSentence, seriesTitle } from '../core/words/series';
import { fileLabel } from '../core/words/files';
import type { Reading } from '../logs/logs';
import type {
  Detail,
  DetailFile,
  GraphColumns,
  RowChunk,
  RowText,
  Section,
  TextColumn,
  TimeMark,
} from '../webview/protocol';
import type { Graph, Step } from './graph';
import { stepInRows, withoutLanes } from './noLanes';
import { branchChip, chunkOf } from './rowParts';

/** Of so many years at most each has a mark above the rows; of more every second, fifth, tenth has. */
const MOST_MARKS = 12;
const STRIDES = [1, 2, 5, 10, 20, 50];
/** The detail of a branch lists so many of its files, and how many more. */
const MOST_FILES = 500;

/** Branches over the years: a row a branch, with a bar from its first commit to its last. */
export class LifetimesGraph implements Graph {
  readonly scope = 'lifetimes';
  private readonly lives: Lifetimes;
  private readonly rowOfBranch: ReadonlyMap<Branch | undefined, number>;

  constructor(
    readonly reading: Reading,
    /** The commits that count, in ascending order. */
    commits: Int32Array,
  ) {
    this.lives = lifetimesOf(reading.log, commits);
    this.rowOfBranch = new Map(
      this.lives.all.flatMap(({ branches }, row) =>
        (branches.length > 0 ? branches : [undefined]).map((branch) => [branch, row] as const),
      ),
    );
  }

  get title(): string {
    return printable(this.reading.log.title ?? '') || 'All files';
  }

  get counts(): string {
    const { all } = this.lives;
    const branches = all.reduce((sum, life) => sum + life.branches.length, 0);
    const commits = all.reduce((sum, life) => sum + life.commits, 0);
    return `${count(branches, 'branch', 'branches')}, ${count(commits, 'commit')}`;
  }

  get rowCount(): number {
    return this.lives.all.length;
  }

  get columns(): readonly TextColumn[] {
    return [
      { key: 'message', title: 'Branch', width: 30 },
      { key: 'number', title: 'Commits', width: 7 },
    ];
  }

  get sections(): readonly Section[] {
    return [];
  }

  /** Where years begin, as shares of the time that is shown. */
  get times(): readonly TimeMark[] {
    const { first, last } = this.lives;
    if (!(last > first)) return [];
    const [from, to] = [yearOf(first), yearOf(last)];
    const stride = STRIDES.find((each) => (to - from) / each <= MOST_MARKS) ?? 100;
    const marks: TimeMark[] = [];
    for (let year = Math.ceil(from / stride) * stride; year <= to; year += stride) {
      const at = (dayOf(year, 1, 1) - first) / (last - first);
      const query = [...new Set([year, year + stride - 1])].join('..');
      if (at >= 0 && at <= 1) marks.push({ title: String(year), at, query });
    }
    return marks;
  }

  /** The days of a stretch of the time that is shown, as `date:` takes them. */
  datesOf(from: number, to: number): string | undefined {
    const { first, last } = this.lives;
    if (!(last >= first)) return undefined;
    const day = (share: number): string =>
      isoDate(Math.round(first + Math.min(1, Math.max(0, share)) * (last - first))) ?? '';
    return `${day(Math.min(from, to))}..${day(Math.max(from, to))}`;
  }

  placement(): GraphColumns {
    return withoutLanes(this.rowCount);
  }

  rows(from: number, to: number): RowChunk {
    return chunkOf(from, Math.min(to, this.rowCount), (row) => this.rowText(row));
  }

  detail(row: number): Detail {
    const { log } = this.reading;
    const { branches, series, first, last, commits } = this.lives.all[row]!;
    const [branch] = branches;
    const files = branches.flatMap((each) => this.filesOf(each));
    return {
      title: this.labelOf(row),
      signature: `${spanWords(first, last)}, ${count(commits, 'commit')}`,
      message: branch
        ? ((series && seriesSentence(log, branch)) ?? branchSentence(log, branch))
        : 'The trunk, which all branches leave from in the end.',
      links: [],
      files: files.slice(0, MOST_FILES),
      moreFiles: Math.max(0, files.length - MOST_FILES),
    };
  }

  revisionAt(row: number): RevisionId {
    return this.reading.log.recovery.changesets.speaker(this.lives.all[row]!.newest);
  }

  rowOf(revision: RevisionId): number | undefined {
    return this.rowOfBranch.get(this.reading.log.recovery.branches.of(revision));
  }

  step(row: number, step: Step): number | undefined {
    return stepInRows(row, step, this.rowCount);
  }

  branchesFrom(): readonly number[] {
    return [];
  }

  private labelOf(row: number): string {
    const { log } = this.reading;
    const { branches, series } = this.lives.all[row]!;
    const [branch] = branches;
    if (series) return seriesTitle(log, series);
    return branch ? branchLabelOf(log, branch) : 'trunk';
  }

  private filesOf({ members }: Branch): DetailFile[] {
    const { log } = this.reading;
    const lines = linesOf(log.histories);
    return members.map((member) => ({
      path: fileLabel(log, lines.file(member)),
      number: log.histories.numbers.text(lines.number(member)),
      note: '',
      revision: lines.tip(member),
    }));
  }

  private rowText(row: number): RowText {
    const life = this.lives.all[row]!;
    const { branches, first, last, commits } = life;
    return {
      cells: ['', String(commits)],
      chips: [branchChip(this.reading.log, branches[0], this.labelOf(row))],
      drawn: `${this.labelOf(row)}, ${spanWords(first, last)}, ${count(commits, 'commit')}`,
      life: this.barOf(life),
    };
  }

  private barOf({ first, last, density, syncs, pullUps }: Lifetime): RowText['life'] {
    const whole = this.lives;
    const share = (day: Day): number =>
      whole.last > whole.first ? (day - whole.first) / (whole.last - whole.first) : 0;
    const most = density.reduce((a, b) => Math.max(a, b), 1);
    return {
      from: share(first),
      to: share(last),
      bins: BINS,
      density: [...density].flatMap((n, bin) => (n > 0 ? [{ bin, share: n / most }] : [])),
      syncs: [...syncs],
      pullUps: [...pullUps],
      words: spanWords(first, last),
    };
  }
}

function yearOf(day: Day): number {
  return Number(isoDate(day)!.replace(/-\d\d-\d\d$/, ''));
}
