import type { Edge } from '../recovery/edges';

/** The codicon of each kind of edge. */
export const EDGE_ICONS = {
  'pull-up': 'cloud-upload',
  sync: 'sync',
  merge: 'git-merge',
} as const satisfies Record<Edge['kind'], string>;

const CAME = {
  'pull-up': 'Pull-up of',
  sync: 'Sync up to',
  merge: 'Merges',
} as const satisfies Record<Edge['kind'], string>;

const WENT = {
  'pull-up': 'Pulled up to',
  sync: 'Synced into',
  merge: 'Merged to',
} as const satisfies Record<Edge['kind'], string>;

/** What an edge says of the revision that it comes to: `Pull-up of`, `Sync up to (inferred)`. */
export function cameWords({ kind, status }: Edge): string {
  return `${CAME[kind]}${statusMark(status)}`;
}

/** What an edge says of the revision that it goes from: `Pulled up to`, with a line's name behind. */
export function wentWords({ kind }: Edge): string {
  return WENT[kind];
}

/** ` (inferred)` behind what is; nothing behind what is stated. */
export function statusMark(status: string): string {
  return status === 'inferred' ? ' (inferred)' : '';
}

/** `ticket #463, requested by bouyer`, as far as it is known. */
export function ticketWords({ ticket, requester }: Pick<Edge, 'ticket' | 'requester'>): string {
  return [
    ...(ticket === null ? [] : [`ticket #${String(ticket)}`]),
    ...(requester === null ? [] : [`requested by ${requester}`]),
  ].join(', ');
}
