/**
 * A text made safe and whole for a terminal, a list or a label: what cannot be seen, or turns around
 * what stands beside it, shows as its code point, `<U+001B>`. Signs that belong to the letters or the
 * picture before them stay.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character, at: number) => {
    if (JOINS.test(character) && isJoined(text.slice(Math.max(0, at - 2), at + 3)))
      return character;
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return `<U+${code}>`;
  });
}

/**
 * Control characters (C0, C1), halves of surrogate pairs, line and paragraph separators, and all that
 * Unicode wants ignored where it cannot be drawn: bidirectional controls, blanks without width, the
 * soft hyphen, fillers, tags.
 */
export const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\ufff9-\ufffb]/gu;

/** Joiners of letters and of pictures, and the sign that a picture is meant in colour. */
const JOINS = /[\u200c\u200d\ufe0f]/;

/** Does such a sign stand behind a letter of a script that needs it, or behind a picture? */
function isJoined(around: string): boolean {
  return /(?:[\p{L}\p{M}](?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])|\p{Emoji})[\u200c\u200d\ufe0f]/u.test(
    around,
  );
}

/**
 * The first paragraph of a message in one line, at most so many characters: committers break lines where
 * their editors do.
 */
export function headline(message: string, length = LONGEST_HEADLINE): string {
  const [paragraph = ''] = message
    .trimStart()
    .slice(0, 2 * length)
    .split(/\r?\n[ \t]*(?:\r?\n|[-*+] )/);
  return summary(
    paragraph
      .split(/[\r\n]/)
      .map((line) => line.trim())
      .join(' '),
    length,
  );
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
