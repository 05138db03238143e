import type { RevisionId } from '../history/ids';
import type { Log } from '../log';

/**
 * What makes pull-ups one change where its source is not in the log: one ticket on one day. Each release
 * counts its tickets anew, so the same number years apart is another change. Undefined without a ticket.
 */
export function requestOf({ histories, recovery }: Log, r: RevisionId): string | undefined {
  const ticket = recovery.messages.factsOf(r).pullUp?.ticket ?? null;
  return ticket === null ? undefined : `${String(ticket)} ${String(histories.day(r))}`;
}
