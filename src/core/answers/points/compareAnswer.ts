import { NO_REVISION, type FileId, type RevisionId } from '../../history/ids';
import type { Log } from '../../log';
import { count } from '../../text/count';
import { printable, summary } from '../../text/printable';
import { dateWords } from '../../words/dates';
import { fileLabel } from '../../words/files';
import { answerOf, type Answer, type AnswerRow } from '../answer';
import type { Difference } from '../tags';
import { comparePoints, type Change } from './compare';
import type { Point } from './point';

/** What two points differ in: the commits that only one has, and the files. */
export function compareAnswer(log: Log, from: Point, to: Point): Answer {
  const { files, unknown, onlyFrom, onlyTo } = comparePoints(log, from, to);
  const [left, right] = [printable(from.title), printable(to.title)];
  return answerOf(`${left} ↔ ${right}`, 'Both have the same revisions of all files.', [
    {
      title: `${right} has and ${left} lacks: ${count(onlyTo.length, 'commit')}`,
      rows: onlyTo.map((change) => changeRow(log, change)),
    },
    {
      title: `${left} has and ${right} lacks: ${count(onlyFrom.length, 'commit')}`,
      rows: onlyFrom.map((change) => changeRow(log, change)),
    },
    {
      title: `Differ: ${count(files.length, 'file')}`,
      rows: files.map((difference) => differenceRow(log, difference)),
    },
    {
      title: 'Cannot tell which revision',
      rows: unknown.map((file) => unknownRow(log, file)),
    },
  ]);
}

function changeRow({ histories, recovery }: Log, { changeset, revisions }: Change): AnswerRow {
  const speaker = recovery.changesets.speaker(changeset);
  const when = dateWords(recovery.changesets.day(changeset));
  const who = printable(histories.author(speaker));
  return {
    kind: 'commit',
    label: summary(histories.message(speaker)) || 'No message',
    note: `${who}, ${when}, ${count(revisions.length, 'file')}`,
    revision: revisions[0]!,
  };
}

function differenceRow(log: Log, { file, from, to }: Difference): AnswerRow {
  const numberOf = (r: RevisionId): string =>
    r === NO_REVISION ? 'none' : log.histories.numberText(r);
  return {
    kind: 'file',
    label: fileLabel(log, file),
    note: `${numberOf(from)} → ${numberOf(to)}`,
    revision: to === NO_REVISION ? from : to,
  };
}

function unknownRow(log: Log, file: FileId): AnswerRow {
  return { kind: 'unknown', label: fileLabel(log, file), note: '' };
}
