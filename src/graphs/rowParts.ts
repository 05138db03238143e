import type { Histories } from '../core/history/histories';
import type { RevisionId } from '../core/history/ids';
import { isoDate, NO_DATE, type Day } from '../core/history/dates';
import type { Log } from '../core/log';
import type { Branch } from '../core/recovery/branches/branches';
import type { Edge } from '../core/recovery/edges';
import { count } from '../core/text/count';
import { printable } from '../core/text/printable';
import { branchTitle, isInferred } from '../core/words/branches';
import { colourOf } from '../core/words/colours';
import { cameWords, ticketWords, wentWords } from '../core/words/edges';
import {
  EdgeKind,
  type Chip,
  type RowChunk,
  type RowText,
  type Section,
  type TextColumn,
} from '../webview/protocol';

/** A message of more characters is cut in the panel; the log has it whole. */
const LONGEST_MESSAGE = 200_000;
/** A row shows so many tags, and how many more; its detail has all. */
const MOST_TAGS = 2;
/** A row's name for a screen reader tells so many edges, and how many more. */
const MOST_TOLD = 3;

const KINDS = { 'pull-up': EdgeKind.pullUp, sync: EdgeKind.sync, merge: EdgeKind.merge } as const;

/** The kind of an edge as the page draws it. */
export function edgeKind({ kind, status }: Edge): number {
  return KINDS[kind] | (status === 'inferred' ? EdgeKind.inferred : 0);
}

/** A branch's chip, in its colour: releases are filled, what is inferred is dashed. */
export function branchChip(log: Log, branch: Branch | undefined, label: string): Chip {
  const form = !branch ? 'trunk' : branch.isRelease ? 'release' : 'branch';
  return {
    label: printable(label),
    title: branch ? branchTitle(log, branch) : 'trunk',
    form,
    colour: colourOf(log, branch),
    isInferred:
      branch !== undefined &&
      (isInferred(branch) || (branch.name === null && log.recovery.seriesOf(branch) !== undefined)),
  };
}

export function tagChips(tags: readonly string[]): Chip[] {
  const chip = (label: string): Chip => ({
    label,
    title: label,
    form: 'tag',
    colour: 0,
    isInferred: false,
  });
  const shown = tags.slice(0, MOST_TAGS).map((tag) => chip(printable(tag)));
  const more = tags.length - MOST_TAGS;
  return more > 0 ? [...shown, chip(`+${String(more)}`)] : shown;
}

/** What came into a revision and where it went, in words for those who do not see what is drawn. */
export function edgeWordsOf(log: Log, revisions: Iterable<RevisionId>): string[] {
  const { recovery, histories } = log;
  const words = new Set<string>();
  for (const revision of revisions) {
    for (const edge of recovery.edgesTo(revision)) {
      const ticket = ticketWords(edge);
      const from = histories.numberText(edge.from);
      words.add(`${cameWords(edge)} ${from}${ticket === '' ? '' : ` (${ticket})`}`);
    }
    for (const edge of recovery.edgesFrom(revision)) {
      const branch = recovery.branches.of(edge.to);
      words.add(`${wentWords(edge)} ${branch ? branchTitle(log, branch) : 'trunk'}`);
    }
  }
  const all = [...words].map((each) => printable(each.toLowerCase()));
  const rest = all.length - MOST_TOLD;
  return rest > 0 ? [...all.slice(0, MOST_TOLD), `and ${count(rest, 'other edge')}`] : all;
}

/** A message for the panel: its lines stay, all else that does not print is made visible. */
export function messageText(histories: Histories, revision: RevisionId): string {
  return histories
    .message(revision)
    .slice(0, LONGEST_MESSAGE)
    .split(/([\n\t])/)
    .map((part, i) => (i % 2 === 1 ? part : printable(part)))
    .join('');
}

/** No column but the message's is wider, in characters; longer texts end in an ellipsis. */
const WIDEST = 24;

/** The columns of rows that tell of revisions; the last one is a graph's own. */
export function columnsOf(
  histories: Histories,
  revisions: Iterable<RevisionId>,
  last: { readonly title: string; readonly width: number },
): TextColumn[] {
  const authors = new Set<number>();
  for (const r of revisions) authors.add(histories.authorId(r));
  let author = 6;
  for (const id of authors) author = Math.max(author, histories.authorText(id).length);
  return [
    { key: 'message', title: 'Message', width: 0 },
    { key: 'author', title: 'Author', width: Math.min(author, WIDEST) },
    { key: 'date', title: 'Date', width: 10 },
    { key: 'number', title: last.title, width: Math.min(last.width, WIDEST) },
  ];
}

/** The texts of rows [from, to). */
export function chunkOf(from: number, to: number, textOf: (row: number) => RowText): RowChunk {
  const rows: RowText[] = [];
  for (let row = from; row < to; row++) rows.push(textOf(row));
  return { from, rows };
}

/** The years of rows that go from new to old. A row that is out of its year stays where it stands. */
export function yearsOf(rowCount: number, dayOf: (row: number) => Day): Section[] {
  const sections: Section[] = [];
  let from = 0;
  let year = '';
  for (let row = 0; row <= rowCount; row++) {
    const day = row < rowCount ? dayOf(row) : NO_DATE;
    const here = day === NO_DATE ? year : isoDate(day)!.replace(/-\d\d-\d\d$/, '');
    const isNext = row === 0 || (year === '' ? here !== '' : Number(here) < Number(year));
    if (row < rowCount && !isNext) continue;
    if (row > 0) sections.push({ title: year, from, count: row - from });
    [from, year] = [row, here];
  }
  return sections;
}
