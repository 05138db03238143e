/** Lines of a message that look like revisions. */
export interface HeaderLines {
  /** The line of the first, counted from the message's own first. */
  readonly line: number;
  readonly count: number;
}

/** The beginning of a revision as a page writes it, whatever its blanks are, and as CVS does. */
const HEADERS =
  /^[ \t\u00a0]*\d+(?:\.\d+)+[ \t\u00a0]+\d{1,2}-[A-Z][a-z]{2}-\d{4}[ \t\u00a0]+\S|^revision \d[\d.]*(?:[^\d.\n][^\n]*)?\n(?:[^\n]*\n)?date: /gm;

/** Without one of these a message has no such line. */
export const HEADER_WORDS = /\d-[A-Z][a-z]{2}-\d|^revision \d/m;

/** What looks like a revision in a message; undefined where nothing does. */
export function readHeaderLines(message: string): HeaderLines | undefined {
  if (!HEADER_WORDS.test(message)) return undefined;
  const [first, ...others] = message.matchAll(HEADERS);
  if (!first) return undefined;
  return {
    line: message.slice(0, first.index).split('\n').length - 1,
    count: 1 + others.length,
  };
}
