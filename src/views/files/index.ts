import * as v from 'valibot';
import * as vscode from 'vscode';
import type { Logs, Reading } from '../../logs/logs';
import type { CurrentSelection } from '../../logs/selection';
import { remembered } from '../../workbench/memory';
import { followsCursor } from '../../workbench/settings';
import { makeTree, type LogTree } from '../tree';
import { ViewFilter } from './filter';
import { rootRows, rowOfRevision, type Shown, type SortOrder } from './rows';

const ORDER = 'annals.sortOrder';

/** A filter that leaves no more revisions opens its rows by itself; more stay closed. */
const OPENS = 200;

/** A window has laid out its views so long after its first log is shown, in milliseconds. */
const LAID_OUT = 600;

/** The view of files, its filter and its order. */
export function showFilesView(
  logs: Logs,
  selection: CurrentSelection,
  memory: vscode.Memento,
): vscode.Disposable {
  let order: SortOrder = remembered(memory, ORDER, v.picklist(['log', 'name']), 'log');
  /** Makes the rows of a filter new ones, so that they open or close as it wants. */
  let generation = 0;
  const filter = new ViewFilter(memory, (message) => {
    generation++;
    tree.view.message = message;
    tree.refresh();
  });
  const shownOf = (reading: Reading): Shown => ({ order, matches: filter.matchesOf(reading) });
  const tree = makeTree({
    view: 'annals.files',
    roots: (reading) => rootRows(reading, shownOf(reading)),
    summary: ({ log }) => log.title ?? '',
    adjust: ({ reading, revision, id }, item) => {
      const matches = filter.matchesOf(reading);
      if (!matches) return;
      item.id = `${id}~${String(generation)}`;
      const isFolder = item.contextValue === 'folder';
      const isWhole = !isFolder && matches.files.has(reading.log.histories.fileOf(revision));
      const isClosed = item.collapsibleState === vscode.TreeItemCollapsibleState.Collapsed;
      if (isClosed && !isWhole && matches.revisions.size <= OPENS) {
        item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
      }
    },
  });
  const setOrder = (next: SortOrder): void => {
    order = next;
    tree.refresh();
    void memory.update(ORDER, next);
    void vscode.commands.executeCommand('setContext', ORDER, next);
  };
  const follow = (): void => {
    if (!filter.isActive) followSelection(tree, selection, shownOf);
  };
  let again: ReturnType<typeof setTimeout> | undefined;
  const showLog = (): void => {
    tree.show(selection.reading);
    void filter.renew(selection.reading);
    // VS Code loses what is revealed while a reloaded window lays out its views.
    if (selection.reading) again ??= setTimeout(follow, LAID_OUT);
  };
  setOrder(order);
  showLog();
  return vscode.Disposable.from(
    tree,
    filter,
    new vscode.Disposable(() => clearTimeout(again)),
    selection.onDidChangeLog(showLog),
    // The first log of a window is shown before its recovery, by the places of its files.
    logs.onDidParse((reading) => {
      if (!selection.reading) tree.show(reading);
    }),
    selection.onDidChange(follow),
    tree.view.onDidChangeVisibility(follow),
    vscode.commands.registerCommand('annals.sortByName', () => setOrder('name')),
    vscode.commands.registerCommand('annals.sortByLogOrder', () => setOrder('log')),
    vscode.commands.registerCommand('annals.filter', (text?: unknown) =>
      filter.ask(text, selection.reading),
    ),
    vscode.commands.registerCommand('annals.clearFilter', () =>
      filter.set('', selection.reading).then(follow),
    ),
  );
}

/** Selects the row of the revision under the cursor, while the view is visible: revealing opens. */
function followSelection(
  { view }: LogTree,
  selection: CurrentSelection,
  shownOf: (reading: Reading) => Shown,
): void {
  const { current } = selection;
  if (!view.visible || current?.revision === undefined || current.origin === 'tree') return;
  if (current.origin === 'editor' && !followsCursor()) return;
  const { reading, revision } = current;
  const row = rowOfRevision(reading, revision, shownOf(reading));
  view.reveal(row, { select: true, focus: false }).then(undefined, (error: unknown) => {
    // A row of a reading that is no longer shown cannot be found, and need not.
    if (selection.reading === reading) throw error;
  });
}
