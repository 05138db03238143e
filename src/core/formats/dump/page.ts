import { decode } from '../../text/decode';
import { endOfLine, nextLine } from '../../text/lines';

export const TITLE = 'History log of ';
const NAVIGATION = 'Home | History';
const FOOTER = 'RSS XML Feed';
const TABLE_HEAD = /^\s*Revision\s*Date\s*Author\s*Comments/;

/** `/src/sys/arch/xen` of the line `History log of /src/sys/arch/xen`. */
export function readTitle(bytes: Uint8Array, i: number, end: number): string | null {
  const text = decode(bytes, i + TITLE.length, endOfLine(bytes, i, Math.min(end, i + 4096)));
  const results = text.indexOf('(Results');
  return text.slice(0, results < 0 ? undefined : results).trim() || null;
}

/** Does the table's head follow the title at offset i? A title that a message quotes has none. */
export function isPageHead(bytes: Uint8Array, i: number, end: number): boolean {
  const next = nextLine(bytes, endOfLine(bytes, i, end), end);
  return TABLE_HEAD.test(decode(bytes, next, endOfLine(bytes, next, Math.min(end, next + 200))));
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
  let footer = false;
  while (line - 1 > floorLine) {
    const lineEnd = withoutNewline(bytes, end);
    const start = startOfLine(bytes, lineEnd, floor);
    const text = lineEnd - start > 4096 ? 'long' : decode(bytes, start, lineEnd).trim();
    const isFooter: boolean = !footer && text === FOOTER;
    const isNavigation = !footer && offset < bytes.length && text.startsWith(NAVIGATION);
    if (text !== '' && !isFooter && !isNavigation) break;
    footer ||= isFooter;
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
