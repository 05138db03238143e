import * as vscode from 'vscode';
import type { Reading } from '../logs/logs';
import type { CurrentSelection } from '../logs/selection';

/** What a view of the current log is made of. */
export interface TreeKind<Row extends { readonly reading: Reading }> {
  readonly view: string;
  roots(reading: Reading): Row[];
  children(row: Row): Row[];
  item(row: Row): vscode.TreeItem;
  tooltip(row: Row): vscode.MarkdownString | undefined;
  /** What the view says beside its title. */
  summary(reading: Reading): string;
}

/** A view of the current log whose rows are made when their parent opens. */
export function showLogTree<Row extends { readonly reading: Reading }>(
  kind: TreeKind<Row>,
  selection: CurrentSelection,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const view = vscode.window.createTreeView<Row>(kind.view, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (row) => {
        const { reading } = selection;
        return row ? kind.children(row) : reading ? kind.roots(reading) : [];
      },
      getTreeItem: (row) => kind.item(row),
      resolveTreeItem: (item, row) => {
        item.tooltip = kind.tooltip(row);
        return item;
      },
    },
  });
  const show = (): void => {
    view.description = selection.reading ? kind.summary(selection.reading) : '';
    changed.fire(undefined);
  };
  show();
  return vscode.Disposable.from(changed, view, selection.onDidChangeLog(show));
}
