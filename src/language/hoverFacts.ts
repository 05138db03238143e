import type { RevisionId } from '../core/history/ids';
import { reachOf } from '../core/answers/tags';
import { people, problemReports } from '../core/messages/people';
import { fileLabel } from '../core/words/files';
import type { Edge } from '../core/recovery/edges';
import { branchTitle } from '../core/words/branches';
import { count } from '../core/text/count';
import { EDGE_ICONS, statusMark, ticketWords, wentWords } from '../core/words/edges';
import type { Reading } from '../logs/logs';
import { addressOf } from '../logs/addresses';
import { escaped, link } from '../workbench/markdown';

/** Longer lists end in a number. */
const MOST_FILES = 5;
const MOST_EDGES = 6;

/** Lines of Markdown on a revision's commit, where it came from and went to, and what it mentions. */
export function factLines(reading: Reading, revision: RevisionId): string[] {
  const { recovery } = reading.log;
  return [
    ...commitLine(reading, revision),
    ...tagLine(reading, revision),
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

/** The other revisions of the commit; placeholders, which CVS made by itself, are none of it. */
function commitLine(reading: Reading, revision: RevisionId): string[] {
  const { histories, recovery } = reading.log;
  const all = [...recovery.changesets.revisionsOf(recovery.changesets.of(revision))];
  const others = all.filter((r) => r !== revision && !recovery.messages.factsOf(r).placeholder);
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
  const rest = others.length - MOST_FILES;
  const more = rest > 0 ? ` and ${count(rest, 'other')}` : '';
  return [
    `$(git-commit) committed with ${count(others.length, 'other revision')}: ${links.join(', ')}${more}`,
  ];
}

/** The releases that have a revision, and the last before it. */
function tagLine(reading: Reading, revision: RevisionId): string[] {
  const { histories } = reading.log;
  const { having, before } = reachOf(histories, revision);
  const [first, ...later] = having;
  if (!first && !before) return [];
  const more = later.length > 0 ? ` and ${count(later.length, 'later tag')}` : '';
  const has = first ? `First in **${escaped(first.name)}**${more}` : 'In no tag';
  const lacks = before ? `, not yet in **${escaped(before.name)}**` : '';
  return [`$(tag) ${has}${lacks}`];
}

function cameFrom(reading: Reading, edge: Edge): string {
  const from = toRevision(reading, edge.from, otherFile(reading, edge.from, edge.to));
  const icon = edge.kind === 'pull-up' ? 'cloud-download' : EDGE_ICONS[edge.kind];
  if (edge.kind === 'pull-up') return `$(${icon}) Pull-up of ${from}${ticketOf(edge)}`;
  const what = edge.kind === 'sync' ? 'Contains' : 'Merges';
  return `$(${icon}) ${what} ${lineOf(reading, edge.from)} up to ${from}${statusMark(edge.status)}`;
}

function wentTo(reading: Reading, edge: Edge): string {
  const to = toRevision(reading, edge.to, otherFile(reading, edge.to, edge.from));
  const end = edge.kind === 'pull-up' ? ticketOf(edge) : statusMark(edge.status);
  return `$(${EDGE_ICONS[edge.kind]}) ${wentWords(edge)} ${lineOf(reading, edge.to)} as ${to}${end}`;
}

/** The branch over all files that a revision is on, or the trunk. */
function lineOf({ log }: Reading, revision: RevisionId): string {
  const branch = log.recovery.branches.of(revision);
  return branch ? `**${escaped(branchTitle(log, branch))}**` : 'trunk';
}

/** A change that came from another file is named with it. */
function otherFile({ log }: Reading, revision: RevisionId, here: RevisionId): string | undefined {
  const { histories } = log;
  const file = histories.fileOf(revision);
  return file === histories.fileOf(here)
    ? undefined
    : `${fileLabel(log, file)} ${histories.numberText(revision)}`;
}

function ticketOf(edge: Edge): string {
  const words = ticketWords(edge);
  return words === '' ? '' : ` (${escaped(words)})`;
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
