import { PAUSE_EVERY, type Steps } from '../../columns/steps';
import type { FileId, RevisionId } from '../../history/ids';
import type { PullUp, PullUpItem } from '../../messages/pullUps';
import type { ChangesetId, Changesets } from '../changesets/changesets';
import type { Messages } from '../facts';
import { groupBy } from '../../columns/grouped';
import type { Parts } from './pathParts';
import type { TitlePath } from './titlePath';

/** No commit has more lines for all its files, or more files of which nothing else is known. */
const MOST_TARGETS = 20_000;
const MOST_LEFT = 200;
/** A line of a pull-up takes as long as so many commits without one. */
const FEW = 8;

/** A line of a pull-up, and the revision of its commit that it means. */
export interface PullUpTarget {
  readonly changeset: ChangesetId;
  readonly pullUp: PullUp;
  readonly item: PullUpItem;
  /** The parts below the page's title; undefined where the path is of elsewhere, or not given. */
  readonly parts: Parts | undefined;
  /** The revision of the branch that carries the change; undefined where none is sure to. */
  readonly to: RevisionId | undefined;
  /** Is the path that of another file, whose change was applied to this one? */
  readonly isApplied: boolean;
  /** A revision of the commit, whether or not the line is about it. */
  readonly speaker: RevisionId;
}

/** What is known of files while the lines of pull-ups are matched with them. */
export interface KnownFiles {
  nameOf(file: FileId): string | null;
  /** Is it possible that a file has this path? */
  mayBe(file: FileId, parts: Parts): boolean;
  /** Is a file known to have it? */
  isAt(file: FileId, parts: Parts): boolean;
}

/**
 * For each line of each pull-up, the revision of the same commit that it is about: the only one
 * whose file can have the path, and has the numbers that the line gives. Lines and
 * files without a name that are left over are matched by their numbers alone.
 */
export function* matchPullUps(
  messages: Messages,
  changesets: Changesets,
  titles: readonly TitlePath[],
  known: KnownFiles,
): Steps<PullUpTarget[]> {
  const { histories } = messages;
  const targets: PullUpTarget[] = [];
  let done = 0;
  for (let changeset = 0; changeset < changesets.count; changeset++) {
    const speaker = changesets.speaker(changeset);
    done += 1 + FEW * (messages.factsOf(speaker).pullUp?.items.length ?? 0);
    if (done > PAUSE_EVERY) {
      done = 0;
      yield;
    }
    const { pullUp } = messages.factsOf(speaker);
    if (!pullUp || !changesets.branchOf(changeset)) continue;
    const revisions = [...changesets.revisionsOf(changeset)].filter(
      (r) => !messages.factsOf(r).placeholder,
    );
    const title = titles[histories.pageOf(histories.fileOf(speaker))]!;
    for (const target of matchCommit(messages, changeset, pullUp, revisions, title, known))
      targets.push(target);
  }
  return targets;
}

function matchCommit(
  messages: Messages,
  changeset: ChangesetId,
  pullUp: PullUp,
  revisions: readonly RevisionId[],
  title: TitlePath,
  known: KnownFiles,
): PullUpTarget[] {
  const { histories } = messages;
  const left = new Set(revisions);
  const targets: PullUpTarget[] = [];
  const add = (item: PullUpItem, parts: Parts | undefined, to: RevisionId | undefined): void => {
    targets.push({
      changeset,
      pullUp,
      item,
      parts,
      to,
      isApplied: item.appliedTo !== null,
      speaker: revisions[0]!,
    });
    if (to !== undefined) left.delete(to);
  };
  const wanted = new Map<string, Wanted>();
  for (const item of pullUp.items) {
    if (item.path === null) {
      if (targets.length > MOST_TARGETS) continue;
      for (const r of revisions) if (hasNumbers(messages, r, item)) add(item, undefined, r);
      continue;
    }
    const parts = title.below(item.path);
    if (item.appliedTo !== null) {
      const applied = item.appliedTo.split('/').at(-1)!;
      const named = revisions.filter((r) => known.nameOf(histories.fileOf(r)) === applied);
      add(item, parts, named.length === 1 ? named[0] : undefined);
    } else if (!parts) {
      add(item, undefined, undefined);
    } else {
      const path = wanted.get(item.path);
      if (path) path.items.push(item);
      else wanted.set(item.path, { items: [item], parts });
    }
  }
  const open: Wanted[] = [];
  const byName = groupBy(revisions, (r) => known.nameOf(histories.fileOf(r)));
  for (const [name, paths] of groupBy(wanted.values(), ({ parts }) => parts.at(-1)!)) {
    const named = byName.get(name) ?? [];
    const matched = matchNamed(messages, paths, named, known);
    for (const [i, path] of paths.entries()) {
      if (matched[i] === undefined && named.length === 0) open.push(path);
      else for (const item of path.items) add(item, path.parts, matched[i]);
    }
  }
  const nameless = [...left].filter((r) => known.nameOf(histories.fileOf(r)) === null);
  const matched = matchLeft(messages, open, nameless);
  for (const [i, { items, parts }] of open.entries())
    for (const item of items) add(item, parts, matched[i]);
  return targets;
}

/** A path of a pull-up, with each line that it stands on. */
interface Wanted {
  readonly items: PullUpItem[];
  readonly parts: Parts;
}

/**
 * Paths of one base name and the files that have it. Where there are more paths than such files, a
 * file without a name may be meant, and only a known directory tells which.
 */
function matchNamed(
  messages: Messages,
  paths: readonly Wanted[],
  revisions: readonly RevisionId[],
  known: KnownFiles,
): (RevisionId | undefined)[] {
  const { histories } = messages;
  const left = new Set(revisions);
  const matched = paths.map((): RevisionId | undefined => undefined);
  for (let found = true; found;) {
    found = false;
    for (const [i, { items, parts }] of paths.entries()) {
      if (matched[i] !== undefined) continue;
      const fitting = [...left].filter(
        (r) =>
          known.mayBe(histories.fileOf(r), parts) &&
          items.every((item) => hasNumbers(messages, r, item)),
      );
      const isSure =
        paths.length <= revisions.length || known.isAt(histories.fileOf(fitting[0] ?? 0), parts);
      if (fitting.length !== 1 || !isSure) continue;
      matched[i] = fitting[0];
      left.delete(fitting[0]!);
      found = true;
    }
  }
  return matched;
}

/**
 * Paths and files without a name that are left over, where there are as many of both: a path and a
 * file of which neither fits another.
 */
function matchLeft(
  messages: Messages,
  paths: readonly Wanted[],
  revisions: readonly RevisionId[],
): (RevisionId | undefined)[] {
  if (paths.length !== revisions.length || paths.length > MOST_LEFT) return [];
  const isNumbered = ({ items }: Wanted): boolean => items.some(({ ranges }) => ranges.length > 0);
  const fitting = paths.map((path) =>
    isNumbered(path)
      ? revisions.filter((r) => path.items.every((item) => hasNumbers(messages, r, item)))
      : revisions,
  );
  return fitting.map(([only, ...others], i) => {
    if (only === undefined || others.length > 0 || !isNumbered(paths[i]!)) return undefined;
    return fitting.filter((list) => list.includes(only)).length === 1 ? only : undefined;
  });
}

/**
 * Has the revision's file every number of a line, as what its branch could take over: newer than
 * the branch point, and no newer than the commit? A range may begin before it.
 */
function hasNumbers(messages: Messages, target: RevisionId, { ranges }: PullUpItem): boolean {
  const { histories } = messages;
  const file = histories.fileOf(target);
  return ranges.every(({ from, to }) => {
    const start = histories.numbers.parse(from);
    return (
      start !== undefined &&
      messages.find(file, start) !== undefined &&
      isSource(messages, target, to)
    );
  });
}

function isSource(messages: Messages, target: RevisionId, text: string): boolean {
  const { histories } = messages;
  const { numbers } = histories;
  const number = numbers.parse(text);
  const source = number === undefined ? undefined : messages.find(histories.fileOf(target), number);
  if (source === undefined || number === undefined || histories.day(source) > histories.day(target))
    return false;
  if (!numbers.isTrunk(number)) return true;
  if (isNewOnBranch(messages, target)) return true;
  let point = histories.number(target);
  while (!numbers.isTrunk(point)) point = numbers.pointOf(numbers.parent(point));
  return numbers.compareOnLine(number, point) > 0;
}

/** Did the file come to the branch only by then? Then it had nothing that the point had. */
function isNewOnBranch(messages: Messages, target: RevisionId): boolean {
  const { histories } = messages;
  const { numbers } = histories;
  const number = histories.number(target);
  const first = numbers.find(numbers.parent(number), 1);
  if (first === undefined || first === number) return first === number;
  const revision = messages.find(histories.fileOf(target), first);
  return revision === undefined || messages.factsOf(revision).placeholder !== undefined;
}
