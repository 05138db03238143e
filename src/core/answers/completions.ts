import type { Log } from '../log';
import type { FileId, RevisionId } from '../history/ids';
import { addTo } from '../columns/grouped';
import { count } from '../text/count';
import { summary } from '../text/printable';
import { fileLabel } from '../words/files';
import { describeRevision } from '../words/revisions';

/** What one may mean while one writes of a history. */
export interface Completion {
  readonly kind: 'file' | 'revision' | 'ticket';
  /** What is written. */
  readonly text: string;
  readonly detail: string;
  readonly revision: RevisionId;
}

/** Of a file, or of all tickets, so many of the newest are offered. */
const MOST = 500;

/** The files of a log by path, for who writes a path. */
export function fileCompletions(log: Log): Completion[] {
  const { histories } = log;
  return Array.from({ length: histories.fileCount }, (_, file) => file)
    .filter((file) => log.recovery.paths.files[file]!.status !== 'unknown')
    .map((file) => {
      const [first, end] = histories.revisionsOf(file);
      return {
        kind: 'file' as const,
        text: fileLabel(log, file),
        detail: count(end - first, 'revision'),
        revision: first,
      };
    });
}

/** The revisions of a file, for who writes a number behind its path. */
export function revisionCompletions(log: Log, file: FileId): Completion[] {
  const { histories } = log;
  const [first, end] = histories.revisionsOf(file);
  return Array.from({ length: Math.min(MOST, end - first) }, (_, i) => ({
    kind: 'revision' as const,
    text: histories.numberText(first + i),
    detail: describeRevision(histories, first + i),
    revision: first + i,
  }));
}

/** The tickets that pull-ups name, for who writes a `#`: those of the newest revisions first. */
export function ticketCompletions(log: Log): Completion[] {
  const { histories, recovery } = log;
  const tickets = new Map<number, RevisionId[]>();
  for (let r = 0; r < histories.count; r++) {
    const ticket = recovery.messages.factsOf(r).pullUp?.ticket;
    if (ticket !== undefined && ticket !== null) addTo(tickets, ticket, r);
  }
  return [...tickets]
    .map(([ticket, all]) => ({
      ticket,
      all,
      moment: all.reduce((newest, r) => Math.max(newest, histories.moment(r)), -Infinity),
    }))
    .sort((a, b) => b.moment - a.moment)
    .slice(0, MOST)
    .map(({ ticket, all }) => ({
      kind: 'ticket' as const,
      text: `#${String(ticket)}`,
      detail: `${count(all.length, 'revision')}: ${summary(histories.message(all[0]!), 100)}`,
      revision: all[0]!,
    }));
}
