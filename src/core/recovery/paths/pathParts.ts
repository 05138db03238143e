/** Parts of a path; the parts of `sys/arch/xen` are three. */
export type Parts = readonly string[];

/** Stands for directories that are not known, in a path that is told: `?/motor.c`. */
export const OPEN = '?';

export function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}

/** The directory of a path, empty for that of the title. */
export function directoryOf(parts: Parts): string {
  return parts.slice(0, -1).join('/');
}

/** Can a path with open parts be this one? */
export function mayBe(open: readonly (string | null)[], parts: Parts): boolean {
  const gap = open.indexOf(null);
  if (gap < 0) return open.join('/') === parts.join('/');
  const tail = open.slice(gap + 1);
  if (parts.length < open.length - 1) return false;
  return (
    open.slice(0, gap).every((part, i) => part === parts[i]) &&
    tail.every((part, i) => part === null || part === parts[parts.length - tail.length + i])
  );
}
