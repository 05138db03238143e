import type { Histories } from '../history/histories';
import { NO_REVISION, type FileId } from '../history/ids';
import { FileBranches } from './fileBranches';
import { partsOf, type Parts } from './paths/pathParts';
import type { Given } from './recovery';

/** What a user told of a log, in a form to keep. Files are known by their first revision. */
export interface Told {
  /** Paths below the title by the key of a file. */
  readonly files: Readonly<Record<string, string>>;
  /** Paths that a listing gave, in the same form. */
  readonly listed: Readonly<Record<string, string>>;
  /** Names by the key of a file and the number of its branch. */
  readonly branches: Readonly<Record<string, string>>;
}

export const NOTHING_TOLD: Told = { files: {}, listed: {}, branches: {} };

/**
 * A key for each file that stays the same when the log grows, or loses other files: number, day,
 * author and message of its first revision, and which of the files that agree in these it is.
 */
export function fileKeys(histories: Histories): string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: histories.fileCount }, (_, file) => {
    const first = firstOf(histories, file);
    const fields = [
      histories.numberText(first),
      histories.day(first),
      histories.author(first),
      hash(histories.message(first)),
    ];
    const key = fields.join(' ');
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return nth === 1 ? key : `${key} #${String(nth)}`;
  });
}

export function branchKeyOf(fileKey: string, number: string): string {
  return `${fileKey} / ${number}`;
}

/** What was told, as the recovery takes it; what no longer fits the log is passed over. */
export function givenOf(histories: Histories, told: Told): Given {
  if ([told.files, told.listed, told.branches].every((all) => Object.keys(all).length === 0))
    return {};
  const keys = fileKeys(histories);
  const paths = new Map<FileId, { parts: Parts; kind: 'user' | 'listing' }>();
  for (const [file, key] of keys.entries()) {
    const [byUser, listed] = [told.files[key], told.listed[key]];
    // A listing may add the directory to a name that the user gave.
    const isMore = byUser !== undefined && listed?.endsWith(`/${byUser}`) === true;
    const parts = partsOf((isMore ? listed : (byUser ?? listed)) ?? '');
    if (parts.length > 0)
      paths.set(file, { parts, kind: byUser !== undefined && !isMore ? 'user' : 'listing' });
  }
  if (Object.keys(told.branches).length === 0) return { paths };
  const ofFile = new FileBranches(histories);
  const branches = [];
  for (let branch = 0; branch < ofFile.count; branch++) {
    const name =
      told.branches[
        branchKeyOf(keys[ofFile.file(branch)]!, histories.numbers.text(ofFile.number(branch)))
      ];
    if (name !== undefined) branches.push({ branch, name, revision: NO_REVISION, isLate: false });
  }
  return { paths, branches };
}

/** The lowest revision of the trunk, which no later commit changes; else the last of the file. */
function firstOf(histories: Histories, file: FileId): number {
  const [first, end] = histories.revisionsOf(file);
  let lowest = -1;
  for (let r = first; r < end; r++) {
    const number = histories.number(r);
    if (!histories.numbers.isTrunk(number)) continue;
    if (lowest < 0 || histories.numbers.compareOnLine(number, histories.number(lowest)) < 0)
      lowest = r;
  }
  return lowest < 0 ? end - 1 : lowest;
}

/** FNV-1a over UTF-16. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(36);
}
