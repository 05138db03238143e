import type { Histories } from '../../history/histories';
import { NO_FILE, type FileId } from '../../history/ids';
import { onlyKey, type Evidence, type FilePath, type Stated } from './paths';
import { compareBytes, comparePreOrder } from '../../text/preOrder';
import { partsOf } from './pathParts';

/** What is held for certain of a file while directories are inferred. */
interface Held {
  readonly name: string | null;
  directory: string | null;
  readonly evidence: Evidence[];
  isInferred: boolean;
  /** The file's parts that precede what is open, where it stands between two stated ones. */
  above: readonly string[];
}

/**
 * Directories by the order of the log. `cvs log` takes a directory's files first, by byte value, and
 * then its subdirectories, so a directory's files stand together:
 *
 *     x86/a.c   stated
 *     b.c       inferred: between two of x86
 *     x86/c.c   stated
 *     d.c       inferred: the names go on rising
 *     b.h       open: a fall, so another directory may have begun
 */
export function inferDirectories(histories: Histories, stated: readonly Stated[]): FilePath[] {
  const held = stated.map(({ names, directories }): Held => {
    const name = onlyKey(names);
    const directory = onlyKey(directories);
    const evidence =
      name === null
        ? []
        : [...(names.get(name) ?? []), ...(directory === null ? [] : directories.get(directory)!)];
    return {
      name,
      directory: name === null ? null : directory,
      evidence,
      isInferred: false,
      above: [],
    };
  });
  for (let from = 0; from < held.length;) {
    let to = from + 1;
    while (to < held.length && histories.pageOf(to) === histories.pageOf(from)) to++;
    inferBetween(held, from, to);
    inferOnward(held, from, to);
    from = to;
  }
  return held.map(describe);
}

function inferBetween(held: readonly Held[], from: FileId, to: FileId): void {
  let before: FileId = NO_FILE;
  for (let file = from; file < to; file++) {
    const { directory } = held[file]!;
    if (directory === null) continue;
    if (before !== NO_FILE) fillBetween(held, before, file);
    before = file;
  }
}

/** The files between two that are stated, where the order is what it should be. */
function fillBetween(held: readonly Held[], before: FileId, after: FileId): void {
  const [a, b] = [held[before]!, held[after]!];
  if (compareHeld(a, b) >= 0) return;
  const isOne = a.directory === b.directory;
  if (isOne && !rises(held, before, after)) return;
  const shared = isOne ? [] : sharedAbove(a.directory!, b.directory!);
  for (let file = before + 1; file < after; file++) {
    const between = held[file]!;
    if (isOne) {
      between.directory = a.directory;
      between.isInferred = true;
      between.evidence.push({ kind: 'between', before, after });
    } else if (shared.length > 0) {
      between.above = shared;
      between.evidence.push({ kind: 'between', before, after });
    }
  }
}

/**
 * The directory that what stands between files of two directories is below: theirs in common, when
 * the first has left that directory's own files behind.
 */
function sharedAbove(a: string, b: string): string[] {
  const [left, right] = [partsOf(a), partsOf(b)];
  let common = 0;
  while (common < left.length && common < right.length && left[common] === right[common]) common++;
  return common < left.length ? left.slice(0, common) : left.slice(0, Math.max(0, common - 1));
}

/** Names that go on rising stay in the directory; a file without a name ends it. */
function inferOnward(held: readonly Held[], from: FileId, to: FileId): void {
  const next = nextStated(held, from, to);
  for (let file = from + 1; file < to; file++) {
    const here = held[file]!;
    const before = held[file - 1]!;
    if (
      here.directory !== null ||
      here.name === null ||
      before.name === null ||
      before.directory === null
    )
      continue;
    if (compareBytes(before.name, here.name) >= 0) continue;
    const after = next[file - from]!;
    const wanted = { ...here, directory: before.directory };
    if (after >= 0 && compareHeld(wanted, held[after]!) >= 0) continue;
    here.directory = before.directory;
    here.isInferred = true;
    here.evidence.push({ kind: 'onward', before: file - 1 });
  }
}

/** For each file the next one behind it that has a directory, or `NO_FILE`. */
function nextStated(held: readonly Held[], from: FileId, to: FileId): Int32Array {
  const next = new Int32Array(to - from).fill(NO_FILE);
  for (let file = to - 2; file >= from; file--) {
    next[file - from] = held[file + 1]!.directory === null ? next[file + 1 - from]! : file + 1;
  }
  return next;
}

function rises(held: readonly Held[], before: FileId, after: FileId): boolean {
  let last = held[before]!.name!;
  for (let file = before + 1; file <= after; file++) {
    const { name } = held[file]!;
    if (name === null) continue;
    if (compareBytes(last, name) >= 0) return false;
    last = name;
  }
  return true;
}

/** Where the name is not known, as if it were the first. */
function compareHeld(a: Held, b: Held): number {
  return comparePreOrder(
    [...partsOf(a.directory!), a.name ?? ''],
    [...partsOf(b.directory!), b.name ?? ''],
  );
}

function describe({ name, directory, evidence, isInferred, above }: Held): FilePath {
  if (directory !== null && name !== null) {
    return {
      parts: [...partsOf(directory), name],
      status: isInferred ? 'inferred' : 'stated',
      evidence,
    };
  }
  if (directory !== null)
    return { parts: [...partsOf(directory), null], status: 'partial', evidence };
  const open = [...above, null];
  if (name !== null) return { parts: [...open, name], status: 'partial', evidence };
  return { parts: open, status: above.length > 0 ? 'partial' : 'unknown', evidence };
}
