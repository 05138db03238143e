import type { CancellationToken } from 'vscode';
import { isMuted as isQuietCommit } from '../core/graph/directory';
import type { FileId } from '../core/history/ids';
import { findChangesets } from '../core/query/match';
import type { Log } from '../core/log';
import type { Query } from '../core/query/parse';
import { queryFor } from '../core/query/queryFor';
import { changesOf, changesPulledUp } from '../core/answers/releases/changes';
import { DirectoryGraph } from '../graphs/directoryGraph';
import { FileGraph } from '../graphs/fileGraph';
import { LifetimesGraph } from '../graphs/lifetimesGraph';
import { ReleasesGraph } from '../graphs/releasesGraph';
import type { Graph } from '../graphs/graph';
import type { Reading } from '../logs/logs';
import { runSteps } from '../logs/steps';
import type { Asked, Scope, Sorting } from '../webview/protocol';

/** What a panel is to show of a log. */
export interface Wanted {
  readonly scope: Scope;
  /** The query, and whether it leaves out what it does not find. */
  readonly text: string;
  readonly isFilter: boolean;
  /** Are syncs and placeholders left out of a directory's graph? */
  readonly isMuted: boolean;
  /** What a table of releases is sorted by. */
  readonly sortedBy: Sorting;
}

export const AT_FIRST: Wanted = {
  scope: 'directory',
  text: '',
  isFilter: true,
  isMuted: true,
  sortedBy: 'date',
};

/** A graph, and how it answers the query. */
export interface Answered {
  readonly graph: Graph;
  readonly asked: Asked;
  /** How many commits are nothing but syncs and placeholders; null where none are left out. */
  readonly quiet: number | null;
  /** Are these left out, where there are some? */
  readonly isMuted: boolean;
}

/** Makes the graph that is wanted, in the background; undefined when it was cancelled. */
export async function graphOf(
  reading: Reading,
  wanted: Wanted,
  file: FileId,
  token: CancellationToken,
): Promise<Answered | undefined> {
  const { log } = reading;
  const query = queryFor(log, wanted.text);
  const isAsked = query.terms.length > 0;
  const found = isAsked ? await runSteps(findChangesets(log, query), token) : undefined;
  if (isAsked && !found) return undefined;
  const isFilter = wanted.isFilter && wanted.scope !== 'file';
  const kept = isFilter ? found : undefined;
  const made = await makeGraph(reading, { ...wanted, file, query, kept }, token);
  if (!made) return undefined;
  const hits = isFilter ? new Uint32Array() : hitsIn(made.graph, found);
  return { ...made, asked: { text: wanted.text, isFilter, problems: [...query.problems], hits } };
}

/** What a graph is made of: the commits that are kept, all where that is undefined. */
interface Parts extends Pick<Wanted, 'scope' | 'isMuted' | 'sortedBy'> {
  readonly file: FileId;
  readonly query: Query;
  readonly kept: Int32Array | undefined;
}

async function makeGraph(
  reading: Reading,
  { scope, file, query, kept, isMuted, sortedBy }: Parts,
  token: CancellationToken,
): Promise<Omit<Answered, 'asked'> | undefined> {
  const { log } = reading;
  switch (scope) {
    case 'file':
      return { graph: new FileGraph(reading, file), quiet: null, isMuted: false };
    case 'releases': {
      const changes = kept ? changesOf(log, kept) : await runSteps(changesPulledUp(log), token);
      if (!changes) return undefined;
      const graph = new ReleasesGraph(reading, changes, sortedBy);
      return { graph, quiet: null, isMuted: false };
    }
    case 'lifetimes': {
      const graph = new LifetimesGraph(reading, kept ?? allOf(log));
      return { graph, quiet: null, isMuted: false };
    }
    case 'directory': {
      const quiet = quietOf(log);
      const isQuiet = isMuted && !asksForQuiet(query);
      const all = kept ?? allOf(log);
      const shown = isQuiet ? all.filter((id) => !quiet.has(id)) : all;
      return { graph: new DirectoryGraph(reading, shown), quiet: quiet.size, isMuted };
    }
  }
}

function allOf({ recovery }: Log): Int32Array {
  return Int32Array.from({ length: recovery.changesets.count }, (_, id) => id);
}

/** Whoever asks for syncs or placeholders wants to see them. */
function asksForQuiet({ terms }: Query): boolean {
  return terms.some(
    (term) =>
      term.key === 'kind' &&
      !term.isNegated &&
      (term.kind === 'sync' || term.kind === 'placeholder'),
  );
}

const quiets = new WeakMap<Log, ReadonlySet<number>>();

function quietOf(log: Log): ReadonlySet<number> {
  let quiet = quiets.get(log);
  if (quiet) return quiet;
  const ids = Array.from({ length: log.recovery.changesets.count }, (_, id) => id);
  quiets.set(log, (quiet = new Set(ids.filter((id) => isQuietCommit(log.recovery, id)))));
  return quiet;
}

/** The rows of what was found, from the top. */
function hitsIn(graph: Graph, found: Int32Array | undefined): Uint32Array<ArrayBuffer> {
  if (!found) return new Uint32Array();
  const { changesets } = graph.reading.log.recovery;
  const wanted = new Set<number>(found);
  const rows: number[] = [];
  for (let row = 0; row < graph.rowCount; row++) {
    if (wanted.has(changesets.of(graph.revisionAt(row)))) rows.push(row);
  }
  return Uint32Array.from(rows);
}
