import { NO_DATE, type Day } from '../../history/dates';
import { NO_REVISION } from '../../history/ids';
import { NO_LINE, type LineId, type Lines } from '../../history/lines';
import type { Branch, Branches } from '../branches/branches';
import type { MessageId, Messages } from '../facts';

/** A request that a branch took: its number, and when it first did. */
export interface Ticket {
  readonly number: number;
  readonly day: Day;
  readonly message: MessageId;
}

/** A branch that takes tickets, and when its release can have left the trunk. */
export interface Ticketed {
  readonly branch: Branch;
  /** Each number once, by day. */
  readonly tickets: readonly Ticket[];
  readonly born: Span;
  /** The branches that its members leave from, or those that these leave from. */
  readonly above: readonly Branch[];
}

/** Days, both included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The branches with tickets, each with what tells of which release they are. */
export function ticketedBranches(messages: Messages, branches: Branches): Ticketed[] {
  const found: Ticketed[] = [];
  for (const branch of branches.all) {
    if (!branch.isRelease) continue;
    const tickets = ticketsOf(messages, branches.lines, branch);
    if (tickets.length === 0) continue;
    const born = mostCommon(branch.members.map((m) => leftTrunk(branches.lines, m)));
    found.push({ branch, tickets, born, above: branchesAbove(branches, branch) });
  }
  return found;
}

function ticketsOf(messages: Messages, lines: Lines, { members }: Branch): Ticket[] {
  const { histories } = messages;
  const byNumber = new Map<number, Ticket>();
  for (const member of members) {
    for (const r of lines.revisions(member)) {
      const number = messages.factsOf(r).pullUp?.ticket ?? null;
      const day = histories.day(r);
      if (number === null || day === NO_DATE) continue;
      const known = byNumber.get(number);
      if (!known || day < known.day)
        byNumber.set(number, { number, day, message: messages.idOf(r) });
    }
  }
  return [...byNumber.values()].sort((a, b) => a.day - b.day || a.number - b.number);
}

/**
 * When the release of a file's branch left the trunk. A minor release leaves from its release, or,
 * where that has no commit, from the same revision of the trunk: so this is true of both.
 */
function leftTrunk(lines: Lines, line: LineId): Span {
  let base = line;
  for (let up = lineBelow(lines, base); up !== NO_LINE; up = lineBelow(lines, base)) base = up;
  const [from, to] = lines.made(base);
  return { from, to };
}

/** The branch that a branch of a file leaves from; NO_LINE where that is the trunk, or unknown. */
export function lineBelow(lines: Lines, line: LineId): LineId {
  const point = lines.point(line);
  return point === NO_REVISION ? NO_LINE : lines.branchOf(point);
}

function branchesAbove(branches: Branches, branch: Branch): Branch[] {
  const above = new Set<Branch>();
  for (const member of branch.members) {
    for (
      let line = lineBelow(branches.lines, member);
      line !== NO_LINE;
      line = lineBelow(branches.lines, line)
    )
      above.add(branches.ofMember(line));
  }
  above.delete(branch);
  return [...above];
}

/**
 * The days that most spans have: all files are tagged at once, but for those that were tagged later.
 * Clocks may run backwards; such a span tells nothing.
 */
export function mostCommon(spans: readonly Span[]): Span {
  const ends = spans.flatMap(({ from, to }) =>
    from <= to
      ? [
          { day: from, opens: true },
          { day: to, opens: false },
        ]
      : [],
  );
  ends.sort((a, b) => a.day - b.day || Number(b.opens) - Number(a.opens));
  let best: Span = { from: -Infinity, to: Infinity };
  let [open, most] = [0, 0];
  for (const [i, { day, opens }] of ends.entries()) {
    open += opens ? 1 : -1;
    if (opens && open > most) {
      most = open;
      best = { from: day, to: ends[i + 1]!.day };
    }
  }
  return best;
}

export function overlaps(a: Span, b: Span): boolean {
  return Math.max(a.from, b.from) <= Math.min(a.to, b.to);
}
