import * as vscode from 'vscode';
import { sentenceOf } from '../../core/problems/problem';
import { search } from '../../core/answers/search';
import { count } from '../../core/text/count';
import { shorten } from '../../core/text/printable';
import type { Reading } from '../../logs/logs';
import { limitSentence } from '../../logs/limits';
import type { CurrentSelection } from '../../logs/selection';
import { followsCursor } from '../../workbench/settings';
import { runSteps } from '../../logs/steps';
import { FilesTree } from './tree';
import type { Node, SortOrder } from './nodes';

const ORDER = 'annals.sortOrder';

/** The view of files, its filter and its order. */
export function showFilesView(
  selection: CurrentSelection,
  memory: vscode.Memento,
): vscode.Disposable {
  const tree = new FilesTree();
  const view = vscode.window.createTreeView('annals.files', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const filter = new ViewFilter(tree, view, selection);
  const setOrder = (order: SortOrder): void => {
    tree.setOrder(order);
    void memory.update(ORDER, order);
    void vscode.commands.executeCommand('setContext', ORDER, order);
  };
  setOrder(memory.get<SortOrder>(ORDER) ?? 'log');

  const follow = (): void => {
    if (!filter.isActive) followSelection(view, selection);
  };
  const showLog = (): void => {
    tree.show(selection.reading);
    view.description = selection.reading?.log.title ?? '';
    void filter.renew();
  };
  showLog();
  return vscode.Disposable.from(
    tree,
    view,
    filter,
    selection.onDidChangeLog(showLog),
    selection.onDidChange(follow),
    view.onDidChangeVisibility(follow),
    vscode.commands.registerCommand('annals.sortByName', () => setOrder('name')),
    vscode.commands.registerCommand('annals.sortByLogOrder', () => setOrder('log')),
    vscode.commands.registerCommand('annals.filter', (text?: unknown) => filter.ask(text)),
    vscode.commands.registerCommand('annals.clearFilter', () => filter.set('').then(follow)),
  );
}

/** Selects the row of the revision under the cursor, while the view is visible: revealing opens. */
function followSelection(view: vscode.TreeView<Node>, selection: CurrentSelection): void {
  const { current } = selection;
  if (!view.visible || current?.revision === undefined || current.origin === 'tree') return;
  if (current.origin === 'editor' && !followsCursor()) return;
  const { reading, revision } = current;
  const node: Node = { kind: 'revision', reading, revision };
  view.reveal(node, { select: true, focus: false }).then(undefined, (error: unknown) => {
    // A row of a reading that is no longer shown cannot be found, and need not.
    if (selection.reading === reading) throw error;
  });
}

/** What the view shows of the log, by words that the user gives. */
class ViewFilter implements vscode.Disposable {
  private text = '';
  private cancel = new vscode.CancellationTokenSource();

  constructor(
    private readonly tree: FilesTree,
    private readonly view: vscode.TreeView<Node>,
    private readonly selection: CurrentSelection,
  ) {}

  get isActive(): boolean {
    return this.text !== '';
  }

  dispose(): void {
    this.cancel.cancel();
  }

  async ask(given: unknown): Promise<void> {
    const text =
      typeof given === 'string'
        ? given
        : await vscode.window.showInputBox({
            title: 'Filter Files, Branches and Revisions',
            prompt: 'Words in a name, number, author, date or message. Empty shows everything.',
            placeHolder: 'pmap.c, 1.53.4, bouyer 2019-11, ticket #463',
            value: this.text,
          });
    if (text !== undefined) await this.set(text.trim());
  }

  async set(text: string): Promise<void> {
    this.text = text;
    await vscode.commands.executeCommand('setContext', 'annals.isFiltered', text !== '');
    await this.renew();
  }

  /** Looks again, because the words or the log have changed. */
  async renew(): Promise<void> {
    this.cancel.cancel();
    this.cancel = new vscode.CancellationTokenSource();
    const { token } = this.cancel;
    const { reading } = this.selection;
    if (!reading || this.text === '') {
      this.tree.setFilter(undefined);
      const isEmpty = reading?.log.histories.count === 0;
      this.view.message = isEmpty ? emptySentence(reading) : limitSentence(reading?.limit);
      return;
    }
    const { text } = this;
    const matches = await vscode.window.withProgress({ location: { viewId: 'annals.files' } }, () =>
      runSteps(search(reading.log, text), token),
    );
    if (!matches) return;
    this.tree.setFilter({ reading, text, matches });
    const found =
      matches.within.size === 0
        ? 'nothing'
        : matches.revisions.size === 0
          ? count(matches.within.size, 'file')
          : `${count(matches.revisions.size, 'revision')} in ${count(matches.within.size, 'file')}`;
    this.view.message = `Filter “${shorten(text, 60)}”: ${found}`;
  }
}

/** Why a log shows nothing. */
function emptySentence({ log }: Reading): string {
  const problem = log.readingProblems.at(0);
  return problem ? sentenceOf(problem) : 'This log is empty.';
}
