import { addTo } from '../../columns/grouped';
import { NONE, type Id } from '../../columns/ids';
import type { FileId } from '../../history/ids';
import { NO_LINE, type LineId, type Lines } from '../../history/lines';
import type { Branch, Branches } from '../branches/branches';
import type { Messages } from '../facts';
import { findRuns } from './findRuns';
import { lineBelow, ticketedBranches, type Ticketed } from './ticketed';

/** A series: its place in `SeriesList.all`. */
export type SeriesId = Id<'series'>;

/** A ticket of a series, and when it was first granted. */
export type RunPoint = readonly [day: number, ticket: number];

/**
 * Two or more branches of different files that are one release, as their tickets and their birth
 * tell. A minor release that leaves from a release is in the series of that; one that leaves from
 * the same revision has a series of its own, with the same run of tickets.
 */
export interface Series {
  readonly id: SeriesId;
  /** Series with the same tickets have the same number of a run ... */
  readonly run: number;
  /** ... and each its place in it: the one with most branches is the first. */
  readonly place: number;
  /** The name of its branches, of the one that others leave from where they have several. */
  readonly name: string | null;
  readonly branches: readonly Branch[];
  /** All tickets of the run, by day. */
  readonly tickets: readonly RunPoint[];
  /** When the release left the trunk, in days; infinite where the log does not tell. */
  readonly born: { readonly from: number; readonly to: number };
}

export interface SeriesList {
  readonly all: readonly Series[];
  /** The series of each branch, or NONE. */
  readonly ofBranch: Int32Array;
}

/** The series of a log's release branches; inferred, but where a name is stated. */
export function recoverSeries(messages: Messages, branches: Branches): SeriesList {
  const runs = findRuns(ticketedBranches(messages, branches));
  const found = runs.flatMap(({ branches: items, tickets, born }, run) =>
    split(branches.lines, items)
      .filter((part) => part.length > 1)
      .sort((a, b) => b.length - a.length)
      .map((part, place) => ({ ...seriesOf(part), run, place, tickets, born })),
  );
  found.sort((a, b) => a.branches[0]!.id - b.branches[0]!.id);
  const ofBranch = new Int32Array(branches.all.length).fill(NONE);
  for (const [id, series] of found.entries())
    for (const branch of series.branches) ofBranch[branch.id] = id;
  return { all: found.map((series, id) => ({ id, ...series })), ofBranch };
}

function seriesOf(part: readonly Ticketed[]): Pick<Series, 'name' | 'branches'> {
  const branches = part.map(({ branch }) => branch);
  const name = branches.find((branch) => branch.name !== null)?.name ?? null;
  return { name, branches: branches.sort((a, b) => a.id - b.id) };
}

/** A run with more releases at once keeps the branches that fit none of these alone. */
const MOST_PARTS = 64;

/** The branches of a run as series: none has two branches of a file, but where one leaves from the other. */
function split(lines: Lines, branches: readonly Ticketed[]): Ticketed[][] {
  const parts: Part[] = [];
  const ordered = [...branches].sort(
    (a, b) =>
      a.above.length - b.above.length ||
      b.branch.members.length - a.branch.members.length ||
      a.branch.id - b.branch.id,
  );
  for (const item of ordered) {
    const free = parts.filter((part) => fits(lines, part, item));
    let part = free.find((one) => item.above.some((branch) => one.branches.has(branch))) ?? free[0];
    if (!part) {
      if (parts.length === MOST_PARTS) continue;
      parts.push((part = { items: [], named: [], branches: new Set(), byFile: new Map() }));
    }
    part.items.push(item);
    if (item.branch.name !== null) part.named.push(item);
    part.branches.add(item.branch);
    for (const member of item.branch.members) addTo(part.byFile, lines.file(member), member);
  }
  return parts.map(({ items }) => items);
}

interface Part {
  readonly items: Ticketed[];
  readonly named: Ticketed[];
  readonly branches: Set<Branch>;
  readonly byFile: Map<FileId, LineId[]>;
}

function fits(lines: Lines, { named, byFile }: Part, item: Ticketed): boolean {
  return (
    item.branch.members.every((member) =>
      (byFile.get(lines.file(member)) ?? []).every(
        (other) => isBelow(lines, member, other) || isBelow(lines, other, member),
      ),
    ) && named.every((other) => mayShareName(item, other))
  );
}

/** Two names are of one release only where a branch leaves from the other. */
export function mayShareName(one: Ticketed, other: Ticketed): boolean {
  const [a, b] = [one.branch, other.branch];
  if (a.name === null || b.name === null || a.name === b.name) return true;
  return one.above.includes(b) || other.above.includes(a);
}

/** Does a line leave from another, or from one that does? */
function isBelow(lines: Lines, line: LineId, from: LineId): boolean {
  for (let up = lineBelow(lines, line); up !== NO_LINE; up = lineBelow(lines, up))
    if (up === from) return true;
  return false;
}
