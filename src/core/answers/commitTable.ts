import { isoDate } from '../history/dates';
import type { Log } from '../log';
import type { ChangesetId } from '../recovery/changesets/changesets';
import { printable } from '../text/printable';
import { branchTitle } from '../words/branches';
import { fileLabel } from '../words/files';

/** Commits as rows of text, the first row being the names of the columns. */
export type CommitTable = readonly (readonly string[])[];

const COLUMNS = ['date', 'author', 'branch', 'files', 'message'] as const;

/** Commits as a table, in the order that they are given in. */
export function commitTable(log: Log, changesets: Iterable<ChangesetId>): CommitTable {
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

/**
 * Comma-separated values (RFC 4180). A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front, which spreadsheets take for “text”.
 */
export function csvOf(table: CommitTable): string {
  return table.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  const shown = text.replace(/[^\n\t]+/g, printable);
  const defused = /^[\s]*[=+\-@]|^[\t\r]/.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}

/** A table in Markdown; text of a log stays text. */
export function markdownOf(table: CommitTable): string {
  const [head = [], ...rows] = table;
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownCell).join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}

function markdownCell(text: string): string {
  if (text === '---') return text;
  return text
    .split('\n')
    .map((part) => printable(part.trim()).replace(/[\\`*_{}[\]<>()#+!|~&$-]/g, '\\$&'))
    .join('<br>');
}
