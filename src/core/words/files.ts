import type { FileId } from '../history/ids';
import type { Log } from '../log';
import { printable } from '../text/printable';

/** Stands for the parts of a path that are open. */
export const OPEN = '?';

/**
 * A file's path below the title as far as it is known, `x86/cpu.c` or `?/hypercalls.h`; else its
 * place, as people count: `File 12`.
 */
export function fileLabel(log: Log, file: FileId): string {
  const { paths, hasDirectories } = log.recovery;
  const { parts, status } = paths.files[file]!;
  if (status === 'unknown') return `File ${String(file + 1)}`;
  const known = hasDirectories ? parts : parts.slice(-1);
  return printable(known.map((part) => part ?? OPEN).join('/'));
}

/** A file's base name, or its place where that is not known. */
export function fileName(log: Log, file: FileId): string {
  const name = log.name(file);
  return name === null ? `File ${String(file + 1)}` : printable(name);
}

/** Names by byte value, as CVS sorts them; files without a name last, in the order of the log. */
export function compareNames(log: Log, a: FileId, b: FileId): number {
  const [left, right] = [log.name(a), log.name(b)];
  if (left === null || right === null) {
    return left === right ? a - b : left === null ? 1 : -1;
  }
  return left < right ? -1 : left > right ? 1 : a - b;
}
