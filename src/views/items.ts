import * as vscode from 'vscode';
import { branchLabel, describeRevision } from '../core/history/describe';
import { isoDate } from '../core/history/dates';
import { ROOT } from '../core/history/numbers';
import { Kind, kindsOf } from '../core/graph/kinds';
import { fileLabel } from '../core/messages/fileLabel';
import { count } from '../core/text/count';
import { escaped, escapedLines, ourMarkdown } from '../editor/markdown';
import { idOf, type Node } from './nodes';

const TOOLTIP_LINES = 20;

/** How a row looks; its tooltip is made when the mouse rests on it. */
export function itemOf(node: Node): vscode.TreeItem {
  const item = makeItem(node);
  item.id = idOf(node);
  item.contextValue = node.kind;
  item.command = { command: 'annals.revealInLog', title: 'Reveal in Log', arguments: [node, true] };
  return item;
}

function makeItem(node: Node): vscode.TreeItem {
  const { log } = node.reading;
  const { histories } = log;
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  if (node.kind === 'file') {
    const [first, end] = histories.revisionsOf(node.file);
    const label = fileLabel(log, node.file);
    const item = new vscode.TreeItem(label, Collapsed);
    const branches = histories.branchCountOf(node.file);
    item.description = `${count(end - first, 'revision')}${branches > 0 ? `, ${count(branches, 'branch', 'branches')}` : ''}`;
    item.iconPath = new vscode.ThemeIcon(log.name(node.file) === null ? 'question' : 'file');
    item.accessibilityInformation = { label: `${label}, ${item.description}` };
    return item;
  }
  if (node.kind === 'line') {
    const line = log.history(node.file).line(node.branch)!;
    const tip = line.revisions[0]!;
    const label = branchLabel(histories, node.branch);
    const item = new vscode.TreeItem(label, Collapsed);
    const revisions = count(line.revisions.length, 'revision');
    item.description = `${revisions}, ${isoDate(histories.day(tip)) ?? 'unknown date'}`;
    item.iconPath = new vscode.ThemeIcon(node.branch === ROOT ? 'repo' : 'git-branch');
    const kind = node.branch === ROOT ? '' : 'branch ';
    item.accessibilityInformation = { label: `${kind}${label}, ${item.description}` };
    return item;
  }
  const kinds = kindsOf(log.history(histories.fileOf(node.revision)), node.revision);
  const number = histories.numberText(node.revision);
  const item = new vscode.TreeItem(number, None);
  item.description = describeRevision(histories, node.revision);
  item.iconPath = revisionIcon(kinds);
  item.accessibilityInformation = {
    label: [`revision ${number}`, ...kindWords(kinds), item.description].join(', '),
  };
  return item;
}

export function tooltipOf(node: Node): vscode.MarkdownString {
  const { log } = node.reading;
  const { histories } = log;
  const markdown = ourMarkdown();
  if (node.kind === 'revision') {
    const history = log.history(histories.fileOf(node.revision));
    const words = kindWords(kindsOf(history, node.revision));
    const kind = words.length > 0 ? ` (${words.join(', ')})` : '';
    const date = isoDate(histories.day(node.revision)) ?? 'unknown date';
    markdown.appendMarkdown(
      `**${escaped(histories.numberText(node.revision))}**${escaped(kind)} · ${escaped(histories.author(node.revision))} · ${escaped(date)}\n\n`,
    );
    markdown.appendMarkdown(escapedLines(histories.message(node.revision), TOOLTIP_LINES));
    return markdown;
  }
  const label = fileLabel(log, node.file);
  if (node.kind === 'file') {
    const [first, end] = histories.revisionsOf(node.file);
    const lines = `lines ${String(histories.linesOf(first)[0] + 1)} to ${String(histories.linesOf(end - 1)[1] + 1)}`;
    const named = log.name(node.file) === null ? 'The log does not tell its name.' : '';
    markdown.appendMarkdown(
      `**${escaped(label)}**, file ${String(node.file + 1)} of ${String(histories.fileCount)}, ${lines}\n\n${named}`,
    );
    return markdown;
  }
  const line = log.history(node.file).line(node.branch)!;
  const point = line.point >= 0 ? `, from ${histories.numberText(line.point)}` : '';
  const name = node.branch === ROOT ? 'trunk' : `branch ${branchLabel(histories, node.branch)}`;
  markdown.appendMarkdown(
    `**${escaped(name)}** of ${escaped(label)}${escaped(point)}\n\n${count(line.revisions.length, 'revision')}`,
  );
  return markdown;
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
