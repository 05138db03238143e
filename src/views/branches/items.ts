import * as vscode from 'vscode';
import { isoDate } from '../../core/history/dates';
import { fileLabel } from '../../core/words/files';
import { branchTitle, isInferred, workOn } from '../../core/words/branches';
import { count } from '../../core/text/count';
import { escaped, ourMarkdown } from '../../workbench/markdown';
import type { BranchNode } from './nodes';
import {
  branchSentence,
  makeRow,
  revealCommand,
  revisionItem,
  revisionTooltip,
} from '../files/items';

type Of<Kind extends BranchNode['kind']> = Extract<BranchNode, { readonly kind: Kind }>;

export function branchItemOf(node: BranchNode): vscode.TreeItem {
  const item = makeItem(node);
  item.contextValue = node.kind;
  item.id = idOf(node);
  if (node.kind !== 'nameless') item.command = revealCommand(node);
  return item;
}

export function branchTooltipOf(node: BranchNode): vscode.MarkdownString | undefined {
  if (node.kind === 'revision') return revisionTooltip(node);
  if (node.kind !== 'branch') return undefined;
  const { log } = node.reading;
  const { revisions, authors, syncs, pullUps } = workOn(log, node.branch);
  const facts = [
    count(revisions, 'revision'),
    ...(syncs > 0 ? [count(syncs, 'sync', 'syncs')] : []),
    ...(pullUps > 0 ? [`${count(pullUps, 'revision')} pulled up into it`] : []),
  ];
  return ourMarkdown().appendMarkdown(
    `${branchSentence(log, node.branch)}\n\n${facts.join(', ')}\n\nBy ${escaped(authors.slice(0, 8).join(', '))}`,
  );
}

function makeItem(node: BranchNode): vscode.TreeItem {
  switch (node.kind) {
    case 'nameless':
      return namelessItem(node);
    case 'branch':
      return branchItem(node);
    case 'member':
      return memberItem(node);
    case 'revision':
      return revisionItem(node, node.reading.log.histories.numberText(node.revision));
  }
}

function namelessItem({ branches }: Of<'nameless'>): vscode.TreeItem {
  const item = makeRow('Without a name', 'question');
  item.description = count(branches.length, 'branch', 'branches');
  return item;
}

function branchItem({ reading: { log }, branch }: Of<'branch'>): vscode.TreeItem {
  const { first, last, syncs, pullUps } = workOn(log, branch);
  const title = branchTitle(log, branch);
  const item = makeRow(title, branch.isRelease ? 'tag' : 'git-branch');
  const [from, to] = [isoDate(first) ?? 'unknown date', isoDate(last) ?? 'unknown date'];
  item.description = [
    from === to ? from : `${from} to ${to}`,
    count(branch.members.length, 'file'),
    ...(syncs > 0 ? [count(syncs, 'sync', 'syncs')] : []),
    ...(pullUps > 0 ? [count(pullUps, 'pull-up')] : []),
    ...(isInferred(branch) ? ['inferred'] : []),
  ].join(' · ');
  item.accessibilityInformation = {
    label: `${branch.isRelease ? 'release branch' : 'branch'} ${title}, ${item.description}`,
  };
  return item;
}

function memberItem({ reading: { log }, member }: Of<'member'>): vscode.TreeItem {
  const { lines } = log.recovery.branches;
  const item = makeRow(fileLabel(log, lines.file(member)), 'file');
  const revisions = [...lines.revisions(member)].length;
  item.description = `${log.histories.numbers.text(lines.number(member))} · ${count(revisions, 'revision')}`;
  return item;
}

function idOf(node: BranchNode): string {
  switch (node.kind) {
    case 'nameless':
      return 'nameless';
    case 'branch':
      return `b${String(node.branch.id)}`;
    case 'member':
      return `m${String(node.member)}`;
    case 'revision':
      return `r${String(node.revision)}`;
  }
}
