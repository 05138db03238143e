import { kind, listed } from './kind';

/** A longer list of missing numbers is told as a range. */
const MOST_NAMED = 3;

export const missingRevision = kind<{
  /** The number that all of them continue, `1` or `1.53.4`. */
  readonly line: string;
  /** The last parts of the lowest and the highest number that are missing. */
  readonly from: number;
  readonly to: number;
}>({
  severity: 'warning',
  rule: 'Numbers are missing inside a line of descent.',
  sentence: ({ line, from, to }) => {
    const name = (part: number): string => `${line}.${String(part)}`;
    const count = to - from + 1;
    if (count === 1) return `Revision ${name(from)} is missing here.`;
    if (count > MOST_NAMED) {
      return `${String(count)} revisions, ${name(from)} to ${name(to)}, are missing here.`;
    }
    return `Revisions ${listed(Array.from({ length: count }, (_, i) => name(from + i)))} are missing here.`;
  },
});
