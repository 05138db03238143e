import { isoDate } from '../history/dates';
import { NO_REVISION, type FileId, type RevisionId } from '../history/ids';
import type { Log } from '../log';
import { printable } from '../text/printable';
import { fileLabel } from '../words/files';
import { lineWords } from './drawing';

/**
 * A file's history in the language of Graphviz: a node a revision, an arrow from what it was made
 * from; what it took over from other lines of the file is dashed.
 */
export function* drawDot(log: Log, file: FileId): Generator<string> {
  const { histories, recovery } = log;
  const { first, end } = log.history(file);
  yield `digraph ${quoted(fileLabel(log, file))} {\n  rankdir=BT;\n  node [shape=box, fontname="sans-serif"];\n`;
  for (let r = first; r < end; r++) {
    const words = [lineWords(log, r), isoDate(histories.day(r)) ?? '', histories.author(r)];
    const label = [histories.numberText(r), words.filter((word) => word !== '').join(' ')];
    yield `  ${nodeOf(log, r)} [label=${quoted(label.join('\n'))}];\n`;
  }
  for (let r = first; r < end; r++) {
    const before = histories.predecessor(r);
    if (before !== NO_REVISION) yield `  ${nodeOf(log, before)} -> ${nodeOf(log, r)};\n`;
    for (const { from, kind } of recovery.edgesTo(r))
      if (histories.fileOf(from) === file)
        yield `  ${nodeOf(log, from)} -> ${nodeOf(log, r)} [style=dashed, label=${quoted(kind)}];\n`;
  }
  yield '}\n';
}

function nodeOf({ histories }: Log, revision: RevisionId): string {
  return quoted(histories.numberText(revision));
}

/** A quoted name: only quotes and backslashes mean something in it. */
function quoted(text: string): string {
  const lines = text.split('\n').map((line) => printable(line).replace(/["\\]/g, '\\$&'));
  return `"${lines.join('\\n')}"`;
}
