import type { Histories } from './histories';
import { NO_REVISION, type FileId, type RevisionId } from './ids';

/** What a file is known by in every version of its log; see `fileKeys`. */
export type FileKey = string;

const made = new WeakMap<Histories, FileKeys>();

/** The keys of a log's files, made when someone first asks. */
export function fileKeysOf(histories: Histories): FileKeys {
  let keys = made.get(histories);
  if (!keys) made.set(histories, (keys = new FileKeys(histories)));
  return keys;
}

/**
 * A key for each file that stays the same when the log grows, or gets other files above it: number,
 * day, author and message of its first revision, and which of the files that agree in these it is.
 */
export class FileKeys {
  private readonly keys: FileKey[];
  private readonly files = new Map<FileKey, FileId>();

  constructor(histories: Histories) {
    this.keys = new Array<FileKey>(histories.fileCount);
    const seen = new Map<string, number>();
    for (let file = 0; file < histories.fileCount; file++) {
      const fields = describeFirst(histories, file);
      const nth = (seen.get(fields) ?? 0) + 1;
      seen.set(fields, nth);
      const key = numbered(fields, nth);
      this.keys[file] = key;
      this.files.set(key, file);
    }
  }

  of(file: FileId): FileKey {
    return this.keys[file]!;
  }

  find(key: FileKey): FileId | undefined {
    return this.files.get(key);
  }

  /** The files whose first revisions agree with that of a file with this key. */
  like(key: FileKey): FileId[] {
    const [fields] = key.split(COUNT);
    const files: FileId[] = [];
    for (let nth = 1; ; nth++) {
      const file = this.files.get(numbered(fields!, nth));
      if (file === undefined) return files;
      files.push(file);
    }
  }
}

/** What stands between the fields of a key and the place of its file among those that agree. */
const COUNT = ' #';

function numbered(fields: string, nth: number): FileKey {
  return nth === 1 ? fields : fields + COUNT + String(nth);
}

function describeFirst(histories: Histories, file: FileId): string {
  const first = firstRevision(histories, file);
  return [
    histories.numberText(first),
    histories.day(first),
    histories.author(first),
    hash(histories.message(first)),
  ].join(' ');
}

/** The lowest revision of the trunk, which no later commit changes; else the last of the file. */
function firstRevision(histories: Histories, file: FileId): RevisionId {
  const { numbers } = histories;
  const [first, end] = histories.revisionsOf(file);
  let lowest = NO_REVISION;
  for (let r = first; r < end; r++) {
    const number = histories.number(r);
    if (!numbers.isTrunk(number)) continue;
    const isLower =
      lowest === NO_REVISION || numbers.compareOnLine(number, histories.number(lowest)) < 0;
    if (isLower) lowest = r;
  }
  return lowest === NO_REVISION ? end - 1 : lowest;
}

/** FNV-1a over UTF-16. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(36);
}
