import * as vscode from 'vscode';
import type { Matches } from '../core/search';
import type { Reading } from '../editor/logs';
import { itemOf, tooltipOf } from './items';
import { childrenOf, idOf, parentOf, rootNodes, type Node, type SortOrder } from './nodes';

/** So few rows of a filter open by themselves. */
const OPENS = 200;

export interface Filter {
  readonly text: string;
  readonly matches: Matches;
}

/** The rows of the tree, each made when its parent opens. */
export class FilesTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private reading: Reading | undefined;
  private filter: Filter | undefined;
  private order: SortOrder = 'log';
  /** Makes the rows of a filter new ones, so that they open or close as it wants. */
  private generation = 0;

  dispose(): void {
    this.changed.dispose();
  }

  show(reading: Reading | undefined): void {
    this.reading = reading;
    this.changed.fire(undefined);
  }

  setFilter(filter: Filter | undefined): void {
    if (!filter && !this.filter) return;
    this.filter = filter;
    this.generation++;
    this.changed.fire(undefined);
  }

  setOrder(order: SortOrder): void {
    this.order = order;
    this.changed.fire(undefined);
  }

  getChildren(node?: Node): Node[] {
    if (node) return childrenOf(node, this.filter?.matches);
    return this.reading ? rootNodes(this.reading, this.order, this.filter?.matches) : [];
  }

  getParent(node: Node): Node | undefined {
    return parentOf(node);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const item = itemOf(node);
    if (!this.filter) return item;
    item.id = `${idOf(node)}~${String(this.generation)}`;
    const { files, revisions } = this.filter.matches;
    const opens = revisions.size <= OPENS && !(node.kind !== 'revision' && files.has(node.file));
    if (opens && item.collapsibleState === vscode.TreeItemCollapsibleState.Collapsed) {
      item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
    }
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    item.tooltip = tooltipOf(node);
    return item;
  }
}
