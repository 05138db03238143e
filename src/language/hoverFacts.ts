import type { RevisionId } from '../core/history/ids';
import { people, problemReports } from '../core/messages/people';
import { fileLabel } from '../core/words/files';
import type { Edge } from '../core/recovery/edges';
import { branchTitle } from '../core/words/branches';
import { count } from '../core/text/count';
import type { Reading } from '../logs/logs';
import { addressOf, escaped, link } from '../workbench/markdown';

/** Longer lists end in a number. */
const MOST_FILES = 5;
const MOST_EDGES = 6;

/** Lines of Markdown on a revision's commit, where it came from and went to, and what it mentions. */
export function factLines(reading: Reading, revision: RevisionId): string[] {
  const { recovery } = reading.log;
  return [
    ...commitLine(reading, revision),
    ...shortened(recovery.edgesTo(revision).map((edge) => cameFrom(reading, edge))),
    ...shortened(
      pullUpsAndMerges(recovery.edgesFrom(revision)).map((edge) => wentTo(reading, edge)),
    ),
    ...syncLine(reading, recovery.edgesFrom(revision)),
    ...mentions(reading, revision),
  ];
}

/** A revision as a link, under its number or what else is given. */
export function toRevision(reading: Reading, revision: RevisionId, label?: string): string {
  const number = reading.log.histories.numberText(revision);
  return link(
    label ?? number,
    'annals.reveal',
    addressOf(reading, revision),
    `Reveal ${number} in the log`,
  );
}

function commitLine(reading: Reading, revision: RevisionId): string[] {
  const { histories, recovery } = reading.log;
  const all = [...recovery.changesets.revisionsOf(recovery.changesets.of(revision))];
  const others = all.filter((r) => r !== revision);
  if (others.length === 0) return [];
  const links = others
    .slice(0, MOST_FILES)
    .map((r) =>
      toRevision(
        reading,
        r,
        `${fileLabel(reading.log, histories.fileOf(r))} ${histories.numberText(r)}`,
      ),
    );
  const more =
    others.length > MOST_FILES ? ` and ${count(others.length - MOST_FILES, 'other')}` : '';
  const files = new Set(all.map((r) => histories.fileOf(r))).size;
  return [
    `$(git-commit) one of ${count(files, 'file')} in this commit: ${links.join(', ')}${more}`,
  ];
}

function cameFrom(reading: Reading, edge: Edge): string {
  const { log } = reading;
  const from = toRevision(reading, edge.from, otherFile(reading, edge.from, edge.to));
  const mark = edge.status === 'inferred' ? ' (inferred)' : '';
  const branch = log.recovery.branches.of(edge.from);
  switch (edge.kind) {
    case 'pull-up':
      return `$(cloud-download) Pull-up of ${from}${ticketOf(edge)}`;
    case 'sync':
      return `$(sync) Contains ${branch ? `**${escaped(branchTitle(log, branch))}**` : 'trunk'} up to ${from}${mark}`;
    case 'merge':
      return `$(git-merge) Merges ${branch ? `**${escaped(branchTitle(log, branch))}**` : 'trunk'} up to ${from}${mark}`;
  }
}

function wentTo(reading: Reading, edge: Edge): string {
  const { log } = reading;
  const branch = log.recovery.branches.of(edge.to);
  const name = branch ? `**${escaped(branchTitle(log, branch))}**` : 'trunk';
  const to = toRevision(reading, edge.to, otherFile(reading, edge.to, edge.from));
  const mark = edge.status === 'inferred' ? ' (inferred)' : '';
  if (edge.kind === 'pull-up')
    return `$(cloud-upload) Pulled up to ${name} as ${to}${ticketOf(edge)}`;
  return `$(git-merge) Merged to ${name} as ${to}${mark}`;
}

/** A change that came from another file is named with it. */
function otherFile({ log }: Reading, revision: RevisionId, here: RevisionId): string | undefined {
  const { histories } = log;
  const file = histories.fileOf(revision);
  return file === histories.fileOf(here)
    ? undefined
    : `${fileLabel(log, file)} ${histories.numberText(revision)}`;
}

function ticketOf({ ticket, requester }: Edge): string {
  const parts = [
    ...(ticket === null ? [] : [`ticket \\#${String(ticket)}`]),
    ...(requester === null ? [] : [`requested by ${escaped(requester)}`]),
  ];
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

function pullUpsAndMerges(edges: readonly Edge[]): Edge[] {
  return edges.filter(({ kind }) => kind !== 'sync');
}

function syncLine(reading: Reading, edges: readonly Edge[]): string[] {
  const syncs = edges.filter(({ kind }) => kind === 'sync');
  if (syncs.length === 0) return [];
  const links = syncs.slice(0, MOST_FILES).map(({ to }) => {
    const branch = reading.log.recovery.branches.of(to);
    return toRevision(reading, to, branch ? branchTitle(reading.log, branch) : undefined);
  });
  const more = syncs.length > MOST_FILES ? ` and ${count(syncs.length - MOST_FILES, 'other')}` : '';
  return [`$(sync) Newest in a sync of ${links.join(', ')}${more} (inferred)`];
}

function mentions({ log }: Reading, revision: RevisionId): string[] {
  const message = log.histories.message(revision);
  const reports = problemReports(message)
    .slice(0, MOST_EDGES)
    .map((report) => `PR ${escaped(report)}`);
  const words = { ok: 'ok', reviewed: 'reviewed by', from: 'from' };
  const named = people(message)
    .slice(0, MOST_EDGES)
    .map(({ name, role }) => `${words[role]} ${escaped(name)}`);
  const all = [...reports, ...named];
  return all.length > 0 ? [`$(tag) ${all.join(' · ')}`] : [];
}

function shortened(lines: readonly string[]): string[] {
  if (lines.length <= MOST_EDGES) return [...lines];
  return [...lines.slice(0, MOST_EDGES), `and ${count(lines.length - MOST_EDGES, 'other')}`];
}
