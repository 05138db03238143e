import { Run, type Fit } from './run';
import { mostCommon, overlaps, type Span, type Ticket, type Ticketed } from './ticketed';

/** A ticket may be granted so many days after a higher one, in the mean of a branch. */
const LATEST = 90;
/** A branch joins the best of several runs where the others are so many times as far off ... */
const CLEARLY = 3;
/** ... and so many days more. */
const APART = 30;
/** A log with more runs keeps the branches that fit none of them apart. */
const MOST_RUNS = 400;
/** What is known of runs grows as branches join; so many times all that are left are looked at anew. */
const MOST_ROUNDS = 8;

/** Branches that are of one run, whatever run that is. */
interface Group {
  readonly items: readonly Ticketed[];
  readonly tickets: readonly Ticket[];
  readonly born: Span;
}

/**
 * The runs of tickets that release branches take, with their branches. Those with most tickets lay
 * the runs out; each of the others joins the run that its tickets and its birth fit, where only one
 * does, or one does by far. Late tickets are told from those of another run when all others have
 * their places. A branch that fits several runs is left out.
 */
export function findRuns(items: readonly Ticketed[]): Run[] {
  const runs: Run[] = [];
  let left = linked(items).sort(
    (a, b) => b.tickets.length - a.tickets.length || b.items.length - a.items.length,
  );
  for (const latest of [0, LATEST]) {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const before = left.length;
      left = left.filter((group) => !settle(runs, group, latest));
      if (left.length === before || left.length === 0) break;
    }
  }
  return runs;
}

/** Gives a group its run, a new one where it fits none; false where that cannot be told yet. */
function settle(runs: Run[], { items, tickets, born }: Group, latest: number): boolean {
  const fits: { run: Run; fit: Fit }[] = [];
  for (const run of runs) {
    const fit = run.fit(tickets, born, LATEST);
    if (fit) fits.push({ run, fit });
  }
  if (fits.length === 0) {
    if (runs.length < MOST_RUNS) runs.push(new Run(items));
    return true;
  }
  const intime = fits.filter(({ fit }) => fit.late <= latest);
  intime.sort((a, b) => a.fit.days - b.fit.days);
  const [best, next] = intime;
  if (!best || (next && next.fit.days <= CLEARLY * best.fit.days + APART)) return false;
  best.run.add(items);
  return true;
}

/**
 * Branches that are surely of one run: a minor release takes the tickets of the release that it
 * leaves from; and one ticket with one text on one day is one request.
 */
function linked(items: readonly Ticketed[]): Group[] {
  const groupOf = new Map<Ticketed, Ticketed[]>(items.map((item) => [item, [item]]));
  const join = (one: Ticketed, other: Ticketed): void => {
    const [a, b] = [groupOf.get(one)!, groupOf.get(other)!];
    if (a === b) return;
    const [large, small] = a.length < b.length ? [b, a] : [a, b];
    for (const item of small) groupOf.set(item, large);
    large.push(...small);
  };
  const byBranch = new Map(items.map((item) => [item.branch, item]));
  const byRequest = new Map<string, Ticketed>();
  for (const item of items) {
    for (const branch of item.above) {
      const release = byBranch.get(branch);
      if (release) join(release, item);
    }
  }
  for (const item of items) {
    for (const { number, day, message } of item.tickets) {
      const key = `${String(number)} ${String(day)} ${String(message)}`;
      const other = byRequest.get(key);
      if (!other) byRequest.set(key, item);
      else if (overlaps(other.born, item.born)) join(other, item);
    }
  }
  return [...new Set(groupOf.values())].map((group) => ({
    items: group,
    tickets: firstOfEach(group),
    born: mostCommon(group.map(({ born }) => born)),
  }));
}

/** Each number once: a ticket that is granted again years later is not late. */
function firstOfEach(group: readonly Ticketed[]): Ticket[] {
  const first = new Map<number, Ticket>();
  for (const { tickets } of group) {
    for (const ticket of tickets) {
      const known = first.get(ticket.number);
      if (!known || ticket.day < known.day) first.set(ticket.number, ticket);
    }
  }
  return [...first.values()];
}
