import * as vscode from 'vscode';
import type { RevisionId } from '../core/history/ids';
import { dateWords } from '../core/words/dates';
import { Kind, kindsOf, kindWords } from '../core/words/kinds';
import { describeRevision } from '../core/words/revisions';
import type { Reading } from '../logs/logs';
import { escaped, escapedLines, ourMarkdown } from '../workbench/markdown';
import { treeItem, type Row } from './row';

/** A tooltip shows so many lines of a message, and then an ellipsis. */
const TOOLTIP_LINES = 20;

/** A revision, under what tells it from its neighbours; below nothing, or below a given row. */
export function revisionRow(
  reading: Reading,
  revision: RevisionId,
  given: { id: string; label?: string; description?: string; parent?: () => Row | undefined },
): Row {
  const { histories } = reading.log;
  const row: Row = {
    reading,
    revision,
    id: given.id,
    item: () => {
      const kinds = kindsOf(reading.log.history(histories.fileOf(revision)), revision);
      const description = given.description ?? describeRevision(histories, revision);
      return treeItem(row, {
        kind: 'revision',
        label: given.label ?? histories.numberText(revision),
        icon: iconOf(kinds),
        description: description,
        role: [...kindWords(kinds), 'revision'].join(' '),
        isLeaf: true,
      });
    },
    tooltip: () => tooltipOf(reading, revision),
    children: () => [],
    ...(given.parent ? { parent: given.parent } : {}),
  };
  return row;
}

function tooltipOf({ log }: Reading, revision: RevisionId): vscode.MarkdownString {
  const { histories } = log;
  const words = kindWords(kindsOf(log.history(histories.fileOf(revision)), revision));
  const kind = words.length > 0 ? ` (${words.join(', ')})` : '';
  const { tags, lockedBy, state } = histories.extra(revision);
  const facts = [
    ...(tags ? [`tags ${tags.join(', ')}`] : []),
    ...(lockedBy === undefined ? [] : [`locked by ${lockedBy}`]),
    ...(state === 'dead' ? ['dead'] : []),
  ];
  const signature = [
    `**${escaped(histories.numberText(revision))}**${escaped(kind)}`,
    escaped(histories.author(revision)),
    escaped(dateWords(histories.day(revision))),
    ...facts.map(escaped),
  ];
  return ourMarkdown()
    .appendMarkdown(`${signature.join(' · ')}\n\n`)
    .appendMarkdown(escapedLines(histories.message(revision), TOOLTIP_LINES));
}

/** Each kind has a shape of its own. */
function iconOf(kinds: number): vscode.ThemeIcon {
  if (kinds & Kind.placeholder) {
    return new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('disabledForeground'));
  }
  return new vscode.ThemeIcon(kinds & Kind.branchPoint ? 'repo-forked' : 'git-commit');
}
