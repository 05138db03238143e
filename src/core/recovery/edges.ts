import { PAUSE_EVERY, type Steps } from '../columns/steps';
import { lastNotAbove } from '../columns/search';
import { NO_DATE, type Day } from '../history/dates';
import { findRevision } from '../history/find';
import type { Histories } from '../history/histories';
import { NO_REVISION, type FileId, type RevisionId } from '../history/ids';
import { NO_LINE, type LineId, type Lines } from '../history/lines';
import { TRUNK } from '../history/numbers';
import type { RevisionRange } from '../messages/pullUps';
import type { Branch, Branches } from './branches/branches';
import type { Messages } from './facts';
import { mayBe } from './paths/pathParts';
import { filesByName, type Paths } from './paths/paths';
import type { PullUpTarget } from './paths/pullUpTargets';

/** A change that went from one line of descent to another, the way it went. */
export interface Edge {
  readonly kind: 'pull-up' | 'sync' | 'merge';
  /** Stated by a message, or inferred from its day. */
  readonly status: 'stated' | 'inferred';
  readonly from: RevisionId;
  readonly to: RevisionId;
  readonly ticket: number | null;
  readonly requester: string | null;
  /** The line of the log that says so, counted from 0. */
  readonly line: number;
}

/** A change that a message says came from a file or a revision that the log does not hold. */
export interface Dangling {
  readonly kind: 'pull-up';
  readonly path: string | null;
  /** A number, or a range: `1.2-1.10`. */
  readonly revision: string;
  readonly to: RevisionId;
}

export interface Edges {
  readonly all: readonly Edge[];
  readonly dangling: readonly Dangling[];
  /** Revisions that took over ranges of which only the newest is linked, for the log has too many. */
  readonly cut: readonly RevisionId[];
}

/** A log has so many edges of ranges for each of its revisions, and some more; ranges are cut beyond. */
const MOST_PER_REVISION = 8;
const FREE = 10_000;
/** A pause is offered each time that so many lines of pull-ups are followed. */
const FEW_TARGETS = 256;

export function* recoverEdges(messages: Messages, branches: Branches, paths: Paths): Steps<Edges> {
  const { all, dangling, cut } = yield* pullUpEdges(messages, paths);
  const byName = new Map<string, Branch>();
  for (const branch of branches.all) if (branch.name !== null) byName.set(branch.name, branch);
  const { histories } = messages;
  for (let file = 0; file < histories.fileCount; file++) {
    yield* syncAndMergeEdges(messages, branches, byName, file, all);
  }
  yield;
  return { all: withMergePoints(histories, all), dangling, cut };
}

/** What CVS itself says that a revision merged counts before what its message and its day tell. */
function withMergePoints(histories: Histories, all: readonly Edge[]): readonly Edge[] {
  const stated = histories.mergePoints().flatMap(([to, number]): Edge[] => {
    const id = histories.numbers.parse(number);
    const from = id === undefined ? undefined : findRevision(histories, histories.fileOf(to), id);
    if (from === undefined || from === to) return [];
    const [line] = histories.linesOf(to);
    return [{ kind: 'merge', status: 'stated', from, to, ticket: null, requester: null, line }];
  });
  if (stated.length === 0) return all;
  const merged = new Set(stated.map(({ to }) => to));
  return [...all.filter(({ kind, to }) => kind === 'pull-up' || !merged.has(to)), ...stated];
}

function* pullUpEdges(messages: Messages, paths: Paths): Steps<Edges & { readonly all: Edge[] }> {
  const { histories } = messages;
  const all: Edge[] = [];
  const dangling: Dangling[] = [];
  const seen = new Set<number>();
  const cut = new Set<RevisionId>();
  const byName = filesByName(paths);
  const budget = { left: FREE + MOST_PER_REVISION * histories.count };
  for (const [i, target] of paths.targets.entries()) {
    if (i % FEW_TARGETS === FEW_TARGETS - 1) yield;
    const { item, pullUp, to } = target;
    const source = sourceFile(histories, paths, byName, target);
    for (const range of item.ranges) {
      const sources =
        source === undefined || to === undefined ? [] : expand(messages, source, range, budget);
      if (budget.left < 0 && sources.length > 0 && range.from !== range.to) cut.add(to!);
      for (const from of sources) {
        const key = from * histories.count + to!;
        if (seen.has(key)) continue;
        seen.add(key);
        const line = histories.messageLine(to!) + item.line;
        all.push({
          kind: 'pull-up',
          status: 'stated',
          from,
          to: to!,
          ticket: pullUp.ticket,
          requester: pullUp.requester,
          line,
        });
      }
      if (sources.length > 0) continue;
      const revision = range.from === range.to ? range.from : `${range.from}-${range.to}`;
      dangling.push({ kind: 'pull-up', path: item.path, revision, to: to ?? target.speaker });
    }
  }
  return { all, dangling, cut: [...cut] };
}

/** The file that a line's numbers are of: the revision's own, unless the line says it was another's. */
function sourceFile(
  histories: Histories,
  paths: Paths,
  byName: ReadonlyMap<string | null, readonly FileId[]>,
  { to, isApplied, parts }: PullUpTarget,
): FileId | undefined {
  if (to === undefined) return undefined;
  if (!isApplied) return histories.fileOf(to);
  if (!parts) return undefined;
  const fitting = (byName.get(parts.at(-1)!) ?? []).filter((file) =>
    mayBe(paths.files[file]!.parts, parts),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/**
 * The revisions of a file from one number to another on one line of descent, as far as they are
 * there; only the newest of them where the budget of all ranges is used up.
 */
function expand(
  messages: Messages,
  file: FileId,
  { from, to }: RevisionRange,
  budget: { left: number },
): RevisionId[] {
  const { histories } = messages;
  const { numbers } = histories;
  const [low, high] = [numbers.parse(from), numbers.parse(to)];
  if (low === undefined || high === undefined || numbers.branchOf(low) !== numbers.branchOf(high))
    return [];
  const last = messages.find(file, high);
  if (last === undefined) return [];
  const found: RevisionId[] = [];
  for (let r = last; r !== NO_REVISION; r = histories.predecessor(r)) {
    const number = histories.number(r);
    if (
      numbers.branchOf(number) !== numbers.branchOf(high) ||
      numbers.compareOnLine(number, low) < 0
    )
      break;
    found.push(r);
    if (--budget.left < 0) return [last];
  }
  return found.reverse();
}

/**
 * What the syncs and merges of one file took over: the newest revision that was there on that day.
 * Days are all that the log has, so a revision of the same day may or may not be in it.
 */
function* syncAndMergeEdges(
  messages: Messages,
  branches: Branches,
  byName: ReadonlyMap<string, Branch>,
  file: FileId,
  all: Edge[],
): Steps<void> {
  const { histories } = messages;
  const { lines } = branches;
  const [first, end] = histories.revisionsOf(file);
  yield;
  const trunk = lines.find(file, TRUNK);
  const newest = newestBefore(messages, lines);
  const members = new Map<Branch, LineId>();
  for (let r = first; r < end; r++) {
    const member = lines.branchOf(r);
    if (member !== NO_LINE) members.set(branches.ofMember(member), member);
  }
  const taken = new Map<string, RevisionId>();
  // Older revisions of a line stand below newer ones.
  for (let r = end - 1; r >= first; r--) {
    if (r % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
    const { sync, merged } = messages.factsOf(r);
    const member = lines.branchOf(r);
    const add = (
      kind: 'sync' | 'merge',
      from: RevisionId | undefined,
      status: Edge['status'],
    ): void => {
      if (from === undefined || descendsFrom(histories, r, from)) return;
      const key = `${String(member)} ${String(lines.branchOf(from))}`;
      if (taken.get(key) === from) return;
      taken.set(key, from);
      all.push({
        kind,
        status,
        from,
        to: r,
        ticket: null,
        requester: null,
        line: histories.linesOf(r)[0],
      });
    };
    if (sync && member !== NO_LINE) {
      const day = Math.min(histories.day(r), sync.upTo ?? Infinity);
      const other = sync.from === null ? undefined : byName.get(sync.from);
      const otherMember = other && members.get(other);
      if (sync.from === null) add('sync', newest(trunk, day), 'inferred');
      else if (otherMember !== undefined && otherMember !== member)
        add('sync', newest(otherMember, day), 'inferred');
    }
    for (const { name } of merged) {
      const branch = byName.get(name);
      const from = branch && members.get(branch);
      if (from === undefined || from === member) continue;
      add(
        'merge',
        newest(from, histories.day(r)),
        branch!.status === 'stated' ? 'stated' : 'inferred',
      );
    }
  }
}

/** Was one revision made from the other? */
function descendsFrom(histories: Histories, revision: RevisionId, other: RevisionId): boolean {
  const { numbers } = histories;
  const wanted = histories.number(other);
  if (numbers.isWord(histories.number(revision)) || numbers.isWord(wanted)) return false;
  for (
    let number = histories.number(revision);
    ;
    number = numbers.pointOf(numbers.parent(number))
  ) {
    if (numbers.branchOf(number) === numbers.branchOf(wanted))
      return numbers.compareOnLine(wanted, number) <= 0;
    if (numbers.isTrunk(number)) return false;
  }
}

/**
 * Finds the newest revision of a line up to a day. What has no date cannot be placed, and a
 * placeholder carries nothing. Days that run backwards are covered by the least of those above:
 *
 *     day        3  9  5  7
 *     least      3  5  5  7      up to day 6: the third
 */
function newestBefore(
  messages: Messages,
  lines: Lines,
): (line: LineId, day: Day) => RevisionId | undefined {
  const made = new Map<LineId, { revisions: RevisionId[]; least: Day[] }>();
  const read = (line: LineId): { revisions: RevisionId[]; least: Day[] } => {
    const { histories } = messages;
    const revisions = [...lines.revisions(line)].filter(
      (r) => histories.day(r) !== NO_DATE && !messages.factsOf(r).placeholder,
    );
    const least = revisions.map((r) => histories.day(r));
    for (let i = least.length - 2; i >= 0; i--) least[i] = Math.min(least[i]!, least[i + 1]!);
    return { revisions, least };
  };
  return (line, day) => {
    if (line === NO_LINE) return undefined;
    let known = made.get(line);
    if (!known) made.set(line, (known = read(line)));
    const { revisions, least } = known;
    return least.length > 0 && least[0]! <= day
      ? revisions[lastNotAbove(least, day, least.length)]
      : undefined;
  };
}
