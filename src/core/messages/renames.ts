/** A file that a message says got another name. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** A commit that renames says so at its beginning. */
const MOST_CHARACTERS = 500;

/** Without one of these a message renames nothing. */
export const RENAME_WORDS = /\b(?:renam|mov)/i;

const PATH = String.raw`[\w$+./-]+`;
const RENAME = new RegExp(
  String.raw`\b(?:rename[ds]?|mov(?:e|ed|ing))\s+(?:the\s+)?(${PATH})\s+(?:->|=>|to|as)\s+(${PATH})`,
  'gi',
);

/** `rename a.c -> b.c`, `Move x86/a.c to x86/b.c`: names with a dot or a slash, so that no word is one. */
export function readRenames(message: string): Rename[] {
  const beginning = message.slice(0, MOST_CHARACTERS);
  if (!RENAME_WORDS.test(beginning)) return [];
  const found = [...beginning.matchAll(RENAME)].map(([, from, to]) => ({
    from: from!.replace(/[.,]+$/, ''),
    to: to!.replace(/[.,]+$/, ''),
  }));
  return found.filter(({ from, to }) => /[./]\w/.test(from) && /[./]\w/.test(to));
}
