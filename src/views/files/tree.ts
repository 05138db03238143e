import * as vscode from 'vscode';
import type { Matches } from '../../core/answers/search';
import type { Reading } from '../../logs/logs';
import { itemOf, tooltipOf } from './items';
import { childrenOf, idOf, parentOf, rootNodes, type Node, type SortOrder } from './nodes';

/** So few rows of a filter open by themselves. */
const OPENS = 200;

export interface Filter {
  readonly reading: Reading;
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
    const { reading, order } = this;
    if (node) return childrenOf(node, { order, matches: this.matchesOf(node.reading) });
    return reading ? rootNodes(reading, { order, matches: this.matchesOf(reading) }) : [];
  }

  getParent(node: Node): Node | undefined {
    return parentOf(node);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const item = itemOf(node);
    const matches = this.matchesOf(node.reading);
    if (!matches) return item;
    item.id = `${idOf(node)}~${String(this.generation)}`;
    const { files, revisions } = matches;
    const isWhole = (node.kind === 'file' || node.kind === 'line') && files.has(node.file);
    const opens = revisions.size <= OPENS && !isWhole;
    if (opens && item.collapsibleState === vscode.TreeItemCollapsibleState.Collapsed) {
      item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
    }
    return item;
  }

  /** The places that matched are those of one reading. */
  private matchesOf(reading: Reading): Matches | undefined {
    return this.filter?.reading === reading ? this.filter.matches : undefined;
  }

  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    item.tooltip = tooltipOf(node);
    return item;
  }
}
