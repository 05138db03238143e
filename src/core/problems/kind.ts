export type Severity = 'warning' | 'information';

/** A kind of problem: what it tells a reader, from data that a fix could use, too. */
export interface ProblemKind<Data> {
  readonly severity: Severity;
  /** When it is raised, in a sentence for the documentation. */
  readonly rule: string;
  readonly sentence: (data: Data) => string;
}

/** Keeps the type of the data while it checks the rest. */
export function kind<Data>(of: ProblemKind<Data>): ProblemKind<Data> {
  return of;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2
    ? (items[0] ?? '')
    : `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`;
}

/** A problem whose line says all. */
export type NoData = Readonly<Record<string, never>>;
