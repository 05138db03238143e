import type { RevisionId } from '../history/ids';
import type { Log } from '../log';

/** What the next or previous of is looked for, in the order of the log. */
export const STEPS = ['revision', 'file', 'branch', 'author', 'commit', 'ticket'] as const;
export type Step = (typeof STEPS)[number];

/**
 * The nearest revision below (`next`) or above in the log that is the first of a file or of a branch,
 * or has the author, the commit or the ticket of `from`; undefined where there is none.
 */
export function stepFrom(
  log: Log,
  from: RevisionId,
  step: Step,
  direction: 'next' | 'previous',
): RevisionId | undefined {
  const { histories } = log;
  const by = direction === 'next' ? 1 : -1;
  if (step === 'commit') return inCommit(log, from, by);
  const fits = fitting(log, from, step);
  for (let r = from + by; r >= 0 && r < histories.count; r += by) if (fits(r)) return r;
  return undefined;
}

function fitting(
  log: Log,
  from: RevisionId,
  step: Exclude<Step, 'commit'>,
): (revision: RevisionId) => boolean {
  const { histories, recovery } = log;
  const { numbers } = histories;
  switch (step) {
    case 'revision':
      return () => true;
    case 'file':
      return (r) => histories.revisionsOf(histories.fileOf(r))[0] === r;
    case 'branch': {
      const lineOf = (r: RevisionId): number => numbers.branchOf(histories.number(r));
      const isFirst = (r: RevisionId): boolean =>
        r === 0 || histories.fileOf(r - 1) !== histories.fileOf(r) || lineOf(r - 1) !== lineOf(r);
      return isFirst;
    }
    case 'author': {
      const author = histories.authorId(from);
      return (r) => histories.authorId(r) === author;
    }
    case 'ticket': {
      const ticket = recovery.messages.factsOf(from).pullUp?.ticket ?? null;
      return (r) => ticket !== null && recovery.messages.factsOf(r).pullUp?.ticket === ticket;
    }
  }
}

/** The revisions of a commit are few: they are asked for, not looked for. */
function inCommit(log: Log, from: RevisionId, by: number): RevisionId | undefined {
  const { changesets } = log.recovery;
  const all = [...changesets.revisionsOf(changesets.of(from))].sort((a, b) => a - b);
  return all[all.indexOf(from) + by];
}
