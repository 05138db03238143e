import type { Histories } from '../history/histories';
import { NO_REVISION, type FileId } from '../history/ids';
import { fileKeysOf } from '../history/fileKeys';
import { linesOf } from '../history/lines';
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

export function branchKeyOf(fileKey: string, number: string): string {
  return `${fileKey} / ${number}`;
}

/** What was told, as the recovery takes it; what no longer fits the log is passed over. */
export function givenOf(histories: Histories, told: Told): Given {
  if ([told.files, told.listed, told.branches].every((all) => Object.keys(all).length === 0))
    return {};
  const keys = fileKeysOf(histories);
  const paths = new Map<FileId, { parts: Parts; kind: 'user' | 'listing' }>();
  for (let file = 0; file < histories.fileCount; file++) {
    const key = keys.of(file);
    const [byUser, listed] = [told.files[key], told.listed[key]];
    // A listing may add the directory to a name that the user gave.
    const isMore = byUser !== undefined && listed?.endsWith(`/${byUser}`) === true;
    const parts = partsOf((isMore ? listed : (byUser ?? listed)) ?? '');
    if (parts.length > 0)
      paths.set(file, { parts, kind: byUser !== undefined && !isMore ? 'user' : 'listing' });
  }
  if (Object.keys(told.branches).length === 0) return { paths };
  const lines = linesOf(histories);
  const branches = [];
  for (let branch = 0; branch < lines.count; branch++) {
    if (!lines.isBranch(branch)) continue;
    const name =
      told.branches[
        branchKeyOf(keys.of(lines.file(branch)), histories.numbers.text(lines.number(branch)))
      ];
    if (name !== undefined) branches.push({ branch, name, revision: NO_REVISION, isLate: false });
  }
  return { paths, branches };
}
