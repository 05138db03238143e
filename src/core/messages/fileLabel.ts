import type { FileId } from '../history/histories';
import type { Log } from '../log';
import { printable } from '../text/printable';

/** A file's name where the log tells it, else its place, as people count: `File 12`. */
export function fileLabel(log: Log, file: FileId): string {
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
