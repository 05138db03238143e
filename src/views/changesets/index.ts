import * as vscode from 'vscode';
import { isoDate, NO_DATE } from '../../core/history/dates';
import type { ChangesetId } from '../../core/recovery/changesets/changesets';
import { count } from '../../core/text/count';
import { printable, summary } from '../../core/text/printable';
import { branchTitle } from '../../core/words/branches';
import { fileLabel } from '../../core/words/files';
import type { Reading } from '../../logs/logs';
import type { CurrentSelection } from '../../logs/selection';
import { escaped, escapedLines, ourMarkdown } from '../../workbench/markdown';
import { revisionRow } from '../revisionRow';
import { treeItem, type Row } from '../row';
import { showLogTree } from '../tree';

/** A tooltip shows so many lines of a message, and then an ellipsis. */
const TOOLTIP_LINES = 20;

/** The view of commits by year and day. */
export function showChangesetsView(selection: CurrentSelection): vscode.Disposable {
  return showLogTree(
    {
      view: 'annals.changesets',
      roots: (reading) => periodRows(reading, 'year', 0, reading.log.recovery.changesets.count),
      summary: ({ log }) => count(log.recovery.changesets.count, 'commit'),
    },
    selection,
  );
}

type Period = 'year' | 'day';

/** Changesets are in order, so that a year is all from one on to before another; the newest first. */
function periodRows(reading: Reading, period: Period, from: ChangesetId, to: ChangesetId): Row[] {
  const rows: Row[] = [];
  for (let end = to; end > from;) {
    const label = labelOf(reading, period, end - 1);
    let start = end - 1;
    while (start > from && labelOf(reading, period, start - 1) === label) start--;
    rows.push(periodRow(reading, period, label, start, end));
    end = start;
  }
  return rows;
}

function labelOf({ log }: Reading, period: Period, changeset: ChangesetId): string {
  const day = log.recovery.changesets.day(changeset);
  if (day === NO_DATE) return 'Unknown date';
  const date = isoDate(day)!;
  return period === 'year' ? date.replace(/-\d\d-\d\d$/, '') : date;
}

function periodRow(
  reading: Reading,
  period: Period,
  label: string,
  from: ChangesetId,
  to: ChangesetId,
): Row {
  const row: Row = {
    reading,
    revision: reading.log.recovery.changesets.speaker(to - 1),
    id: `${period}${label} ${String(from)}`,
    item: () =>
      treeItem(row, {
        kind: period,
        label,
        icon: 'calendar',
        description: count(to - from, 'commit'),
        role: '',
        reveals: false,
      }),
    children: () =>
      period === 'year'
        ? periodRows(reading, 'day', from, to)
        : Array.from({ length: to - from }, (_, i) => changesetRow(reading, to - 1 - i)),
  };
  return row;
}

function changesetRow(reading: Reading, changeset: ChangesetId): Row {
  const { log } = reading;
  const { histories } = log;
  const { changesets } = log.recovery;
  const speaker = changesets.speaker(changeset);
  const size = changesets.revisionsOf(changeset).length;
  const branch = changesets.branchOf(changeset);
  const line = branch ? branchTitle(log, branch) : 'trunk';
  const row: Row = {
    reading,
    revision: speaker,
    id: `c${String(changeset)}`,
    item: () =>
      treeItem(row, {
        kind: 'changeset',
        label: summary(histories.message(speaker), 100) || 'No message',
        icon: 'git-commit',
        description: `${printable(histories.author(speaker))} · ${line} · ${count(size, 'revision')}`,
        role: 'commit',
      }),
    tooltip: () => {
      const where = `${escaped(histories.author(speaker))} · ${count(size, 'revision')} on ${escaped(line)}`;
      return ourMarkdown().appendMarkdown(
        `${where}\n\n${escapedLines(histories.message(speaker), TOOLTIP_LINES)}`,
      );
    },
    children: () =>
      Array.from(changesets.revisionsOf(changeset), (r) => fileRevisionRow(reading, r)),
  };
  return row;
}

function fileRevisionRow(reading: Reading, revision: number): Row {
  const { log } = reading;
  const file = fileLabel(log, log.histories.fileOf(revision));
  const label = `${file} ${log.histories.numberText(revision)}`;
  return revisionRow(reading, revision, { id: `r${String(revision)}`, label, description: '' });
}
