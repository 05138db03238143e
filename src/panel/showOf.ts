import { printable } from '../core/text/printable';
import type { Show } from '../webview/protocol';
import type { Answered } from './askedGraph';

/** Rows that the first message brings around the selected one; others come when they are seen. */
const AROUND = 60;

/** The message that shows a graph with a row selected, but for what the panel alone knows. */
export function showOf(
  { graph, asked, quiet, isMuted }: Answered,
  row: number,
): Omit<Show, 'generation' | 'state'> {
  const { histories, recovery, title } = graph.reading.log;
  const isAlone = histories.fileCount < 2;
  return {
    type: 'show',
    scope: graph.scope,
    title: graph.title,
    above: graph.scope === 'file' && !isAlone ? printable(title ?? 'All files') : null,
    counts: graph.counts,
    sections: [...graph.sections],
    asked,
    muted: quiet === null || quiet === 0 ? null : { isOn: isMuted, count: quiet },
    columns: [...graph.columns],
    releases: [...(graph.releases ?? [])],
    sortedBy: graph.sortedBy ?? 'date',
    times: [...(graph.times ?? [])],
    hasReleases: !isAlone && recovery.branches.all.some(({ isRelease }) => isRelease),
    graph: graph.placement(),
    rows: graph.rows(Math.max(0, row - AROUND), row + AROUND),
    selected: row,
    detail: graph.rowCount > 0 ? graph.detail(row) : null,
  };
}
