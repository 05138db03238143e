import { linesOf } from '../history/lines';
import type { RevisionId } from '../history/ids';
import type { Log } from '../log';
import type { Branch } from '../recovery/branches/branches';
import { workOn } from '../recovery/branchWork';
import { printable } from '../text/printable';
import { branchTitle } from '../words/branches';
import { dateWords } from '../words/dates';
import { statusMark, ticketWords } from '../words/edges';
import { fileLabel } from '../words/files';
import { answerOf, type Answer, type AnswerRow } from './answer';
import { whereDidItGo, type Arrival } from './fix';

/** Where the change of a revision went, where it did not, and of what that cannot be told. */
export function fixAnswer(log: Log, revision: RevisionId): Answer {
  const { sources, arrivals, missed, untold } = whereDidItGo(log, revision);
  const isNowhere = arrivals.length === 0 && untold.length === 0;
  const title = `Where Did ${numberOf(log, revision)} Go?`;
  return answerOf(title, NOWHERE, [
    { title: 'The change itself', rows: sources.map((r) => sourceRow(log, r)) },
    {
      title: 'Received it',
      rows: isNowhere
        ? [nowhereRow]
        : arrivals.filter(({ by }) => by !== 'ticket').map((one) => arrivalRow(log, one)),
    },
    {
      title: 'Received it too (same ticket)',
      rows: arrivals.filter(({ by }) => by === 'ticket').map((one) => arrivalRow(log, one)),
    },
    {
      title: 'Release branches alive then that did not',
      rows: missed.map((branch) => branchRow(log, branch, 'without')),
    },
    {
      title: 'Cannot tell: where the change came from is not in this log',
      rows: untold.map((branch) => branchRow(log, branch, 'unknown')),
    },
  ]);
}

const NOWHERE = 'Nothing in this log says that it went to another branch.';
const nowhereRow: AnswerRow = { kind: 'unknown', label: NOWHERE, note: '' };

function sourceRow(log: Log, revision: RevisionId): AnswerRow {
  return {
    kind: 'commit',
    label: numberOf(log, revision),
    note: signatureOf(log, revision),
    revision,
  };
}

function arrivalRow(log: Log, arrival: Arrival): AnswerRow {
  const { revision, branch, by, status } = arrival;
  const how = [by === 'ticket' ? '' : `${by}${statusMark(status)}`, ticketWords(arrival)];
  const parts = [numberOf(log, revision), ...how, signatureOf(log, revision)];
  return {
    kind: 'branch',
    label: branch ? branchTitle(log, branch) : 'trunk',
    note: printable(parts.filter((words) => words !== '').join(', ')),
    revision,
  };
}

function branchRow(log: Log, branch: Branch, kind: AnswerRow['kind']): AnswerRow {
  return {
    kind,
    label: branchTitle(log, branch),
    note: `last commit ${dateWords(workOn(log.recovery, branch).last)}`,
    revision: linesOf(log.histories).tip(branch.members[0]!),
  };
}

/** `dev/clock.c 1.54` */
function numberOf(log: Log, revision: RevisionId): string {
  const { histories } = log;
  return `${fileLabel(log, histories.fileOf(revision))} ${histories.numberText(revision)}`;
}

function signatureOf({ histories }: Log, revision: RevisionId): string {
  return `${dateWords(histories.day(revision))} ${printable(histories.author(revision))}`;
}
