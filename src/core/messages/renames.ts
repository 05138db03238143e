import { withoutEnd } from '../text/cut';

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

/** A name with an ending as files have, `clock.c`, `files.xen`: no version, no class, no variable of a kind. */
const FILE_NAME = /^[\w+-]+(?:\.[\w+-]+)?\.(?:[a-z][a-z0-9+]{0,4}|[A-Z])$/;

/**
 * `rename a.c -> b.c`, `Move x86/Makefile to amd64/Makefile`: names with one ending, or paths, so that no
 * word, class or version is one.
 */
export function readRenames(message: string): Rename[] {
  const beginning = message.slice(0, MOST_CHARACTERS);
  if (!RENAME_WORDS.test(beginning)) return [];
  const found = [...beginning.matchAll(RENAME)].map(([, from, to]) => ({
    from: withoutEnd(from!, '.,'),
    to: withoutEnd(to!, '.,'),
  }));
  return found.filter(isOfFiles);
}

function isOfFiles({ from, to }: Rename): boolean {
  if (isElsewhere(from) || isElsewhere(to)) return false;
  const [one, other] = [nameIn(from), nameIn(to)];
  const slashes = [from, to].filter((path) => path.includes('/')).length;
  if (slashes === 2 || (slashes === 1 && one === other)) return true;
  if (!FILE_NAME.test(one) || !FILE_NAME.test(other)) return false;
  return endingOf(one) === endingOf(other) || isOneEnding(one, other);
}

/** Below a variable, or at an address: `$HOME/.rc`, `www.example.org/x`. */
function isElsewhere(path: string): boolean {
  return path.startsWith('$') || /^[^/][^./]*\.[^/]+\//.test(path);
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Has a file kept its name, with an ending that begins alike: `a.c` as `a.cc`? */
function isOneEnding(one: string, other: string): boolean {
  const [a, b] = [endingOf(one), endingOf(other)];
  const isStemKept = one.slice(0, -a.length) === other.slice(0, -b.length);
  return isStemKept && (a.startsWith(b) || b.startsWith(a));
}
