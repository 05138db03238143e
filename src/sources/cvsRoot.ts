/** Where a repository of CVS is, as `CVS/Root` and `cvs -d` name it. */
export type CvsRoot =
  | { readonly kind: 'local'; readonly path: string }
  /** `root` is safe to hand to the program `cvs`. */
  | { readonly kind: 'remote'; readonly root: string; readonly path: string }
  /** Nothing that CVS or Annals should be given. */
  | { readonly kind: 'odd' };

/**
 * A root on another machine, in the characters that hosts, users and paths have. Options behind the
 * method (`:ext;CVS_RSH=program:`) would let a file of a workspace name a program to run, and a host
 * that begins with `-` would be an option of that program: neither is one.
 */
const REMOTE =
  /^(?::(?:pserver|gserver|kserver|ext|extssh|server|sserver):)?(?:[\w][\w.+-]*(?::[\w.+!%-]*)?@)?(?:[A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9a-fA-F:.]+\]):(?:\d{1,5})?(\/[\w/.+@~ -]*)$/;

/** Reads a root (the CVS manual, "Remote repositories"). */
export function readCvsRoot(text: string): CvsRoot {
  const root = text.trim();
  const local = root.replace(/^:(?:local|fork):/, '');
  if (local.startsWith('/') || /^[A-Za-z]:[\\/]/.test(local)) return { kind: 'local', path: local };
  const path = REMOTE.exec(root)?.[1];
  return path === undefined ? { kind: 'odd' } : { kind: 'remote', root, path };
}

/** May a module or a file of a repository be handed to `cvs`? It must be no option, and no way out. */
export function isModule(text: string): boolean {
  return /^[^-\s/][^\0-\x1f]*$/.test(text) && !text.split('/').includes('..');
}

/** The root without a password, to be shown. */
export function shownRoot(root: string): string {
  return root.replace(/^((?::[a-z]+:)?[^:@/]*):[^@/]*@/, '$1@');
}
