import { isoDate } from '../history/dates';
import type { Log } from '../log';
import type { ChangesetId } from '../recovery/changesets/changesets';
import { branchTitle } from '../words/branches';
import { fileLabel } from '../words/files';
import type { TextTable } from './textTable';

const COLUMNS = ['date', 'author', 'branch', 'files', 'message'] as const;

/** Commits as a table, in the order that they are given in. */
export function commitTable(log: Log, changesets: Iterable<ChangesetId>): TextTable {
  const rows: (readonly string[])[] = [COLUMNS];
  for (const id of changesets) rows.push(rowOf(log, id));
  return rows;
}

function rowOf(log: Log, id: ChangesetId): readonly string[] {
  const { histories, recovery } = log;
  const { changesets } = recovery;
  const speaker = changesets.speaker(id);
  const branch = changesets.branchOf(id);
  const files = Array.from(changesets.revisionsOf(id), (r) => {
    return `${fileLabel(log, histories.fileOf(r))} ${histories.numberText(r)}`;
  });
  return [
    isoDate(changesets.day(id)) ?? '',
    histories.author(speaker),
    branch ? branchTitle(log, branch) : 'trunk',
    files.join('\n'),
    histories.message(speaker),
  ];
}
