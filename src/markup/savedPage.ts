import type { SavedPage, SavedRevision } from '../core/formats/opengrok/savedPage';
import { readVisible } from './visible';

/** A cell of a table, as a reader sees it. */
interface Cell {
  text: string;
  /** Is all of it struck through? */
  isStruck: boolean;
}

interface Row {
  readonly cells: Cell[];
  /** Is it the row of tags above a revision? */
  readonly isTags: boolean;
}

/** What a message's cell holds beside the message: a button, and a list of files. */
const BESIDE = /\b(?:rev-message-toggle|filelist|filelist-hidden)\b/;
/** The whole message stands behind its beginning, and counts instead of it. */
const WHOLE = /\brev-message-full\b/;

const TITLE = /History log of\s+(\S.*)$/;
/** How much of the history a page shows, behind its title. */
const RESULTS = /\(Results\s+(\d+)(?:\s*[-–—]\s*(\d+))?\s+of\s+(\d+)\)\s*$/;

/** Reads the HTML of a history page of OpenGrok, old or new; undefined where it is none. */
export function readSavedPage(html: string): SavedPage | undefined {
  const { rows, heading, hasButtons } = readTables(html);
  const at = rows.findIndex(({ cells }) => isHead(cells));
  if (at < 0) return undefined;
  const revisions: SavedRevision[] = [];
  let tags: string[] = [];
  for (const { cells, isTags } of rows.slice(at + 1)) {
    if (isTags) tags = tagsOf(cells);
    else if (cells.length >= COLUMNS) {
      revisions.push({ ...revisionOf(cells), ...(tags.length > 0 ? { tags } : {}) });
      tags = [];
    }
  }
  const [shown = '', from, to, of] = RESULTS.exec(heading) ?? [];
  const title = TITLE.exec(heading.slice(0, heading.length - shown.length))?.[1]?.trimEnd() ?? null;
  const results = { from: Number(from), to: Number(to ?? from), of: Number(of) };
  const isFile = hasButtons || rows[at]!.cells.length > COLUMNS;
  return { title, isFile, ...(of === undefined ? {} : { results }), revisions };
}

/** Number, date, author and message; a file's page has more in front of the date. */
const COLUMNS = 4;

function isHead(cells: readonly Cell[]): boolean {
  const has = (word: RegExp): boolean => cells.some(({ text }) => word.test(text.trim()));
  return has(/^#?\s*Revision\b/) && has(/^Date\b/) && has(/^Author\b/) && has(/^Comments?\b/);
}

function revisionOf(cells: readonly Cell[]): SavedRevision {
  const [date, author, message] = cells.slice(-3);
  const number = cells.find(({ text }) => withoutHash(text) !== '') ?? cells[0]!;
  return {
    number: withoutHash(number.text),
    date: date!.text.trim().replace(TIME, ''),
    author: author!.text.trim(),
    message: message!.text.trim(),
    isDead: number.isStruck,
  };
}

/** A time behind a date; the page of text has no place for it. */
const TIME = /(?<=\d)\s+\d{1,2}:\d\d(?::\d\d)?(?:\s*[AP]M)?$/i;

/** A row of a file's page begins with a link to itself. */
function withoutHash(text: string): string {
  return text.replace(/^\s*#/, '').trim();
}

function tagsOf(cells: readonly Cell[]): string[] {
  const text = cells.map((cell) => cell.text).join(' ');
  return text
    .replace(/^\s*Revision tags:/, '')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

interface Tables {
  readonly rows: readonly Row[];
  /** The line that has the words of the title. */
  readonly heading: string;
  /** Are there buttons to compare revisions, as only a file's own page has? */
  readonly hasButtons: boolean;
}

/** The rows of all tables, as a reader sees them. */
function readTables(html: string): Tables {
  const rows: Row[] = [];
  let struck = 0;
  let hasButtons = false;
  let cell: Cell | undefined;
  let outside = '';
  /** The last character that was written there, or in the cell: text grows too often to be asked. */
  let last = '';
  const write = (text: string): void => {
    if (text === '') return;
    if (cell) cell.text += text;
    else outside += text;
    last = text.at(-1)!;
  };
  const endCell = (): void => {
    const row = rows.at(-1);
    if (!cell || !row) return;
    row.cells.push({ text: cell.text, isStruck: cell.isStruck && cell.text.trim() !== '' });
    cell = undefined;
    last = '';
  };
  readVisible(html, {
    opens(name, { class: classes = '', ...attributes }) {
      if ('data-revision-path' in attributes) hasButtons = true;
      if (name === 'td' || name === 'th') {
        endCell();
        cell = { text: '', isStruck: true };
        last = '';
      } else if (name === 'tr') {
        endCell();
        rows.push({ cells: [], isTags: /\brevtags/.test(classes) });
      }
      if (STRUCK.has(name)) struck++;
      if (cell && WHOLE.test(classes)) {
        cell.text = '';
        last = '';
      }
      return BESIDE.test(classes);
    },
    closes(name) {
      if (STRUCK.has(name)) struck--;
      if (CELLS.has(name)) endCell();
    },
    sees(text, isPreformatted) {
      if (cell && struck === 0 && withoutHash(text) !== '') cell.isStruck = false;
      write(
        !isPreformatted && (last === '' || last === ' ' || last === '\n') ? text.trimStart() : text,
      );
    },
    breaksLine: () => write('\n'),
    endsLine() {
      if (!cell || (last !== '' && last !== '\n')) write('\n');
    },
  });
  const lines = outside.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  return { rows, heading: lines.find((line) => TITLE.test(line)) ?? '', hasButtons };
}

/** Elements whose text is struck through. */
const STRUCK = new Set(['del', 's', 'strike']);
/** Elements with which a cell ends. */
const CELLS = new Set(['td', 'th', 'tr', 'table']);
