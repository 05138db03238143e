/** Directories that hold archives of the directory above: removed files, and what RCS keeps apart. */
const ASIDE = /(^|\/)(?:Attic|RCS)\/([^/]*)$/;

/** The file whose history an archive has: `pump/Attic/rotor.c,v` is of `pump/rotor.c`. */
export function workingFileOf(archive: string): string {
  return archive.replace(/,v$/, '').replace(ASIDE, '$1$2');
}

/** Does an archive stand aside, in a directory of its own? */
export function isAside(archive: string): boolean {
  return ASIDE.test(archive);
}

/** The name of that file alone. */
export function workingNameOf(archive: string): string {
  return workingFileOf(archive).replace(/^.*\//, '');
}
