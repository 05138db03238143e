import type { Histories } from '../history/histories';
import type { FileId, RevisionId } from '../history/ids';
import type { Problem } from '../problems/problem';
import { recoverBranches, type Branch, type Branches } from './branches/branches';
import { recoverChangesets, type Changesets } from './changesets/changesets';
import { recoverEdges, type Dangling, type Edge, type Edges } from './edges';
import { atShare } from '../columns/steps';
import { linesInSteps } from '../history/lines';
import { contradictionProblems } from './contradictions';
import { groupBy } from '../columns/grouped';
import { Messages } from './facts';
import { mayBe } from './paths/pathParts';
import { filesByName, recoverPaths, type GivenPaths, type Paths } from './paths/paths';
import { namesInPlaceholders, namesInSymbols, type StatedName } from './branches/statedNames';
import { recoverSeries, type Series, type SeriesList } from './series/series';
import { titlePaths, type TitlePath } from './paths/titlePath';

/** What the recovery is given beside the log. */
export interface Given {
  /** Paths below the page's title that the user or a listing tells. */
  readonly paths?: GivenPaths;
  /** Names that the user gave to branches. */
  readonly branches?: readonly StatedName[];
  /** Revisions whose messages are not to be read, to try what is found without them. */
  readonly hidden?: ReadonlySet<RevisionId>;
}

/** What the log lost, as far as its messages, its order and its repetitions give it back. */
export class Recovery {
  private to: Map<RevisionId, Edge[]> | undefined;
  private from: Map<RevisionId, Edge[]> | undefined;

  constructor(
    readonly histories: Histories,
    readonly messages: Messages,
    private readonly titles: readonly TitlePath[],
    readonly paths: Paths,
    readonly branches: Branches,
    readonly changesets: Changesets,
    private readonly found: Edges,
  ) {}

  get edges(): readonly Edge[] {
    return this.found.all;
  }

  /** What messages say was taken over from what the log does not hold. */
  get dangling(): readonly Dangling[] {
    return this.found.dangling;
  }

  /** What of other lines came into a revision. */
  edgesTo(revision: RevisionId): readonly Edge[] {
    this.to ??= groupBy(this.edges, ({ to }) => to);
    return this.to.get(revision) ?? [];
  }

  /** Where a revision went from its own line. */
  edgesFrom(revision: RevisionId): readonly Edge[] {
    this.from ??= groupBy(this.edges, ({ from }) => from);
    return this.from.get(revision) ?? [];
  }

  /**
   * The file of a log that a path in a message names, as seen from another file of the same page:
   * the one that has it, or the only one that can have it.
   */
  fileAt(from: FileId, path: string): FileId | undefined {
    const page = this.histories.pageOf(from);
    const parts = this.titles[page]!.below(path);
    if (!parts) return undefined;
    this.byName ??= filesByName(this.paths);
    const named = (this.byName.get(parts.at(-1)!) ?? []).filter(
      (file) => this.histories.pageOf(file) === page,
    );
    const fitting = named.filter((file) => mayBe(this.paths.files[file]!.parts, parts));
    const exact = fitting.find((file) => !this.paths.files[file]!.parts.includes(null));
    return exact ?? (fitting.length === 1 ? fitting[0] : undefined);
  }
  private byName: Map<string | null, FileId[]> | undefined;

  /** What was odd when the log was recovered, by line. */
  get problems(): readonly Problem[] {
    const cut = this.found.cut.map((r): Problem => {
      return { line: this.histories.linesOf(r)[0], code: 'cut-range', data: {} };
    });
    return [...this.contradictions, ...cut].sort((a, b) => a.line - b.line);
  }

  /** What the log says twice, and differently. */
  get contradictions(): readonly Problem[] {
    return (this.contradicted ??= contradictionProblems(this.histories, this.paths, this.branches));
  }
  private contradicted: readonly Problem[] | undefined;

  /** The releases that branches with tickets belong to; they are found when someone first asks. */
  get series(): SeriesList {
    return (this.seriesFound ??= recoverSeries(this.messages, this.branches));
  }
  private seriesFound: SeriesList | undefined;

  /** The series that a branch is of; undefined where it takes no tickets, or fits several. */
  seriesOf(branch: Branch): Series | undefined {
    return this.series.all[this.series.ofBranch[branch.id]!];
  }

  /** Is any file's directory known? Else an open one need not be drawn. */
  get hasDirectories(): boolean {
    return (this.directories ??= this.paths.files.some(
      ({ parts }) => parts.length > 1 && parts[0] !== null,
    ));
  }
  private directories: boolean | undefined;

  /** The file's base name, or null. */
  nameOf(file: FileId): string | null {
    return this.paths.files[file]!.parts.at(-1) ?? null;
  }
}

/** Recovers all of a log, each part from those before it. Yields the share that is done. */
export function* recoverInSteps(
  histories: Histories,
  given: Given = {},
): Generator<number, Recovery> {
  const reading = Messages.read(histories, given.hidden);
  let step = reading.next();
  for (; !step.done; step = reading.next()) yield step.value / 2;
  const messages = step.value;
  yield 0.5;
  const lines = yield* atShare(0.5, linesInSteps(histories));
  yield 0.55;
  const placeholders = namesInPlaceholders(messages, lines);
  const inLog = overruled(placeholders, namesInSymbols(histories, lines));
  yield 0.6;
  const told = overruled(inLog, given.branches ?? []);
  const branches = yield* atShare(0.6, recoverBranches(messages, lines, told));
  yield 0.7;
  const changesets = yield* atShare(0.7, recoverChangesets(messages, branches, placeholders));
  yield 0.8;
  const titles = titlePaths(histories, messages);
  yield 0.8;
  const givenPaths: GivenPaths = given.paths ?? new Map();
  const paths = yield* atShare(0.8, recoverPaths(messages, changesets, titles, givenPaths));
  yield 0.9;
  const edges = yield* atShare(0.9, recoverEdges(messages, branches, paths));
  return new Recovery(histories, messages, titles, paths, branches, changesets, edges);
}

/** What the user says of a branch counts instead of what the log says of it. */
function overruled(inLog: readonly StatedName[], given: readonly StatedName[]): StatedName[] {
  const named = new Set(given.map(({ branch }) => branch));
  return [...given, ...inLog.filter(({ branch }) => !named.has(branch))];
}
