import * as vscode from 'vscode';
import { fileLabel } from '../../core/words/files';
import { branchTitle } from '../../core/words/branches';
import { count } from '../../core/text/count';
import { printable, summary } from '../../core/text/printable';
import { escaped, escapedLines, ourMarkdown } from '../../workbench/markdown';
import type { ChangesetNode } from './nodes';
import { makeRow, revealCommand, revisionItem, revisionTooltip } from '../files/items';

const TOOLTIP_LINES = 20;

type Of<Kind extends ChangesetNode['kind']> = Extract<ChangesetNode, { readonly kind: Kind }>;

export function changesetItemOf(node: ChangesetNode): vscode.TreeItem {
  const item = makeItem(node);
  item.contextValue = node.kind;
  if (node.kind === 'changeset' || node.kind === 'revision') item.command = revealCommand(node);
  return item;
}

export function changesetTooltipOf(node: ChangesetNode): vscode.MarkdownString | undefined {
  if (node.kind === 'revision') return revisionTooltip(node);
  if (node.kind !== 'changeset') return undefined;
  const { log } = node.reading;
  const speaker = log.recovery.changesets.speaker(node.changeset);
  const size = log.recovery.changesets.revisionsOf(node.changeset).length;
  const where = `${escaped(log.histories.author(speaker))} · ${count(size, 'revision')} on ${escaped(lineOf(node))}`;
  return ourMarkdown().appendMarkdown(
    `${where}\n\n${escapedLines(log.histories.message(speaker), TOOLTIP_LINES)}`,
  );
}

function makeItem(node: ChangesetNode): vscode.TreeItem {
  switch (node.kind) {
    case 'year':
    case 'day': {
      const item = makeRow(node.label, 'calendar');
      item.description = count(node.to - node.from, 'commit');
      item.id = `${node.kind}${node.label} ${String(node.from)}`;
      return item;
    }
    case 'changeset':
      return changesetItem(node);
    case 'revision': {
      const { histories } = node.reading.log;
      const file = fileLabel(node.reading.log, histories.fileOf(node.revision));
      const item = revisionItem(node, `${file} ${histories.numberText(node.revision)}`);
      item.description = '';
      item.id = `r${String(node.revision)}`;
      return item;
    }
  }
}

function changesetItem(node: Of<'changeset'>): vscode.TreeItem {
  const { log } = node.reading;
  const { changesets } = log.recovery;
  const speaker = changesets.speaker(node.changeset);
  const label = summary(log.histories.message(speaker), 100) || 'No message';
  const item = makeRow(label, 'git-commit');
  item.description = `${printable(log.histories.author(speaker))} · ${lineOf(node)} · ${count(changesets.revisionsOf(node.changeset).length, 'revision')}`;
  item.id = `c${String(node.changeset)}`;
  return item;
}

function lineOf({ reading: { log }, changeset }: Of<'changeset'>): string {
  const branch = log.recovery.changesets.branchOf(changeset);
  return branch ? branchTitle(log, branch) : 'trunk';
}
