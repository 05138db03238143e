import type { RevisionId } from '../history/ids';
import type { Log } from '../log';
import { printable, summary } from '../text/printable';
import { fileLabel } from '../words/files';
import { answerOf, type Answer, type AnswerRow } from './answer';
import { evidenceOn, type Witness } from './evidence';

/** What tells a revision's path, its branch and its edges, each with the line that says so. */
export function evidenceAnswer(
  log: Log,
  revision: RevisionId,
  textOf: (line: number) => string,
): Answer {
  const file = fileLabel(log, log.histories.fileOf(revision));
  return answerOf(
    `Evidence on ${log.histories.numberText(revision)} of ${file}`,
    'Nothing in the log tells more of it.',
    evidenceOn(log, revision).map(({ question, witnesses }) => ({
      title: printable(question),
      rows: witnesses.map((witness) => rowOf(witness, textOf)),
    })),
  );
}

function rowOf({ sentence, line, source }: Witness, textOf: (line: number) => string): AnswerRow {
  const label = printable(sentence);
  if (line === undefined) return { kind: 'line', label, note: '' };
  if (source !== undefined) return { kind: 'line', label, note: '', line, source };
  const place = `line ${String(line + 1)}`;
  const text = summary(textOf(line));
  const note = [label.includes(place) ? '' : place, text].filter((words) => words !== '');
  return { kind: 'line', label, note: note.join(': '), line };
}
