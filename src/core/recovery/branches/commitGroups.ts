import type { Day } from '../../history/dates';
import type { RevisionId } from '../../history/ids';
import { NO_LINE, type LineId, type Lines } from '../../history/lines';
import { NO_MESSAGE, type Messages } from '../facts';

/** Revisions of equal author, day and message, on branches of several files. */
export interface CommitGroup {
  readonly author: number;
  readonly day: Day;
  /** Each branch once, in the order of the log. */
  readonly branches: readonly LineId[];
  /** Is it a pull-up with a ticket, as goes to all branches of a release at once? */
  readonly isTicketed: boolean;
  /** Do the same words stand on other days, too, or are they another author's? */
  readonly isGeneric: boolean;
  /** Do two branches of one file stand in it, as when one change goes to two releases at once? */
  readonly hasTwins: boolean;
}

/** A number for each (author, day, message); for each (author, message) where one day is given for all. */
export class CommitKeys {
  private readonly authorDays = new Map<number, number>();
  private readonly commits = new Map<number, number>();

  constructor(
    private readonly messages: Messages,
    private readonly day?: Day,
  ) {}

  of(revision: RevisionId): number {
    const { histories } = this.messages;
    const authorDay = numbered(
      this.authorDays,
      histories.authorId(revision) * 0x100000000 +
        ((this.day ?? histories.day(revision)) + 0x80000000),
    );
    return numbered(this.commits, this.messages.idOf(revision) * 0x4000000 + authorDay);
  }
}

/** The groups of at least two branches: those with words of their own first, the largest first. */
export function groupCommits(messages: Messages, lines: Lines): CommitGroup[] {
  const { histories } = messages;
  const keys = new CommitKeys(messages);
  const members: LineId[][] = [];
  const first: RevisionId[] = [];
  for (let r = 0; r < histories.count; r++) {
    const branch = lines.branchOf(r);
    if (branch === NO_LINE || messages.idOf(r) === NO_MESSAGE || messages.factsOf(r).placeholder)
      continue;
    const key = keys.of(r);
    const group = members[key];
    if (!group) {
      members[key] = [branch];
      first[key] = r;
    } else if (group.at(-1) !== branch && !group.slice(-8).includes(branch)) {
      group.push(branch);
    }
  }
  const uses = new Map<number, number>();
  for (const r of first) uses.set(messages.idOf(r), (uses.get(messages.idOf(r)) ?? 0) + 1);
  const groups: CommitGroup[] = [];
  for (const [key, all] of members.entries()) {
    const list = all.length > 8 ? [...new Set(all)] : all;
    if (list.length < 2) continue;
    const hasTwins = new Set(list.map((b) => lines.file(b))).size < list.length;
    const r = first[key]!;
    const isTicketed = (messages.factsOf(r).pullUp?.ticket ?? null) !== null;
    groups.push({
      author: histories.authorId(r),
      day: histories.day(r),
      branches: list,
      isTicketed,
      isGeneric: uses.get(messages.idOf(r))! > 1,
      hasTwins,
    });
  }
  return groups.sort(
    (a, b) => Number(a.isGeneric) - Number(b.isGeneric) || b.branches.length - a.branches.length,
  );
}

function numbered(map: Map<number, number>, key: number): number {
  let id = map.get(key);
  if (id === undefined) map.set(key, (id = map.size));
  return id;
}
