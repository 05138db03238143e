import type * as vscode from 'vscode';
import { subjectLinks, type WebLink } from '../core/answers/links/links';
import { holdersOf } from '../core/answers/subjects/holders';
import { summaryOf } from '../core/answers/subjects/summary';
import type { NamedSubject } from '../core/answers/subjects/subject';
import type { RevisionId } from '../core/history/ids';
import { fileLabel } from '../core/words/files';
import type { NearReading, Reading } from '../logs/logs';
import { runSteps } from '../logs/steps';
import { escaped, ourMarkdown, webLink } from '../workbench/markdown';
import { linkSettings } from '../workbench/settings';
import { toRevision } from './hoverFacts';

/** A list of links names so many of the newest. */
const MOST_LINKS = 6;

/** What the log knows of an author, a ticket, a report, a branch, a tag or a file. */
export async function explainSubject(
  reading: NearReading,
  subject: NamedSubject,
  line: number,
  token: vscode.CancellationToken,
): Promise<vscode.MarkdownString | undefined> {
  const { log } = reading;
  const holders = await runSteps(holdersOf(log, subject), token);
  if (!holders) return undefined;
  const { title, sentences } = summaryOf(log, subject, holders);
  const markdown = ourMarkdown();
  markdown.appendMarkdown(`**${escaped(title)}**\n\n${sentences.map(escaped).join('  \n')}\n\n`);
  const shown = holders.own.length > 0 ? holders.own : holders.naming;
  if (shown.length > 0) markdown.appendMarkdown(`Newest: ${newest(reading, shown)}\n\n`);
  const here = log.histories.revisionAt(reading.shift.then(line));
  const links = subjectLinks(log, subject, here, linkSettings(reading.uri));
  markdown.appendMarkdown(onTheWeb(links).join(' · '));
  return markdown;
}

/** Links that leave VS Code, as Markdown. */
export function onTheWeb(links: readonly WebLink[]): string[] {
  return links.map(({ label, address }) => webLink(label, address));
}

function newest(reading: Reading, revisions: readonly RevisionId[]): string {
  const { log } = reading;
  const { histories } = log;
  const sorted = [...revisions].sort((a, b) => histories.moment(b) - histories.moment(a) || a - b);
  const links = sorted
    .slice(0, MOST_LINKS)
    .map((r) =>
      toRevision(reading, r, `${fileLabel(log, histories.fileOf(r))} ${histories.numberText(r)}`),
    );
  return links.join(', ');
}
