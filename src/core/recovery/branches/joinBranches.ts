import { PAUSE_EVERY, type Steps } from '../../columns/steps';
import { BranchUnion, beginningsOf, type Beginning } from './branchUnion';
import { groupCommits, type CommitGroup } from './commitGroups';
import { hasRival, spansByAuthor } from './rivals';
import { NO_LINE, type LineId, type Lines } from '../../history/lines';
import { groupBy } from '../../columns/grouped';
import type { Messages } from '../facts';
import type { StatedName } from './statedNames';

/** Groups that contradict others are left out, and what is left is joined anew, so many times. */
const MOST_ROUNDS = 8;
/** A pause is offered each time that so many groups are looked at closely. */
const FEW_GROUPS = 128;

/**
 * Joins the branches of files that were one branch for their committers: those that bear one name,
 * and those that commit together. One change may go to two branches on one day, with one message:
 * then a group of equal commits joins what are two branches. It shows where that brings two
 * branches of a file or two names together, and such a group joins nothing.
 */
export function* joinBranches(
  messages: Messages,
  lines: Lines,
  names: readonly StatedName[],
): Steps<BranchUnion> {
  const all = yield* groupCommits(messages, lines);
  const groups = all.filter(({ hasTwins }) => !hasTwins);
  yield;
  const beginnings = yield* beginningsOf(lines);
  const ownNames = yield* ownNamesOf(messages, lines);
  const mixed = new Set<CommitGroup>();
  for (let round = 0; ; round++) {
    const union = yield* joinNames(lines, beginnings, names);
    for (const [branch, name] of ownNames) union.setOwnName(branch, name);
    const before = mixed.size;
    const doubtful: CommitGroup[] = [];
    let done = 0;
    for (const group of groups) {
      if (!mixed.has(group)) joinGroup(union, group, mixed, doubtful);
      if ((done += group.branches.length) < PAUSE_EVERY) continue;
      done = 0;
      yield;
    }
    if (mixed.size > before && round < MOST_ROUNDS) continue;
    yield* joinDoubtful(
      messages,
      lines,
      union,
      groups.filter((group) => !mixed.has(group)),
      doubtful,
    );
    for (const group of all) if (group.hasTwins && group.isTicketed) joinByAge(union, lines, group);
    return union;
  }
}

/** The branches whose own commits call them by one name. */
function* ownNamesOf(messages: Messages, lines: Lines): Steps<Map<LineId, string>> {
  const names = new Map<LineId, Set<string>>();
  for (let r = 0; r < messages.histories.count; r++) {
    if (r % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
    const branch = lines.branchOf(r);
    if (branch === NO_LINE) continue;
    for (const name of messages.factsOf(r).ownNames) {
      const known = names.get(branch);
      if (known) known.add(name);
      else names.set(branch, new Set([name]));
    }
  }
  const only = new Map<LineId, string>();
  for (const [branch, all] of names) if (all.size === 1) only.set(branch, [...all][0]!);
  return only;
}

function* joinNames(
  lines: Lines,
  beginnings: readonly Beginning[],
  names: readonly StatedName[],
): Steps<BranchUnion> {
  const union = new BranchUnion(lines, beginnings);
  const byName = new Map<string, LineId>();
  for (const [i, { branch, name, isLate }] of names.entries()) {
    if (i % PAUSE_EVERY === PAUSE_EVERY - 1) yield;

    union.setName(branch, name);
    if (isLate) union.ignoreTime(branch);
    const first = byName.get(name);
    if (first === undefined) byName.set(name, branch);
    else if (isFree(union.obstacle(first, branch))) union.join(first, branch);
  }
  return union;
}

function isFree(obstacle: ReturnType<BranchUnion['obstacle']>): boolean {
  return obstacle === undefined || obstacle === 'made at different times';
}

/** Joins what nothing keeps apart; the group is mixed, or doubtful, where something does. */
function joinGroup(
  union: BranchUnion,
  group: CommitGroup,
  mixed: Set<CommitGroup>,
  doubtful: CommitGroup[],
): void {
  let isDoubtful = false;
  const [first] = group.branches;
  for (const branch of group.branches) {
    const obstacle = union.obstacle(first!, branch);
    if (obstacle === undefined) {
      union.join(first!, branch);
    } else if (obstacle === 'made at different times') {
      isDoubtful = true;
    } else {
      mixed.add(group);
      return;
    }
  }
  if (isDoubtful) doubtful.push(group);
}

/**
 * Classes that commit together, yet seem to have been made at different times. A tag may have been
 * moved, or set later on some files; or they are two branches with equal commits on one day. They
 * are one where they commit together twice, or where their author works on no other branch then
 * that could be meant.
 */
function* joinDoubtful(
  messages: Messages,
  lines: Lines,
  union: BranchUnion,
  groups: readonly CommitGroup[],
  doubtful: readonly CommitGroup[],
): Steps<void> {
  if (doubtful.length === 0) return;
  const together = new Map<string, number>();
  const wanted = new Set(doubtful.flatMap((group) => [...rootsOf(union, group)]));
  for (const [i, group] of groups.entries()) {
    if (i % FEW_GROUPS === FEW_GROUPS - 1) yield;
    const roots = [...rootsOf(union, group)].filter((root) => wanted.has(root)).slice(0, 40);
    for (const [at, a] of roots.entries()) {
      for (const b of roots.slice(at + 1))
        together.set(pairKey(a, b), (together.get(pairKey(a, b)) ?? 0) + 1);
    }
  }
  const spans = yield* spansByAuthor(messages, lines, union);
  for (const [i, group] of doubtful.entries()) {
    if (i % FEW_GROUPS === FEW_GROUPS - 1) yield;
    const roots = [...rootsOf(union, group)];
    roots.sort((a, b) => union.membersOf(b).length - union.membersOf(a).length);
    const [largest] = roots;
    for (const root of roots.slice(1)) {
      const obstacle = union.obstacle(largest!, root);
      if (!isFree(obstacle)) continue;
      const often = (together.get(pairKey(largest!, root)) ?? 0) > 1;
      if (often || !hasRival(union, spans.get(group.author), group.day, largest!, root))
        union.join(largest!, root);
    }
  }
}

/**
 * A ticket goes to every branch of a release: where all files have as many branches in the group,
 * the oldest of each belong together, and so on. A file's branches are numbered by age.
 */
function joinByAge(union: BranchUnion, lines: Lines, group: CommitGroup): void {
  const byFile = groupBy(group.branches, (branch) => lines.file(branch));
  const [first, ...others] = [...byFile.values()];
  if (!first || others.some((list) => list.length !== first.length)) return;
  const { numbers } = lines.histories;
  const older = (a: LineId, b: LineId): number =>
    lines.made(a)[0] - lines.made(b)[0] || numbers.compare(lines.number(a), lines.number(b));
  first.sort(older);
  for (const list of others) {
    list.sort(older);
    for (const [i, branch] of list.entries()) {
      if (union.obstacle(first[i]!, branch) === undefined) union.join(first[i]!, branch);
    }
  }
}

function rootsOf(union: BranchUnion, group: CommitGroup): Set<LineId> {
  return new Set(group.branches.map((b) => union.root(b)));
}

function pairKey(a: LineId, b: LineId): string {
  return a < b ? `${String(a)} ${String(b)}` : `${String(b)} ${String(a)}`;
}
