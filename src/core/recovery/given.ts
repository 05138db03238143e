import type { Histories } from '../history/histories';
import { NO_REVISION, type FileId } from '../history/ids';
import { fileKeysOf } from '../history/fileKeys';
import { linesOf } from '../history/lines';
import type { StatedName } from './branches/statedNames';
import { partsOf } from './paths/pathParts';
import type { GivenPath } from './paths/paths';
import type { Given } from './recovery';

/** What a user told of a log, in a form to keep. Files are known by their first revision. */
export interface Told {
  /** Paths below the title by the key of a file. */
  readonly files: Readonly<Record<string, string>>;
  /** Paths that a listing gave, in the same form. */
  readonly listed: Readonly<Record<string, string>>;
  /** Names by the key of a file and the number of its branch. */
  readonly branches: Readonly<Record<string, string>>;
  /** What other sources tell, by the same keys. */
  readonly elsewhere: {
    readonly files: Readonly<Record<string, ToldElsewhere>>;
    readonly branches: Readonly<Record<string, ToldElsewhere>>;
  };
}

/** A name, and where it stands. */
export interface ToldElsewhere {
  readonly name: string;
  /** The address of the source. */
  readonly source: string;
  /** Counted from 0. */
  readonly line: number;
}

export const NOTHING_TOLD: Told = {
  files: {},
  listed: {},
  branches: {},
  elsewhere: { files: {}, branches: {} },
};

/** Was nothing told at all? */
export function isNothing({ files, listed, branches, elsewhere }: Told): boolean {
  const all = [files, listed, branches, elsewhere.files, elsewhere.branches];
  return all.every((told) => Object.keys(told).length === 0);
}

export function branchKeyOf(fileKey: string, number: string): string {
  return `${fileKey} / ${number}`;
}

/**
 * What was told, as the recovery takes it: a user's word before a listing, that before another source.
 * What no longer fits the log is passed over.
 */
export function givenOf(histories: Histories, told: Told): Given {
  if (isNothing(told)) return {};
  const keys = fileKeysOf(histories);
  const paths = new Map<FileId, GivenPath>();
  for (let file = 0; file < histories.fileCount; file++) {
    const path = givenPath(told, keys.of(file));
    if (path) paths.set(file, path);
  }
  return { paths, branches: givenBranches(histories, told) };
}

function givenPath(told: Told, key: string): GivenPath | undefined {
  const [byUser, listed, elsewhere] = [
    told.files[key],
    told.listed[key],
    told.elsewhere.files[key],
  ];
  // A listing may add the directory to a name that the user gave.
  const isMore = byUser !== undefined && listed?.endsWith(`/${byUser}`) === true;
  const candidates: [string | undefined, GivenPath['evidence']][] = [
    [isMore ? listed : undefined, { kind: 'listing' }],
    [byUser, { kind: 'user' }],
    [listed, { kind: 'listing' }],
  ];
  if (elsewhere) {
    const { name, source, line } = elsewhere;
    candidates.push([name, { kind: 'elsewhere', source, line }]);
  }
  for (const [path, evidence] of candidates) {
    const parts = partsOf(path ?? '');
    if (parts.length > 0) return { parts, evidence };
  }
  return undefined;
}

function givenBranches(histories: Histories, told: Told): StatedName[] {
  const lines = linesOf(histories);
  const keys = fileKeysOf(histories);
  const names: StatedName[] = [];
  for (let branch = 0; branch < lines.count; branch++) {
    if (!lines.isBranch(branch)) continue;
    const number = histories.numbers.text(lines.number(branch));
    const key = branchKeyOf(keys.of(lines.file(branch)), number);
    const by = { branch, revision: NO_REVISION, isLate: false };
    const [byUser, elsewhere] = [told.branches[key], told.elsewhere.branches[key]];
    if (byUser !== undefined) names.push({ ...by, name: byUser });
    else if (elsewhere) {
      const { name, source, line } = elsewhere;
      names.push({ ...by, name, elsewhere: { source, line } });
    }
  }
  return names;
}
