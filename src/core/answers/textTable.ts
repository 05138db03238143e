import { printable } from '../text/printable';

/** Rows of text, the first one being the names of the columns. */
export type TextTable = readonly (readonly string[])[];

/**
 * Comma-separated values (RFC 4180). A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front, which spreadsheets take for “text”.
 */
export function csvOf(table: TextTable): string {
  return table.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  const shown = text.replace(/[^\n\t]+/g, printable);
  const defused = /^[\s]*[=+\-@]|^[\t\r]/.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}

/** A table in Markdown; text of a log stays text. */
export function markdownOf(table: TextTable): string {
  const [head = [], ...rows] = table;
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownCell).join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}

function markdownCell(text: string): string {
  return text === '---' ? text : text.split('\n').map(markdownText).join('<br>');
}

/** A line of text in Markdown, as it stands. */
export function markdownText(text: string): string {
  return printable(text.trim()).replace(/[\\`*_{}[\]<>()#+!|~&$-]/g, '\\$&');
}
