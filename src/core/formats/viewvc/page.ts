import type { RevisionFields } from './fields';

/** The log page of one file, as ViewVC and cvsweb show it. */
export interface LogPage {
  /** The file's path as the title has it, with a root where the title names one. */
  readonly path: string;
  readonly revisions: readonly (RevisionFields & { readonly message: string })[];
  /** Numbers of branches that the page tells beside its revisions, by name. */
  readonly branches: ReadonlyMap<string, string>;
  /** Does it show only a branch, a tag, or a page of several? */
  readonly isPart: boolean;
}

const TITLE = /(?:^|\s)(?:CVS log for|Log of:?) (\/?\S.*)$/;

/** The path in a line that is a title of such a page. */
export function pathInTitle(line: string): string | undefined {
  return TITLE.exec(line)?.[1]!
    .replace(/^\/+/, '')
    .replace(/(^|\/)Attic\/(?=[^/]*$)/, '$1');
}

/** Does a line say that a branch or a tag was chosen? Of the trunk nothing is left out. */
export function isPartMark(line: string): boolean {
  return /^(?:Current tag: ?|Links to )(?!(?:HEAD|MAIN)(?::|$))\S/.test(line);
}

export interface SymbolicName {
  readonly name: string;
  readonly number: string;
}

/**
 * Names with numbers as `cvs log` prints them: tags of revisions, and the branches that revisions are
 * on; an empty branch only where the page tells its number.
 */
export function symbolsOf(
  revisions: readonly RevisionFields[],
  told: ReadonlyMap<string, string> = new Map(),
): SymbolicName[] {
  const symbols = new Map<string, string>();
  for (const { number, branches, tags } of revisions) {
    for (const name of tags) if (!symbols.has(name)) symbols.set(name, number);
    // On the trunk a page may name the branch that is shown, and means its point.
    const isOnBranch = number.split('.').length > 2;
    const branch = isOnBranch && branches.length === 1 ? branches[0] : undefined;
    if (branch !== undefined && !symbols.has(branch))
      symbols.set(branch, magic(number.slice(0, number.lastIndexOf('.'))));
  }
  for (const [name, number] of told) symbols.set(name, magic(number));
  return [...symbols].map(([name, number]) => ({ name, number }));
}

/** `1.2.0.4` for the branch 1.2.4, as archives name it; a vendor branch, with an odd end, as it is. */
function magic(branch: string): string {
  const parts = branch.split('.');
  const isMagic = parts.length % 2 === 0 || Number(parts.at(-1)) % 2 === 1;
  return isMagic ? branch : [...parts.slice(0, -1), '0', parts.at(-1)!].join('.');
}
