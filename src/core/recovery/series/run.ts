import { firstNotBelow } from '../../columns/search';
import { overlaps, type Span, type Ticket, type Ticketed } from './ticketed';

/** How well branches fit a run: `days` is how far off their tickets are, in the mean. */
export interface Fit {
  readonly days: number;
  /** By how many days tickets would come after higher ones, in the mean. */
  readonly late: number;
}

/** So many numbers may be given out at once, whatever the pace of the run. */
const MOST_AT_ONCE = 20;
/** The pace of a run may grow so many times. */
const FASTER = 3;

/**
 * The tickets of one release, which rise with time:
 *
 *     ticket        o
 *                o        what comes late is beside the curve:
 *              o   ×      it was asked for in time
 *            o
 *       born ──────────── day
 */
export class Run {
  readonly branches: Ticketed[] = [];
  born: Span = { from: -Infinity, to: Infinity };
  /** Ticket numbers, and the first day of each. */
  private readonly firstDays = new Map<number, number>();
  /** The curve: tickets that came after no higher one, rising in both. */
  private readonly days: number[] = [];
  private readonly numbers: number[] = [];

  constructor(branches: readonly Ticketed[]) {
    this.add(branches);
  }

  get size(): number {
    return this.firstDays.size;
  }

  /** All tickets, by day. */
  get tickets(): (readonly [day: number, number: number])[] {
    return [...this.firstDays]
      .map(([number, day]) => [day, number] as const)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  }

  /** Takes branches in; where they were made at other times, the greater number of them counts. */
  add(more: readonly Ticketed[]): void {
    for (const { born } of more) {
      const [from, to] = [Math.max(this.born.from, born.from), Math.min(this.born.to, born.to)];
      if (from <= to) this.born = { from, to };
    }
    this.branches.push(...more);
    for (const { tickets } of more) {
      for (const { number, day } of tickets) {
        const known = this.firstDays.get(number);
        if (known !== undefined && known <= day) continue;
        this.firstDays.set(number, day);
        this.bend(number, day);
      }
    }
  }

  /** Takes a ticket into the curve, where no higher one came before; later ones that are lower leave it. */
  private bend(number: number, day: number): void {
    const { days, numbers } = this;
    let at = firstNotBelow(days, day);
    while (at < days.length && days[at] === day && numbers[at]! < number) at++;
    if (at > 0 && numbers[at - 1]! >= number) return;
    let end = at;
    while (end < numbers.length && numbers[end]! <= number) end++;
    days.splice(at, end - at, day);
    numbers.splice(at, end - at, number);
  }

  /**
   * How tickets that a release took from a birth on fit; undefined where they cannot be of this run,
   * or would come later than so many days in the mean.
   */
  fit(tickets: readonly Ticket[], born: Span, latest: number): Fit | undefined {
    if (!overlaps(this.born, born) && !this.has(tickets)) return undefined;
    let [days, late] = [0, 0];
    for (const { number, day } of tickets) {
      if (this.isTooFast(number, day)) return undefined;
      late += this.lateness(number, day, latest * tickets.length - late);
      if (late > latest * tickets.length) return undefined;
      days += Math.abs(day - this.dayOf(number));
    }
    return { days: (days + late) / tickets.length, late: late / tickets.length };
  }

  /**
   * Are all these tickets the run's own, on the very days? Files that are added to a release later
   * seem to be born later; two such tickets are no accident.
   */
  private has(tickets: readonly Ticket[]): boolean {
    return tickets.length > 1 && tickets.every((t) => this.firstDays.get(t.number) === t.day);
  }

  /** By how many days a ticket would come late, and would make others come late; no longer counted above `most`. */
  private lateness(number: number, day: number, most: number): number {
    if (this.firstDays.has(number)) return 0;
    const { days } = this;
    const higher = firstNotBelow(this.numbers, number);
    if (higher < days.length && days[higher]! < day) return day - days[higher]!;
    let sum = 0;
    for (let i = higher - 1; i >= 0 && days[i]! > day && sum <= most; i--) sum += days[i]! - day;
    return sum;
  }

  /** Would the numbers have to be given out much faster than before? */
  private isTooFast(number: number, day: number): boolean {
    const before = firstNotBelow(this.days, day + 1) - 1;
    if (before < 1 || before < this.days.length - 1) return false;
    const passed = Math.max(1, this.days[before]! - this.days[0]!);
    const pace = (this.numbers[before]! - this.numbers[0]!) / passed;
    const [numbers, days] = [number - this.numbers[before]!, day - this.days[before]!];
    return numbers > MOST_AT_ONCE + FASTER * pace * days;
  }

  /** When the run reached a number, or will have. */
  private dayOf(number: number): number {
    const { days, numbers } = this;
    const start = Number.isFinite(this.born.from) ? this.born.from : days[0]! - numbers[0]!;
    const above = firstNotBelow(numbers, number);
    const [day, at] = above === 0 ? [start, 0] : [days[above - 1]!, numbers[above - 1]!];
    if (above < numbers.length)
      return day + ((number - at) / (numbers[above]! - at)) * (days[above]! - day);
    return day + ((number - at) * Math.max(1, day - start)) / Math.max(1, at);
  }
}
