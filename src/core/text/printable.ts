/**
 * A text made safe for a terminal, a list or a label: control characters (C0, C1), line and
 * paragraph separators, and the bidirectional controls show as their code point, `<U+001B>`.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return `<U+${code}>`;
  });
}

const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * The first paragraph of a message in one line, at most so many characters: committers break lines where
 * their editors do.
 */
export function headline(message: string, length = LONGEST_HEADLINE): string {
  const [paragraph = ''] = message
    .trimStart()
    .slice(0, 2 * length)
    .split(/\r?\n[ \t]*(?:\r?\n|[-*+] )/);
  return summary(paragraph.replace(/\s*[\r\n]\s*/g, ' '), length);
}

const LONGEST_HEADLINE = 300;

/** The first line of a message, printable, with runs of blanks folded; never longer than `most`. */
export function summary(message: string, most = 200): string {
  const start = message.search(/\S/);
  if (start < 0) return '';
  const end = message.slice(start, start + 4 * most).search(/[\r\n]/);
  const line = message.slice(start, end < 0 ? start + 4 * most : start + end);
  return shorten(printable(line.replace(/\s+/g, ' ').trim()), most);
}

/** At most `most` characters, never half a surrogate pair, with an ellipsis where it was cut. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.trimEnd()}…`;
}
