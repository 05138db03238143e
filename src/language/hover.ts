import * as vscode from 'vscode';
import { NO_DATE } from '../core/history/dates';
import type { LineOfDescent } from '../core/history/fileHistory';
import { revisionLinks } from '../core/answers/links/links';
import type { Reference } from '../core/answers/references';
import type { Subject } from '../core/answers/subjects/subject';
import { branchLabel } from '../core/words/revisions';
import type { FileId, RevisionId } from '../core/history/ids';
import { NO_REVISION } from '../core/history/ids';
import { TRUNK, type NumberId } from '../core/history/numbers';
import type { Log } from '../core/log';
import { fileLabel } from '../core/words/files';
import { branchOf, isInferred, lineTitle } from '../core/words/branches';
import { dateWords } from '../core/words/dates';
import { count } from '../core/text/count';
import { ageOf, today } from '../core/words/age';
import { factLines, toRevision } from './hoverFacts';
import { explainSubject, onTheWeb } from './hoverSubjects';
import { isReference, subjectIn } from './subjectIn';
import { linkSettings } from '../workbench/settings';
import { SELECTOR } from '../workbench/language';
import type { Logs, Reading } from '../logs/logs';
import { addressOf } from '../logs/addresses';
import { escaped, escapedLines, link, ourMarkdown } from '../workbench/markdown';

/** Longer lists of links end in a number. */
const MOST_BRANCHES = 12;
const MOST_LINES = 8;

/** Explains revisions, references to them and branches in the text of a log. */
export function provideHover(logs: Logs): vscode.Disposable {
  return vscode.languages.registerHoverProvider(SELECTOR, {
    async provideHover(document, position, token) {
      const reading = await logs.near(document.uri);
      const subject = reading && subjectIn(reading, document, position);
      if (!subject) return undefined;
      const { line } = position;
      const markdown = isReference(subject)
        ? explainReference(reading, subject)
        : await explainSubject(reading, subject, line, token);
      return markdown && new vscode.Hover(markdown, rangeOf(line, subject));
    },
  });
}

function rangeOf(line: number, { from, to }: Subject): vscode.Range {
  return new vscode.Range(line, from, line, to);
}

function explainReference(reading: Reading, reference: Reference): vscode.MarkdownString {
  return reference.kind === 'branch'
    ? explainBranch(reading, reference.of, reference.branch)
    : explainRevision(reading, reference.revision, !reference.isOwnLine);
}

function explainRevision(
  reading: Reading,
  revision: RevisionId,
  withMessage: boolean,
): vscode.MarkdownString {
  const { log } = reading;
  const { histories } = log;
  const file = histories.fileOf(revision);
  const history = log.history(file);
  const { branch, point } = history.lineOf(revision);
  const markdown = ourMarkdown();
  const line =
    branch === TRUNK
      ? 'trunk'
      : `branch ${called(reading, file, branch)}${point === NO_REVISION ? '' : ` from ${toRevision(reading, point)}`}`;
  const title = `**${escaped(histories.numberText(revision))}** of ${escaped(fileLabel(log, file))}, ${line}`;
  markdown.appendMarkdown(`${title}\n\n${signature(log, revision)}\n\n`);
  const previous = history.previous(revision);
  const next = history.next(revision);
  const around = [
    previous === undefined ? '' : `$(arrow-down) previous ${toRevision(reading, previous)}`,
    next === undefined ? '' : `$(arrow-up) next ${toRevision(reading, next)}`,
  ];
  const steps = around.filter((step) => step !== '').join(' · ');
  if (steps) markdown.appendMarkdown(`${steps}\n\n`);
  const leaving = history.branchesFrom(revision);
  if (leaving.length > 0) {
    const links = leaving.slice(0, MOST_BRANCHES).map((to) => toBranch(reading, file, to));
    const more = leaving.length - links.length;
    const rest = more > 0 ? ` and ${String(more)} more` : '';
    markdown.appendMarkdown(
      `$(git-branch) ${count(leaving.length, 'branch leaves', 'branches leave')} here: ${links.join(', ')}${rest}\n\n`,
    );
  }
  const facts = factLines(reading, revision);
  if (facts.length > 0) markdown.appendMarkdown(`${facts.join('  \n')}\n\n`);
  if (withMessage)
    markdown.appendMarkdown(`${escapedLines(histories.message(revision), MOST_LINES)}\n\n`);
  const links = [
    link(
      'Show in graph',
      'annals.showInGraph',
      addressOf(reading, revision),
      'Show in the revision graph',
    ),
    link(
      'Whole commit',
      'annals.showCommit',
      addressOf(reading, revision),
      'The commit in the graph of the directory',
    ),
    link(
      'Where did it go?',
      'annals.whereDidThisFixGo',
      addressOf(reading, revision),
      'Every branch and file that received it',
    ),
    link(
      'Evidence',
      'annals.showEvidence',
      addressOf(reading, revision),
      'What in the log tells this',
    ),
  ];
  if (log.recovery.paths.files[file]!.status !== 'stated') {
    links.push(
      link('Name file', 'annals.nameFile', addressOf(reading, revision), 'Say which file this is'),
    );
  }
  if (log.recovery.branches.of(revision)?.name === null) {
    links.push(
      link(
        'Name branch',
        'annals.nameBranch',
        addressOf(reading, revision),
        'Say which branch this is',
      ),
    );
  }
  links.push(...onTheWeb(revisionLinks(log, revision, linkSettings(reading.uri))));
  markdown.appendMarkdown(links.join(' · '));
  return markdown;
}

function explainBranch(reading: Reading, of: RevisionId, branch: NumberId): vscode.MarkdownString {
  const { histories } = reading.log;
  const file = histories.fileOf(of);
  const { revisions } = reading.log.history(file).line(branch)!;
  const markdown = ourMarkdown();
  const title = `Branch ${called(reading, file, branch)} of ${escaped(fileLabel(reading.log, file))}, from ${toRevision(reading, of)}`;
  const oldest = revisions.at(-1)!;
  markdown.appendMarkdown(`${title}\n\n${count(revisions.length, 'revision')}: `);
  const ends = oldest === revisions[0] ? [oldest] : [oldest, revisions[0]!];
  markdown.appendMarkdown(ends.map((r) => toRevision(reading, r)).join(' to '));
  markdown.appendMarkdown(`\n\n${ends.map((r) => signature(reading.log, r)).join('  \n')}`);
  return markdown;
}

/** A branch by its name and its number in the file, or by its number alone. */
function called({ log }: Reading, file: FileId, branch: NumberId): string {
  const number = `**${escaped(branchLabel(log.histories, branch))}**`;
  const known = branchOf(log, file, branch);
  const name = known?.name ?? null;
  if (!known || name === null) return number;
  return `**${escaped(name)}**${isInferred(known) ? ' (inferred)' : ''} ${escaped(branchLabel(log.histories, branch))}`;
}

function signature({ histories }: Log, revision: RevisionId): string {
  const day = histories.day(revision);
  const age = day === NO_DATE ? undefined : ageOf(day, today());
  const date = escaped(dateWords(day));
  const author = escaped(histories.author(revision)) || 'nobody named';
  return `$(person) ${author} · $(calendar) ${date}${age ? ` (${age})` : ''}`;
}

/** A branch is linked by its name and number, to its tip. */
function toBranch(reading: Reading, file: FileId, { branch, revisions }: LineOfDescent): string {
  const title = lineTitle(reading.log, file, branch);
  const number = branchLabel(reading.log.histories, branch);
  return link(
    title,
    'annals.reveal',
    addressOf(reading, revisions[0]!),
    `Reveal the tip of ${number}`,
  );
}
