import type { Page } from '../../history/pages';
import { decode } from '../../text/decode';
import { endOfLine, nextLine } from '../../text/lines';

export const TITLE = 'History log of ';
const NAVIGATION = /^Home\s*\|\s*(?:History|Annotate|Raw)/;

/** What stands below the table: the feed's link, notes, the server's name and times, page links. */
const FOOTERS = [
  String.raw`(?:RSS )?(?:XML )?[Ff]eed(?: of latest changes)?`,
  String.raw`[Ss]erved by \{?OpenGrok\b.*`,
  String.raw`\{?OpenGrok\}?(?: v?[\d.]+.*)?`,
  String.raw`Last Index [Uu]pdate\b.*`,
  String.raw`Last updated:?\b.*`,
  String.raw`Indexes created\b.*`,
  String.raw`Completed in [\d.,]+ (?:milli)?seconds?`,
  String.raw`Note: No associated file changes are available for.*`,
  String.raw`revisions with strike-through numbers.*`,
].map((words) => words.replace(/ /g, String.raw`\s`));
/** `1 2 3 >>`: links to other pages of results. */
const STEP = String.raw`(?:[<>«»]{1,2}|\.\.\.|…|Next|Previous|\d{1,5})`;
const SLIDER = String.raw`(?:${STEP}(?:\s*${STEP})*\s*[>»]{1,2}|[<«]{1,2}\s*\d[\d\s<>«»….]*|\d{1,5}(?:\s+\d{1,5})+(?:\s+Next)?)`;
const FOOTER = new RegExp(`^(?:${[...FOOTERS, SLIDER].join('|')})$`);

/** The head of the table, its columns apart by tabs, blanks or nothing, with the words of switches. */
const TABLE_HEAD = new RegExp(
  String.raw`^\s*(?:(#)\s*)?Revision((?:\s|#|Compare(?: revisions)?|\(<<< Hide revision tags\)|\(Show revision tags >>>\))*)Date\s*Author\s*Comments?(?:\s*and affected files)?(?:\s*\(.*|\s*)$`,
);
const RESULTS = /\(Results\s+(\d+)(?:\s*[-–—]\s*(\d+))?\s+of\s+(\d+)\)/;

/** No title or head of a table is longer, in bytes. */
const LONGEST = 4096;

type Title = Pick<Page, 'title' | 'results'>;

/** `/src/sys/arch/xen` of the line `History log of /src/sys/arch/xen (Results 1 – 25 of 60)`. */
export function readTitle(bytes: Uint8Array, i: number, end: number): Title {
  const line = endOfLine(bytes, i, Math.min(end, i + LONGEST));
  // The count of results may stand on a line of its own.
  const below = nextLine(bytes, line, end);
  const next = decode(bytes, below, endOfLine(bytes, below, Math.min(end, below + LONGEST)));
  const count = /^\s*\(Results\b/.test(next) ? next : '';
  const text = decode(bytes, i + TITLE.length, line) + count;
  const at = text.indexOf('(Results');
  const title = text.slice(0, at < 0 ? undefined : at).trim() || null;
  const results = at < 0 ? null : RESULTS.exec(text);
  if (!results) return { title };
  const [from, to, of] = [Number(results[1]), Number(results[2] ?? results[1]), Number(results[3])];
  return { title, results: { from, to, of } };
}

/** What the head of a table tells of its page; undefined where the line is none. */
export interface TableHead {
  /** Has the table a column of row marks or compare buttons, as only a file's own page has? */
  readonly isFile: boolean;
  /** Does it offer to show revision tags? */
  readonly hasTags: boolean;
}

/** The head of the table that follows the title at offset i. A title that a message quotes has none. */
export function tableHeadAfter(bytes: Uint8Array, i: number, end: number): TableHead | undefined {
  let at = nextLine(bytes, endOfLine(bytes, i, end), end);
  // Between title and table may stand blank lines and the links to other pages of results.
  for (let skipped = 0; skipped < 4; skipped++) {
    const lineEnd = endOfLine(bytes, at, Math.min(end, at + LONGEST));
    const text = decode(bytes, at, lineEnd);
    const head = TABLE_HEAD.exec(text);
    if (head) {
      const between = head[2] ?? '';
      return {
        isFile: head[1] === '#' || between.includes('#') || between.includes('Compare'),
        hasTags: between.includes('revision tags'),
      };
    }
    if (text.trim() !== '' && !FOOTER.test(text.trim()) && !RESULTS.test(text)) return undefined;
    at = nextLine(bytes, lineEnd, end);
  }
  return undefined;
}

/**
 * The end of a page's text, found backwards from the line that starts at `offset`: without the
 * next page's navigation line, the footer, and the blank lines around them, never before `floor`.
 */
export function pageEnd(
  bytes: Uint8Array,
  offset: number,
  line: number,
  floor: number,
  floorLine: number,
): { end: number; endLine: number } {
  let end = offset;
  while (line - 1 > floorLine) {
    const lineEnd = withoutNewline(bytes, end);
    const start = startOfLine(bytes, lineEnd, floor);
    const text = lineEnd - start > LONGEST ? 'long' : decode(bytes, start, lineEnd).trim();
    const isNavigation = offset < bytes.length && NAVIGATION.test(text);
    if (text !== '' && !FOOTER.test(text) && !isNavigation) break;
    end = start;
    line--;
  }
  return {
    end: Math.max(floor, withoutNewline(bytes, end)),
    endLine: Math.max(floorLine, line - 1),
  };
}

function withoutNewline(bytes: Uint8Array, end: number): number {
  if (bytes[end - 1] === 10) return bytes[end - 2] === 13 ? end - 2 : end - 1;
  return bytes[end - 1] === 13 ? end - 1 : end;
}

function startOfLine(bytes: Uint8Array, i: number, floor: number): number {
  while (i > floor && bytes[i - 1] !== 10 && bytes[i - 1] !== 13) i--;
  return i;
}
