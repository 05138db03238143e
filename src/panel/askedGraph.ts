import type { CancellationToken } from 'vscode';
import { isMuted } from '../core/graph/directory';
import type { FileId } from '../core/history/ids';
import { findChangesets } from '../core/query/match';
import type { Log } from '../core/log';
import type { Query } from '../core/query/parse';
import { queryFor } from '../core/query/queryFor';
import { DirectoryGraph } from '../graphs/directoryGraph';
import { FileGraph } from '../graphs/fileGraph';
import type { Graph } from '../graphs/graph';
import type { Reading } from '../logs/logs';
import { runSteps } from '../logs/steps';
import type { Asked } from '../webview/protocol';

/** What a panel is to show of a log. */
export interface Wanted {
  readonly scope: 'file' | 'directory';
  /** The query, and whether it leaves out what it does not find. */
  readonly text: string;
  readonly isFilter: boolean;
  /** Are syncs and placeholders left out of a directory's graph? */
  readonly isMuted: boolean;
}

export const AT_FIRST: Wanted = { scope: 'directory', text: '', isFilter: true, isMuted: true };

/** A graph, and how it answers the query. */
export interface Answered {
  readonly graph: Graph;
  readonly asked: Asked;
  /** How many commits are nothing but syncs and placeholders; null where none are left out. */
  readonly quiet: number | null;
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
  const isFilter = wanted.isFilter && wanted.scope === 'directory';
  const asked = { text: wanted.text, isFilter, problems: [...query.problems] };
  if (wanted.scope === 'file') {
    const graph = new FileGraph(reading, file);
    return { graph, asked: { ...asked, hits: hitsIn(graph, found) }, quiet: null };
  }
  const quiet = quietOf(log);
  const isQuiet = wanted.isMuted && !asksForQuiet(query);
  const { count } = log.recovery.changesets;
  const shown: number[] = [];
  const candidates = isFilter && found ? found : Array.from({ length: count }, (_, id) => id);
  for (const id of candidates) if (!isQuiet || !quiet.has(id)) shown.push(id);
  const graph = new DirectoryGraph(reading, Int32Array.from(shown));
  const hits = isFilter ? new Uint32Array() : hitsIn(graph, found);
  return { graph, asked: { ...asked, hits }, quiet: quiet.size };
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
  quiets.set(log, (quiet = new Set(ids.filter((id) => isMuted(log.recovery, id)))));
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
