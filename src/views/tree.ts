import * as vscode from 'vscode';
import type { Reading } from '../logs/logs';
import type { CurrentSelection } from '../logs/selection';
import type { Row } from './row';
import { printable } from '../core/text/printable';

/** What a view of the current log is made of. */
export interface TreeContent {
  readonly view: string;
  roots(reading: Reading): Row[];
  /** What the view says beside its title. */
  summary(reading: Reading): string;
  /** Changes how a row looks in this view, as a filter does. */
  adjust?(row: Row, item: vscode.TreeItem): void;
}

/** A view whose rows are made when their parent opens. */
export interface LogTree {
  readonly view: vscode.TreeView<Row>;
  /** Shows the rows anew, of another log where one is given. */
  show(reading: Reading | undefined): void;
  refresh(): void;
  dispose(): void;
}

/** Makes a tree; it shows what it is told to, so that a view can show a log before all of it is known. */
export function makeTree(content: TreeContent): LogTree {
  const changed = new vscode.EventEmitter<undefined>();
  let reading: Reading | undefined;
  const view = vscode.window.createTreeView<Row>(content.view, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (row) => (row ? row.children() : reading ? content.roots(reading) : []),
      getParent: (row) => row.parent?.(),
      getTreeItem: (row) => {
        const item = row.item();
        content.adjust?.(row, item);
        return item;
      },
      resolveTreeItem: (item, row) => {
        item.tooltip = row.tooltip?.() ?? '';
        return item;
      },
    },
  });
  return {
    view,
    show: (next) => {
      reading = next;
      view.description = next ? printable(content.summary(next)) : '';
      changed.fire(undefined);
    },
    refresh: () => changed.fire(undefined),
    dispose: () => void vscode.Disposable.from(changed, view).dispose(),
  };
}

/** A view of the current log, as soon as all of it is known. */
export function showLogTree(content: TreeContent, selection: CurrentSelection): vscode.Disposable {
  const tree = makeTree(content);
  const show = (): void => tree.show(selection.reading);
  show();
  return vscode.Disposable.from(tree, selection.onDidChangeLog(show));
}
