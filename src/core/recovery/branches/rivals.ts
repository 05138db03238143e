import { PAUSE_EVERY, type Steps } from '../../columns/steps';
import { lastNotAbove } from '../../columns/search';
import { groupBy } from '../../columns/grouped';
import type { Day } from '../../history/dates';
import { NO_LINE, type LineId, type Lines } from '../../history/lines';
import type { Messages } from '../facts';
import type { BranchUnion } from './branchUnion';

/** When an author worked on each class of branches, by the first day. */
interface Spans {
  readonly roots: readonly LineId[];
  readonly from: readonly Day[];
  readonly to: readonly Day[];
  /** The last day of a span and of all before it. */
  readonly latest: readonly Day[];
}

/** An author who works on more classes on one day counts as having a rival among them. */
const MOST_AT_ONCE = 200;

export function* spansByAuthor(
  messages: Messages,
  lines: Lines,
  union: BranchUnion,
): Steps<Map<number, Spans>> {
  const { histories } = messages;
  const spans = new Map<string, { author: number; root: LineId; from: Day; to: Day }>();
  for (let r = 0; r < histories.count; r++) {
    if (r % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
    const branch = lines.branchOf(r);
    if (branch === NO_LINE || messages.factsOf(r).placeholder) continue;
    const root = union.root(branch);
    const author = histories.authorId(r);
    const day = histories.day(r);
    const key = `${String(author)} ${String(root)}`;
    const span = spans.get(key);
    if (!span) spans.set(key, { author, root, from: day, to: day });
    else if (day < span.from) span.from = day;
    else if (day > span.to) span.to = day;
  }
  const all = [...spans.values()].sort((a, b) => a.from - b.from);
  const byAuthor = groupBy(all, ({ author }) => author);
  return new Map(
    [...byAuthor].map(([author, list]) => {
      let most = -Infinity;
      const latest = list.map(({ to }) => (most = Math.max(most, to)));
      const [roots, from, to] = [
        list.map(({ root }) => root),
        list.map((span) => span.from),
        list.map((span) => span.to),
      ];
      return [author, { roots, from, to, latest }];
    }),
  );
}

/** Is there another class, of more than one branch, that the smaller of two could belong to? */
export function hasRival(
  union: BranchUnion,
  spans: Spans | undefined,
  day: Day,
  larger: LineId,
  smaller: LineId,
): boolean {
  if (!spans) return false;
  const { roots, from, to, latest } = spans;
  let at = 0;
  for (
    let i = lastNotAbove(from, day, from.length);
    i >= 0 && from[i]! <= day && latest[i]! >= day;
    i--
  ) {
    if (to[i]! < day) continue;
    const root = union.root(roots[i]!);
    if (root === union.root(larger) || root === union.root(smaller)) continue;
    if (union.membersOf(root).length > 1 && union.obstacle(root, smaller) === undefined)
      return true;
    if (++at === MOST_AT_ONCE) return true;
  }
  return false;
}
