import type { Histories } from '../history/histories';
import { NO_REVISION, type FileId, type RevisionId } from '../history/ids';

/** A name that was given to a revision of each of some files, as to a release. */
export interface Tag {
  readonly name: string;
  /** At most one of each file, in the order of the log. */
  readonly revisions: readonly RevisionId[];
  /** When the newest of them was made, in seconds since 1970-01-01: it was set no earlier. */
  readonly moment: number;
}

const known = new WeakMap<Histories, readonly Tag[]>();

/** All tags of a log, the newest first. */
export function tagsOf(histories: Histories): readonly Tag[] {
  let tags = known.get(histories);
  if (!tags) known.set(histories, (tags = collect(histories)));
  return tags;
}

function collect(histories: Histories): Tag[] {
  const byName = new Map<string, RevisionId[]>();
  for (const r of histories.taggedRevisions()) {
    for (const name of histories.tags(r)) {
      const revisions = byName.get(name);
      if (!revisions) byName.set(name, [r]);
      // A page may show a tag at two revisions of a file: the newer counts.
      else if (histories.fileOf(revisions.at(-1)!) !== histories.fileOf(r)) revisions.push(r);
    }
  }
  const tags = [...byName].map(([name, revisions]) => ({
    name,
    revisions,
    moment: revisions.reduce((newest, r) => Math.max(newest, histories.moment(r)), -Infinity),
  }));
  return tags.sort((a, b) => b.moment - a.moment || (a.name < b.name ? 1 : -1));
}

/** Which tags have a revision of a file, and which have not. */
export interface Reach {
  /** The tags that have it, the oldest first: the first release that has it is the first. */
  readonly having: readonly Tag[];
  /** The newest tag on an ancestor of it: the last release before it. */
  readonly before: Tag | undefined;
}

/** The tags of a file that hold a revision: those of itself, and of what was made from it. */
export function reachOf(histories: Histories, revision: RevisionId): Reach {
  const tagged = taggedRevisions(histories, histories.fileOf(revision));
  const ancestors = new Set<RevisionId>();
  for (
    let r = histories.predecessor(revision);
    r !== NO_REVISION && !ancestors.has(r);
    r = histories.predecessor(r)
  )
    ancestors.add(r);
  const holds = new Map<RevisionId, boolean>([[revision, true]]);
  const having: Tag[] = [];
  let before: Tag | undefined;
  for (const { tag, revision: r } of tagged) {
    if (descends(histories, r, holds)) having.push(tag);
    else if (ancestors.has(r)) before ??= tag;
  }
  return { having: having.reverse(), before };
}

/** Does a revision descend from the one that `holds` begins with? What was found stays there. */
function descends(
  histories: Histories,
  from: RevisionId,
  holds: Map<RevisionId, boolean>,
): boolean {
  const way: RevisionId[] = [];
  let r = from;
  for (; r !== NO_REVISION && !holds.has(r); r = histories.predecessor(r)) {
    holds.set(r, false);
    way.push(r);
  }
  const is = r !== NO_REVISION && holds.get(r)!;
  for (const each of way) holds.set(each, is);
  return is;
}

/** The tags of a file with their revisions, the newest first. */
function taggedRevisions(histories: Histories, file: FileId): { tag: Tag; revision: RevisionId }[] {
  const [first, end] = histories.revisionsOf(file);
  const names = new Map<string, RevisionId>();
  for (let r = first; r < end; r++)
    for (const name of histories.tags(r)) if (!names.has(name)) names.set(name, r);
  if (names.size === 0) return [];
  return tagsOf(histories).flatMap((tag) => {
    const revision = names.get(tag.name);
    return revision === undefined ? [] : [{ tag, revision }];
  });
}

/** A file of which two tags have different revisions; NO_REVISION where one has none. */
export interface Difference {
  readonly file: FileId;
  readonly from: RevisionId;
  readonly to: RevisionId;
}

/** The files that differ between two tags, in the order of the log. */
export function differences(histories: Histories, from: Tag, to: Tag): Difference[] {
  const sides = [from, to].map(
    ({ revisions }) => new Map(revisions.map((r) => [histories.fileOf(r), r] as const)),
  ) as [Map<FileId, RevisionId>, Map<FileId, RevisionId>];
  const files = [...new Set([...sides[0].keys(), ...sides[1].keys()])].sort((a, b) => a - b);
  return files
    .map((file) => ({
      file,
      from: sides[0].get(file) ?? NO_REVISION,
      to: sides[1].get(file) ?? NO_REVISION,
    }))
    .filter((difference) => difference.from !== difference.to);
}
