import { PAUSE_EVERY, type Steps } from '../../columns/steps';
import { addTo } from '../../columns/grouped';
import type { FileId, RevisionId } from '../../history/ids';
import type { BranchUnion } from './branchUnion';
import { NO_LINE, type LineId, type Lines } from '../../history/lines';
import type { Messages } from '../facts';

/** So long after a branch's last commit it may be merged, in days. */
const LATEST = 60;

/** A merge and a branch have at least so many files in common, and such a share of all of either. */
const FEWEST_FILES = 4;
const SHARED = 0.8;

/** A merge that could be of more branches names none. */
const MOST_CANDIDATES = 1000;

interface Merge {
  readonly revisions: RevisionId[];
  readonly names: Set<string>;
}

/**
 * Names from commits of the trunk: `Merge the ada-motor branch to head` is by someone who
 * worked on that branch not long before, and touches the files that it has, and hardly another. A class gets the name
 * where it is the only one without a name of which that is so, and no class has the name. The names
 * that were given so are returned.
 */
export function* nameByMerges(
  messages: Messages,
  lines: Lines,
  union: BranchUnion,
  evidence: Map<string, RevisionId[]>,
): Steps<Set<string>> {
  const given = new Set<string>();
  const known = union.named();
  yield;
  const merges = yield* mergesOnTrunk(messages, lines, (name) => known.has(name));
  if (merges.length === 0) return given;
  const candidates = candidatesByFile(yield* work(messages, lines, union));
  yield;
  for (const { revisions, names } of merges) {
    const [name] = names;
    if (names.size !== 1 || revisions.length < FEWEST_FILES) continue;
    const fitting = candidatesOf(messages, candidates, revisions).filter((candidate) =>
      fits(messages, candidate, revisions),
    );
    const [only] = fitting;
    if (fitting.length !== 1 || !only || union.nameOf(only.root) !== null) continue;
    if (known.has(name!) || given.has(name!)) continue;
    union.setName(only.root, name!);
    evidence.set(name!, [...revisions]);
    given.add(name!);
  }
  return given;
}

/** Commits of the trunk that merge a branch which no class is known by. */
function* mergesOnTrunk(
  messages: Messages,
  lines: Lines,
  isKnown: (name: string) => boolean,
): Steps<Merge[]> {
  const merges = new Map<number, Merge>();
  for (let r = 0; r < messages.histories.count; r++) {
    if (r % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
    if (lines.branchOf(r) !== NO_LINE) continue;
    const { merged } = messages.factsOf(r);
    if (merged.length === 0) continue;
    const names = merged.filter(
      (word) => word.isCalledBranch && word.name.includes('-') && !isKnown(word.name),
    );
    if (names.length === 0) continue;
    const key = messages.commitOf(r);
    const merge = merges.get(key);
    if (merge) merge.revisions.push(r);
    else merges.set(key, { revisions: [r], names: new Set(names.map(({ name }) => name)) });
  }
  return [...merges.values()];
}

/** What was done on a class without a name. */
interface Work {
  readonly root: LineId;
  readonly files: Set<FileId>;
  readonly authors: Set<number>;
  first: number;
  last: number;
}

function* work(messages: Messages, lines: Lines, union: BranchUnion): Steps<Work[]> {
  const { histories } = messages;
  const all = new Map<LineId, Work>();
  for (let r = 0; r < histories.count; r++) {
    if (r % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
    const branch = lines.branchOf(r);
    if (branch === NO_LINE) continue;
    const root = union.root(branch);
    if (union.nameOf(root) !== null) continue;
    let done = all.get(root);
    if (!done)
      all.set(
        root,
        (done = { root, files: new Set(), authors: new Set(), first: Infinity, last: -Infinity }),
      );
    done.files.add(histories.fileOf(r));
    done.authors.add(histories.authorId(r));
    done.first = Math.min(done.first, histories.day(r));
    done.last = Math.max(done.last, histories.day(r));
  }
  return [...all.values()];
}

function candidatesByFile(all: readonly Work[]): Map<FileId, Work[]> {
  const byFile = new Map<FileId, Work[]>();
  for (const one of all) for (const file of one.files) addTo(byFile, file, one);
  return byFile;
}

/**
 * The classes that can have enough files of a merge. Such a class lacks few of the merge's files, so
 * it has one of any few more: those that have the fewest classes are looked at.
 */
function candidatesOf(
  { histories }: Messages,
  byFile: ReadonlyMap<FileId, readonly Work[]>,
  revisions: readonly RevisionId[],
): Work[] {
  const lacking = revisions.length - Math.ceil(SHARED * revisions.length);
  const lists = revisions.map((r) => byFile.get(histories.fileOf(r)) ?? []);
  lists.sort((a, b) => a.length - b.length);
  const fewest = lists.slice(0, lacking + 1);
  const total = fewest.reduce((sum, list) => sum + list.length, 0);
  return total > MOST_CANDIDATES ? [] : [...new Set(fewest.flat())];
}

function fits(
  { histories }: Messages,
  { files, authors, first, last }: Work,
  revisions: readonly RevisionId[],
): boolean {
  const [any] = revisions;
  const day = histories.day(any!);
  if (!authors.has(histories.authorId(any!)) || day < first || day > last + LATEST) return false;
  const shared = revisions.filter((r) => files.has(histories.fileOf(r))).length;
  return shared >= FEWEST_FILES && shared >= SHARED * Math.max(files.size, revisions.length);
}
