import { kind, listed } from './kind';

/** A longer list of branches ends in a count. */
const MOST_NAMED = 3;

export const missingBranch = kind<{
  readonly number: string;
  readonly branches: readonly string[];
}>({
  severity: 'warning',
  rule: 'A whole history lists a branch of which no revision follows.',
  sentence: ({ number, branches }) => {
    const rest = branches.length - MOST_NAMED;
    const shown = branches.slice(0, MOST_NAMED);
    const names = rest > 0 ? `${shown.join(', ')} and ${String(rest)} more` : listed(shown);
    const isOne = branches.length === 1;
    return `Revision ${number} lists ${isOne ? 'branch' : 'branches'} ${names}, but none of ${isOne ? 'its' : 'their'} revisions is here.`;
  },
});
