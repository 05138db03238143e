import { PAUSE_EVERY, type Steps } from '../../columns/steps';
import { addTo } from '../../columns/grouped';
import type { FileId, RevisionId } from '../../history/ids';
import { readListedFiles } from '../../messages/listedFiles';
import { comparePreOrder } from '../../text/preOrder';
import type { ChangesetId, Changesets } from '../changesets/changesets';
import type { Messages } from '../facts';
import { partsOf } from './pathParts';

/** A commit of more files tells no names: one line that is missed would shift all of them. */
const MOST_FILES = 40;
/** A name counts where so many commits agree in it. */
const LEAST_COMMITS = 2;

/** A name of a file, and the revisions whose commits list it. */
export interface ListedName {
  readonly file: FileId;
  readonly name: string;
  readonly revisions: readonly RevisionId[];
}

interface Claim {
  readonly path: string;
  readonly revision: RevisionId;
}

/**
 * Names of files by what commits list. A commit that lists as many files as it has lists these: both stand
 * in the order of `cvs log` when they are sorted. Such a name counts where two commits agree, where no
 * commit says otherwise, and where no other file is listed so; a commit that gives a file another name than
 * the known one tells nothing.
 */
export function* namesFromLists(
  messages: Messages,
  changesets: Changesets,
  nameOf: (file: FileId) => string | null,
): Steps<ListedName[]> {
  const claims = new Map<FileId, Claim[]>();
  for (let id = 0; id < changesets.count; id++) {
    if (id % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
    claim(messages, changesets, nameOf, id, claims);
  }
  const holders = new Map<string, Set<FileId>>();
  for (const [file, all] of claims)
    for (const { path } of all) {
      const known = holders.get(path);
      if (known) known.add(file);
      else holders.set(path, new Set([file]));
    }
  const names: ListedName[] = [];
  for (const [file, all] of claims) {
    const [{ path }] = all as [Claim];
    const name = nameIn(path);
    const isAgreed = all.length >= LEAST_COMMITS && all.every((one) => nameIn(one.path) === name);
    const isAlone = all.every((one) => holders.get(one.path)!.size === 1);
    if (isAgreed && isAlone)
      names.push({ file, name, revisions: all.map(({ revision }) => revision) });
  }
  return names;
}

function claim(
  { histories }: Messages,
  changesets: Changesets,
  nameOf: (file: FileId) => string | null,
  id: ChangesetId,
  claims: Map<FileId, Claim[]>,
): void {
  const revisions = [...changesets.revisionsOf(id)];
  if (revisions.length > MOST_FILES) return;
  const files = revisions.map((r) => histories.fileOf(r));
  if (new Set(files).size < files.length || files.every((file) => nameOf(file) !== null)) return;
  const listed = readListedFiles(histories.message(changesets.speaker(id)));
  if (listed.length !== files.length) return;
  const paths = listed
    .map(partsOf)
    .sort(comparePreOrder)
    .map((parts) => parts.join('/'));
  const isOtherwise = files.some((file, i) => {
    const known = nameOf(file);
    return known !== null && known !== nameIn(paths[i]!);
  });
  if (isOtherwise) return;
  for (const [i, revision] of revisions.entries())
    if (nameOf(files[i]!) === null) addTo(claims, files[i]!, { path: paths[i]!, revision });
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
