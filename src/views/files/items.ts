import * as vscode from 'vscode';
import { isoDate } from '../../core/history/dates';
import { branchLabel, describeRevision } from '../../core/words/revisions';
import { TRUNK } from '../../core/history/numbers';
import { Kind, kindsOf } from '../../core/words/kinds';
import { fileLabel, fileName } from '../../core/words/files';
import {
  branchOf,
  branchTitle,
  evidenceSentences,
  isInferred,
  lineLabel,
} from '../../core/words/branches';
import { count } from '../../core/text/count';
import { printable } from '../../core/text/printable';
import { escaped, escapedLines, ourMarkdown } from '../../workbench/markdown';
import { idOf, type Node, type RevisionNode } from './nodes';

const TOOLTIP_LINES = 20;

type Of<Kind extends Node['kind']> = Extract<Node, { readonly kind: Kind }>;

/** How a row looks; its tooltip is made when the mouse rests on it. */
export function itemOf(node: Node): vscode.TreeItem {
  const item = makeItem(node);
  item.id = idOf(node);
  item.contextValue = node.kind === 'line' && node.branch === TRUNK ? 'trunk' : node.kind;
  if (node.kind !== 'folder') item.command = revealCommand(node);
  return item;
}

/** A click shows the row in the log, and leaves the focus where it is. */
export function revealCommand(row: unknown): vscode.Command {
  return { command: 'annals.revealInLog', title: 'Reveal in Log', arguments: [row, true] };
}

function makeItem(node: Node): vscode.TreeItem {
  switch (node.kind) {
    case 'folder':
      return folderItem(node);
    case 'file':
      return fileItem(node);
    case 'line':
      return lineItem(node);
    case 'revision':
      return revisionItem(node, node.reading.log.histories.numberText(node.revision));
  }
}

function folderItem({ folder }: Of<'folder'>): vscode.TreeItem {
  const item = makeRow(printable(folder.name), folder.isOpen ? 'question' : 'folder');
  item.description = `${count(folder.count, 'file')}${folder.isOpen ? ', directory unknown' : ''}`;
  item.accessibilityInformation = {
    label: `${folder.isOpen ? 'unknown directory' : `directory ${folder.name}`}, ${item.description}`,
  };
  return item;
}

function fileItem({ reading: { log }, file }: Of<'file'>): vscode.TreeItem {
  const { histories } = log;
  const [first, end] = histories.revisionsOf(file);
  const label = fileName(log, file);
  const item = makeRow(label, log.name(file) === null ? 'question' : 'file');
  const branches = histories.branchCountOf(file);
  const counts = `${count(end - first, 'revision')}${branches > 0 ? `, ${count(branches, 'branch', 'branches')}` : ''}`;
  item.description = isInferred(log.recovery.paths.files[file]!) ? `${counts} · inferred` : counts;
  item.accessibilityInformation = { label: `${label}, ${item.description}` };
  return item;
}

function lineItem({ reading: { log }, file, branch }: Of<'line'>): vscode.TreeItem {
  const { histories } = log;
  const { revisions } = log.history(file).line(branch)!;
  const label = printable(lineLabel(log, file, branch));
  const item = makeRow(label, branch === TRUNK ? 'repo' : 'git-branch');
  const number = branchLabel(histories, branch);
  const named = branch !== TRUNK && label !== number ? `${number} · ` : '';
  const known = branch === TRUNK ? undefined : branchOf(log, file, branch);
  const mark = known && isInferred(known) ? ' · inferred' : '';
  item.description = `${named}${count(revisions.length, 'revision')}, ${isoDate(histories.day(revisions[0]!)) ?? 'unknown date'}${mark}`;
  item.accessibilityInformation = {
    label: `${branch === TRUNK ? '' : 'branch '}${label}, ${item.description}`,
  };
  return item;
}

/** A revision, under what tells it from its neighbours. */
export function revisionItem(
  { reading: { log }, revision }: RevisionNode,
  label: string,
): vscode.TreeItem {
  const { histories } = log;
  const kinds = kindsOf(log.history(histories.fileOf(revision)), revision);
  const item = new vscode.TreeItem(label);
  item.description = describeRevision(histories, revision);
  item.iconPath = revisionIcon(kinds);
  item.accessibilityInformation = {
    label: [`revision ${label}`, ...kindWords(kinds), item.description].join(', '),
  };
  return item;
}

export function makeRow(label: string, icon: string): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.iconPath = new vscode.ThemeIcon(icon);
  return item;
}

export function tooltipOf(node: Node): vscode.MarkdownString {
  switch (node.kind) {
    case 'folder':
      return folderTooltip(node);
    case 'file':
      return fileTooltip(node);
    case 'line':
      return lineTooltip(node);
    case 'revision':
      return revisionTooltip(node);
  }
}

function folderTooltip({ folder }: Of<'folder'>): vscode.MarkdownString {
  const what = folder.isOpen
    ? 'The log does not tell the directory of these files. *Match Paths With a Folder or List* may.'
    : `**${escaped(folder.path)}**`;
  return ourMarkdown().appendMarkdown(`${what}\n\n${count(folder.count, 'file')}`);
}

function fileTooltip({ reading: { log }, file }: Of<'file'>): vscode.MarkdownString {
  const { histories } = log;
  const [first, end] = histories.revisionsOf(file);
  const lines = `lines ${String(histories.linesOf(first)[0] + 1)} to ${String(histories.linesOf(end - 1)[1] + 1)}`;
  const place = `file ${String(file + 1)} of ${String(histories.fileCount)}, ${lines}`;
  const { evidence, status } = log.recovery.paths.files[file]!;
  const sentences = evidenceSentences(log, evidence).map(escaped);
  if (status === 'unknown') sentences.push('The log does not tell its name.');
  return ourMarkdown().appendMarkdown(
    `**${escaped(fileLabel(log, file))}**, ${place}\n\n${sentences.join('  \n')}`,
  );
}

function lineTooltip({ reading: { log }, file, branch }: Of<'line'>): vscode.MarkdownString {
  const line = log.history(file).line(branch)!;
  const point = line.point >= 0 ? `, from ${log.histories.numberText(line.point)}` : '';
  const number = branchLabel(log.histories, branch);
  const name = branch === TRUNK ? 'trunk' : `branch ${number}`;
  const known = branch === TRUNK ? undefined : branchOf(log, file, branch);
  const called = known ? `\n\n${branchSentence(log, known)}` : '';
  return ourMarkdown().appendMarkdown(
    `**${escaped(name)}** of ${escaped(fileLabel(log, file))}${escaped(point)}\n\n${count(line.revisions.length, 'revision')}${called}`,
  );
}

/** What a branch is called over all files, and from where that is known. */
export function branchSentence(
  log: Node['reading']['log'],
  branch: NonNullable<ReturnType<typeof branchOf>>,
): string {
  const title = escaped(branchTitle(log, branch));
  const files = `in ${count(branch.members.length, 'file')}`;
  if (branch.name === null) return `Its name is not known (${title}); ${files}.`;
  const lines = branch.evidence.slice(0, 3).map((r) => String(log.histories.linesOf(r)[0] + 1));
  const where =
    lines.length > 0
      ? ` (${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${branch.evidence.length > 3 ? ', …' : ''})`
      : '';
  return `**${title}**, ${branch.status}${where}; ${files}.`;
}

export function revisionTooltip({
  reading: { log },
  revision,
}: RevisionNode): vscode.MarkdownString {
  const { histories } = log;
  const history = log.history(histories.fileOf(revision));
  const words = kindWords(kindsOf(history, revision));
  const kind = words.length > 0 ? ` (${words.join(', ')})` : '';
  const date = isoDate(histories.day(revision)) ?? 'unknown date';
  return ourMarkdown()
    .appendMarkdown(
      `**${escaped(histories.numberText(revision))}**${escaped(kind)} · ${escaped(histories.author(revision))} · ${escaped(date)}\n\n`,
    )
    .appendMarkdown(escapedLines(histories.message(revision), TOOLTIP_LINES));
}

/** Each kind has a shape of its own. */
function revisionIcon(kinds: number): vscode.ThemeIcon {
  if (kinds & Kind.placeholder) {
    return new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('disabledForeground'));
  }
  return new vscode.ThemeIcon(kinds & Kind.branchPoint ? 'repo-forked' : 'git-commit');
}

function kindWords(kinds: number): string[] {
  return [
    ...(kinds & Kind.placeholder ? ['placeholder'] : []),
    ...(kinds & Kind.branchPoint ? ['branch point'] : []),
    ...(kinds & Kind.head ? ['newest of its line'] : []),
  ];
}
