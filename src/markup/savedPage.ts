import { Parser } from 'htmlparser2';
import type { SavedPage, SavedRevision } from '../core/formats/opengrok/savedPage';

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

/** Elements that begin and end a line. */
const BLOCKS = new Set(['p', 'div', 'tr', 'li', 'ul', 'table', 'pre', 'h1', 'h2', 'h3', 'tbody']);

/** What a message's cell holds beside the message: a button, and a list of files. */
const BESIDE = /\b(?:rev-message-toggle|filelist|filelist-hidden)\b/;
/** The whole message stands behind its beginning, and counts instead of it. */
const WHOLE = /\brev-message-full\b/;

/** Elements whose text nobody sees. */
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'button', 'select']);
/** Elements that have no end. */
const VOID = new Set(['br', 'img', 'input', 'hr', 'meta', 'link', 'col', 'wbr', 'area', 'base']);

const TITLE =
  /History log of\s+(\S.*?)\s*(?:\(Results\s+(\d+)\s*(?:[-–—]\s*(\d+))?\s+of\s+(\d+)\)\s*)?$/;

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
  const [, title = null, from, to, of] = TITLE.exec(heading) ?? [];
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
    message: message!.text.replace(/^\s+|\s+$/g, ''),
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
  const open: { name: string; isHidden: boolean }[] = [];
  let hidden = 0;
  let preformatted = 0;
  let struck = 0;
  let hasButtons = false;
  let cell: Cell | undefined;
  let outside = '';
  const write = (text: string): void => {
    if (hidden > 0) return;
    if (!cell) outside += text;
    else cell.text += text;
  };
  const endLine = (): void => {
    if (cell && cell.text !== '' && !cell.text.endsWith('\n')) write('\n');
    else if (!cell) outside += '\n';
  };
  const endCell = (): void => {
    const row = rows.at(-1);
    if (!cell || !row) return;
    row.cells.push({
      text: cell.text,
      isStruck: cell.isStruck && cell.text.trim() !== '',
    });
    cell = undefined;
  };
  const parser = new Parser({
    onopentag(name, { class: classes = '', ...attributes }) {
      if ('data-revision-path' in attributes) hasButtons = true;
      if (name === 'br') return write('\n');
      if (VOID.has(name)) return;
      if (name === 'td' || name === 'th') {
        endCell();
        cell = { text: '', isStruck: true };
      } else if (name === 'tr') {
        endCell();
        rows.push({ cells: [], isTags: /\brevtags/.test(classes) });
      } else if (BLOCKS.has(name)) endLine();
      if (name === 'pre') preformatted++;
      if (name === 'del' || name === 's' || name === 'strike') struck++;
      if (cell && WHOLE.test(classes)) cell.text = '';
      const isHidden = UNSEEN.has(name) || BESIDE.test(classes);
      if (isHidden) hidden++;
      open.push({ name, isHidden });
    },
    ontext(text) {
      const seen = preformatted > 0 ? text : text.replace(/[ \t\r\n\f]+/g, ' ');
      if (cell && hidden === 0 && struck === 0 && withoutHash(seen) !== '') cell.isStruck = false;
      if (preformatted > 0) write(seen);
      else write(endsBlank(cell?.text ?? outside) ? seen.trimStart() : seen);
    },
    onclosetag(name) {
      if (VOID.has(name)) return;
      if (open.pop()?.isHidden) hidden--;
      if (name === 'pre') preformatted--;
      if (name === 'del' || name === 's' || name === 'strike') struck--;
      if (name === 'td' || name === 'th' || name === 'tr' || name === 'table') endCell();
      else if (BLOCKS.has(name)) endLine();
    },
  });
  parser.write(html);
  parser.end();
  const lines = outside.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  return { rows, heading: lines.find((line) => TITLE.test(line)) ?? '', hasButtons };
}

/** Would a blank here stand behind another, or at the beginning of a line? */
function endsBlank(text: string): boolean {
  return text === '' || /[ \n]$/.test(text);
}
