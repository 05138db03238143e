import { PAUSE_EVERY, type Steps } from '../../columns/steps';
import { NONE, type Id } from '../../columns/ids';
import { NO_REVISION, type RevisionId } from '../../history/ids';
import type { BranchUnion } from './branchUnion';
import { NO_LINE, type LineId, type Lines } from '../../history/lines';
import { addTo } from '../../columns/grouped';
import { joinBranches } from './joinBranches';
import { nameByMerges } from './mergeNames';
import type { Messages } from '../facts';
import type { StatedName } from './statedNames';

/** A branch of the whole log: its place in `Branches.all`. */
export type BranchId = Id<'branch'>;

/** A branch as its committers saw it: one name, another number in every file. */
export interface Branch {
  readonly id: BranchId;
  readonly name: string | null;
  /** Stated by CVS, the user or a commit of the branch itself; inferred from a merge elsewhere. */
  readonly status: 'stated' | 'inferred' | 'unknown';
  /** At most one of a file, in the order of the log. */
  readonly members: readonly LineId[];
  /** Revisions whose messages tell the name. */
  readonly evidence: readonly RevisionId[];
  /** Does it take pull-ups with tickets, as release branches do? */
  readonly isRelease: boolean;
}

/** A branch that is given two names, or a name that is given to two branches of a file. */
export interface NameContradiction {
  readonly branch: LineId;
  readonly names: readonly string[];
  readonly evidence: readonly RevisionId[];
}

export class Branches {
  constructor(
    readonly all: readonly Branch[],
    readonly lines: Lines,
    private readonly byMember: Int32Array,
    readonly contradictions: readonly NameContradiction[],
  ) {}

  /** The branch that a revision is on; undefined on the trunk. */
  of(revision: RevisionId): Branch | undefined {
    const member = this.lines.branchOf(revision);
    return member === NO_LINE ? undefined : this.all[this.byMember[member]!];
  }

  ofMember(member: LineId): Branch {
    return this.all[this.byMember[member]!]!;
  }
}

export function* recoverBranches(
  messages: Messages,
  lines: Lines,
  stated: readonly StatedName[],
): Steps<Branches> {
  const { sound, contradictions } = contradictionsOf(stated, lines);
  yield;
  const union = yield* joinBranches(messages, lines, sound);
  const evidence = new Map<string, RevisionId[]>();
  for (const { name, revision } of sound)
    if (revision !== NO_REVISION) addTo(evidence, name, revision);
  yield* nameByOwnWords(messages, lines, union, evidence);
  const inferred = yield* nameByMerges(messages, lines, union, evidence);
  return yield* numberBranches(messages, lines, union, evidence, inferred, contradictions);
}

/** A branch with two names gets none; of two branches of a file with one name, neither gets it. */
function contradictionsOf(
  stated: readonly StatedName[],
  lines: Lines,
): { sound: StatedName[]; contradictions: NameContradiction[] } {
  const byBranch = new Map<LineId, StatedName[]>();
  const byName = new Map<string, StatedName[]>();
  for (const name of stated) {
    addTo(byBranch, name.branch, name);
    addTo(byName, `${String(lines.file(name.branch))} ${name.name}`, name);
  }
  const bad = new Set<StatedName>();
  const contradictions: NameContradiction[] = [];
  for (const group of [...byBranch.values(), ...byName.values()]) {
    const names = [...new Set(group.map(({ name }) => name))];
    const members = new Set(group.map(({ branch }) => branch));
    if (names.length < 2 && members.size < 2) continue;
    for (const name of group) bad.add(name);
    contradictions.push({
      branch: group[0]!.branch,
      names,
      evidence: group.map(({ revision }) => revision),
    });
  }
  return { sound: stated.filter((name) => !bad.has(name)), contradictions };
}

/** Names from what the commits of a branch call it: `Update ada-dm branch to ada-dm-base2`. */
function* nameByOwnWords(
  messages: Messages,
  lines: Lines,
  union: BranchUnion,
  evidence: Map<string, RevisionId[]>,
): Steps<void> {
  const claims = new Map<LineId, Map<string, RevisionId[]>>();
  for (let r = 0; r < messages.histories.count; r++) {
    if (r % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
    const branch = lines.branchOf(r);
    if (branch === NO_LINE) continue;
    for (const name of messages.factsOf(r).ownNames) {
      const root = union.root(branch);
      let ofRoot = claims.get(root);
      if (!ofRoot) claims.set(root, (ofRoot = new Map<string, RevisionId[]>()));
      addTo(ofRoot, name, r);
    }
  }
  const holders = union.named();
  for (const [root, names] of claims) {
    const [only] = names;
    if (!only || names.size > 1 || union.nameOf(root) !== null) continue;
    const [name, revisions] = only;
    const holder = holders.get(name);
    if (holder !== undefined && union.obstacle(holder, root) === 'two branches of a file') continue;
    union.setName(root, name);
    if (holder === undefined) holders.set(name, root);
    else union.join(holder, root);
    for (const r of revisions) addTo(evidence, name, r);
  }
}

/** Branches in the order in which their first member stands in the log. */
function* numberBranches(
  messages: Messages,
  lines: Lines,
  union: BranchUnion,
  evidence: ReadonlyMap<string, readonly RevisionId[]>,
  inferred: ReadonlySet<string>,
  contradictions: readonly NameContradiction[],
): Steps<Branches> {
  const releases = yield* releaseRoots(messages, lines, union);
  const byMember = new Int32Array(lines.count).fill(NONE);
  const all: Branch[] = [];
  for (let b = 0; b < lines.count; b++) {
    if (b % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
    if (!lines.isBranch(b) || byMember[b] !== NONE) continue;
    const root = union.root(b);
    const members = [...union.membersOf(root)].sort((x, y) => x - y);
    const name = union.nameOf(root);
    const id = all.length;
    for (const member of members) byMember[member] = id;
    all.push({
      id,
      name,
      status: name === null ? 'unknown' : inferred.has(name) ? 'inferred' : 'stated',
      members,
      evidence: name === null ? [] : (evidence.get(name) ?? []),
      isRelease: releases.has(root),
    });
  }
  return new Branches(all, lines, byMember, contradictions);
}

function* releaseRoots(messages: Messages, lines: Lines, union: BranchUnion): Steps<Set<LineId>> {
  const roots = new Set<LineId>();
  for (let r = 0; r < messages.histories.count; r++) {
    if (r % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
    const branch = lines.branchOf(r);
    if (branch === NO_LINE) continue;
    const ticket = messages.factsOf(r).pullUp?.ticket;
    if (ticket !== null && ticket !== undefined) roots.add(union.root(branch));
  }
  return roots;
}
