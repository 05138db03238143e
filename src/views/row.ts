import * as vscode from 'vscode';
import type { LogRow } from '../logs/rows';

/**
 * A row of a tree over a log. It makes itself: how it looks, what it tells when the mouse rests on it,
 * and what is below it. A new kind of row is a function that makes one.
 */
export interface Row extends LogRow {
  /** The same row has the same id in every version of a log. */
  readonly id: string;
  item(): vscode.TreeItem;
  tooltip?(): vscode.MarkdownString;
  children(): Row[];
  parent?(): Row | undefined;
}

/** How a row looks: what of it stands where, and what menus its kind has. */
export interface Look {
  /** The `viewItem` of the manifest's menus. */
  readonly kind: string;
  readonly label: string;
  readonly icon: vscode.ThemeIcon | string;
  readonly description: string;
  /** What a screen reader says in front of label and description, such as `branch`. */
  readonly role: string;
  /** Has it nothing below it? */
  readonly isLeaf?: boolean;
  /** Is it open at first? */
  readonly isOpen?: boolean;
  /** Does a click show its revision in the log? */
  readonly reveals?: boolean;
}

export function treeItem(row: Row, look: Look): vscode.TreeItem {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const state = look.isLeaf ? None : look.isOpen ? Expanded : Collapsed;
  const item = new vscode.TreeItem(look.label, state);
  item.id = row.id;
  item.contextValue = look.kind;
  item.iconPath = typeof look.icon === 'string' ? new vscode.ThemeIcon(look.icon) : look.icon;
  item.description = look.description;
  const spoken = [look.role, look.label].filter((part) => part !== '').join(' ');
  item.accessibilityInformation = {
    label: [spoken, look.description].filter((part) => part !== '').join(', '),
  };
  if (look.reveals ?? true) item.command = revealCommand(row);
  return item;
}

/** A click shows the row in the log, and leaves the focus where it is. */
function revealCommand(row: Row): vscode.Command {
  return { command: 'annals.revealInLog', title: 'Reveal in Log', arguments: [row, true] };
}
