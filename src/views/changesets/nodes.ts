import { NO_DATE, isoDate } from '../../core/history/dates';
import type { ChangesetId } from '../../core/recovery/changesets/changesets';
import type { Reading } from '../../logs/logs';
import type { RevisionNode } from '../files/nodes';

/** A row of the view of changesets: a year, a day, a commit, or a revision of it. */
export type ChangesetNode =
  | {
      readonly kind: 'year' | 'day';
      readonly reading: Reading;
      readonly label: string;
      readonly from: ChangesetId;
      readonly to: ChangesetId;
    }
  | { readonly kind: 'changeset'; readonly reading: Reading; readonly changeset: ChangesetId }
  | RevisionNode;

/** Changesets are in order, so that a year is all from one on to before another; the newest first. */
export function rootChangesets(reading: Reading): ChangesetNode[] {
  return grouped(reading, 'year', 0, reading.log.recovery.changesets.count);
}

export function childrenOfChangeset(node: ChangesetNode): ChangesetNode[] {
  const { reading } = node;
  switch (node.kind) {
    case 'year':
      return grouped(reading, 'day', node.from, node.to);
    case 'day':
      return Array.from({ length: node.to - node.from }, (_, i) => ({
        kind: 'changeset',
        reading,
        changeset: node.to - 1 - i,
      }));
    case 'changeset':
      return Array.from(
        reading.log.recovery.changesets.revisionsOf(node.changeset),
        (revision) => ({ kind: 'revision', reading, revision }),
      );
    case 'revision':
      return [];
  }
}

/** The revision that stands for a row. */
export function revisionOfChangeset(node: ChangesetNode): number {
  if (node.kind === 'revision') return node.revision;
  return node.reading.log.recovery.changesets.speaker(
    node.kind === 'changeset' ? node.changeset : node.to - 1,
  );
}

function grouped(
  reading: Reading,
  kind: 'year' | 'day',
  from: ChangesetId,
  to: ChangesetId,
): ChangesetNode[] {
  const groups: ChangesetNode[] = [];
  for (let end = to; end > from;) {
    const label = labelOf(reading, kind, end - 1);
    let start = end - 1;
    while (start > from && labelOf(reading, kind, start - 1) === label) start--;
    groups.push({ kind, reading, label, from: start, to: end });
    end = start;
  }
  return groups;
}

function labelOf({ log }: Reading, kind: 'year' | 'day', changeset: ChangesetId): string {
  const day = log.recovery.changesets.day(changeset);
  if (day === NO_DATE) return 'Unknown date';
  const date = isoDate(day)!;
  return kind === 'year' ? date.replace(/-\d\d-\d\d$/, '') : date;
}
