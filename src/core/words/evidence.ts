import type { FileId } from '../history/ids';
import type { Log } from '../log';
import type { Evidence } from '../recovery/paths/paths';
import { printable } from '../text/printable';
import { lineNumber, linesWords } from './lines';

/** Why a path is taken for a file's, a sentence each; the first few of a kind stand for all. */
export function evidenceSentences(log: Log, evidence: readonly Evidence[]): string[] {
  const lines = (kind: string): number[] => [
    ...new Set(
      evidence.flatMap((e) =>
        e.kind === kind && 'revision' in e ? [lineNumber(log.histories, e.revision)] : [],
      ),
    ),
  ];
  const sentences: string[] = [];
  for (const [kind, words] of [
    ['placeholder', 'Named by CVS itself'],
    ['pull-up', 'Named by a pull-up'],
    ['rename', 'Named by a rename'],
    ['list', 'Named by what commits list (inferred)'],
  ] as const) {
    const all = lines(kind);
    if (all.length === 0) continue;
    sentences.push(`${words}: ${linesWords(all)}.`);
  }
  for (const e of evidence) {
    if (e.kind === 'between')
      sentences.push(
        `Inferred from the order: it stands between ${place(log, e.before)} and ${place(log, e.after)}.`,
      );
    else if (e.kind === 'onward')
      sentences.push(
        `Inferred from the order: the names go on rising after ${place(log, e.before)}.`,
      );
    else if (e.kind === 'log') sentences.push('Stated by the log.');
    else if (e.kind === 'title') sentences.push('Named by the title of its page.');
    else if (e.kind === 'user') sentences.push('Named by you.');
    else if (e.kind === 'elsewhere') sentences.push(elsewhereSentence(e));
    else if (e.kind === 'listing') sentences.push('Found in the paths that you gave.');
  }
  return sentences;
}

/** `Stated elsewhere: line 12 of rlog.txt.` */
export function elsewhereSentence({ source, line }: { source: string; line: number }): string {
  const name = source.replace(/\/$/, '').replace(/^.*\//, '');
  return `Stated elsewhere: line ${String(line + 1)} of ${printable(name)}.`;
}

function place({ recovery }: Log, file: FileId): string {
  return printable(recovery.paths.files[file]!.parts.map((part) => part ?? '?').join('/'));
}
