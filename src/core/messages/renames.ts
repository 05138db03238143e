/** A file that a message says got another name. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

const PATH = String.raw`[\w$+./-]+`;
const RENAME = new RegExp(
  String.raw`\b(?:rename[ds]?|mov(?:e|ed|ing))\s+(?:the\s+)?(${PATH})\s+(?:->|=>|to|as)\s+(${PATH})`,
  'gi',
);

export function isRename(message: string): boolean {
  return /\b(?:renam|mov)/i.test(message);
}

/** `rename a.c -> b.c`, `Move x86/a.c to x86/b.c`: names with a dot or a slash, so that no word is one. */
export function readRenames(message: string): Rename[] {
  const found = [...message.slice(0, 4000).matchAll(RENAME)].map(([, from, to]) => ({
    from: from!.replace(/[.,]+$/, ''),
    to: to!.replace(/[.,]+$/, ''),
  }));
  return found.filter(({ from, to }) => /[./]\w/.test(from) && /[./]\w/.test(to));
}
