import * as vscode from 'vscode';
import { fileKeysOf } from '../core/history/fileKeys';
import { revealTarget, targetOf, type Target } from '../logs/target';
import { IN_GRAPH } from '../workbench/quickPick';
import { MOVES } from '../graphs/move';
import type { Logs, Reading } from '../logs/logs';
import type { CurrentSelection } from '../logs/selection';
import { followsCursor } from '../workbench/settings';
import { isPanelState } from '../webview/protocol';
import { registerExport } from './export';
import { GraphPanel } from './graphPanel';
import type { Wanted } from './askedGraph';

const VIEW_TYPE = 'annals.graph';

/** The revision graph: its commands, its following, and its coming back after a reload. */
export function showGraphs(
  logs: Logs,
  selection: CurrentSelection,
  extensionUri: vscode.Uri,
): vscode.Disposable {
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  let graph: GraphPanel | undefined;

  const adopt = (panel: vscode.WebviewPanel): GraphPanel => {
    const adopted = new GraphPanel(panel, dist, {
      select: (reading, revision) => selection.select(reading, revision, 'graph'),
      open: (reading, revision) =>
        void revealTarget(selection, { reading, revision }, false, 'graph'),
      pick: (what, reading, revision) => {
        selection.select(reading, revision, 'graph');
        void vscode.commands.executeCommand(
          `annals.goTo${what === 'file' ? 'File' : 'Branch'}`,
          IN_GRAPH,
        );
      },
      focusRows: setRowsFocused,
    });
    graph = adopted;
    panel.onDidDispose(() => {
      adopted.dispose();
      if (graph === adopted) graph = undefined;
    });
    panel.onDidChangeViewState(() => {
      if (panel.visible) follow();
      if (!panel.active) setRowsFocused(false);
    });
    return adopted;
  };

  const show = ({ reading, revision }: Target, scope?: Wanted['scope']): void => {
    graph?.panel.reveal(undefined, false);
    (graph ?? adopt(createPanel())).show(reading, revision, scope);
  };

  const follow = (): void => {
    const { current } = selection;
    if (!graph?.panel.visible || !current || current.origin === 'graph') return;
    const { reading, revision, origin } = current;
    if (revision !== undefined && (origin === 'tree' || followsCursor()))
      graph.show(reading, revision);
  };

  const showTarget = async (argument: unknown, scope?: Wanted['scope']): Promise<void> => {
    const target = (await targetOf(argument, logs, selection)) ?? firstOf(selection.reading);
    if (!target) return;
    selection.select(target.reading, target.revision, 'graph');
    show(target, scope);
  };

  return vscode.Disposable.from(
    new vscode.Disposable(() => void graph?.panel.dispose()),
    selection.onDidChange(follow),
    logs.onDidRead((reading) => graph && showNewReading(graph, reading)),
    logs.onDidClose((uri) => {
      if (graph?.reading?.uri.toString() === uri.toString()) graph.showEmpty('The log was closed.');
    }),
    vscode.commands.registerCommand('annals.showGraph', () => showTarget(undefined, 'directory')),
    vscode.commands.registerCommand('annals.showCommit', (argument: unknown) =>
      showTarget(argument, 'directory'),
    ),
    vscode.commands.registerCommand('annals.showReleases', () => showTarget(undefined, 'releases')),
    vscode.commands.registerCommand('annals.showFileGraph', (argument: unknown) =>
      showTarget(argument, 'file'),
    ),
    vscode.commands.registerCommand('annals.showInGraph', (argument: unknown) =>
      showTarget(argument),
    ),
    vscode.commands.registerCommand('annals.graph.open', () => graph?.openSelected()),
    registerExport(() => graph?.shown),
    vscode.commands.registerCommand('annals.showLifetimes', () =>
      showTarget(undefined, 'lifetimes'),
    ),
    ...(['branch', 'author', 'file'] as const).flatMap((key) => {
      const name = `${key[0]!.toUpperCase()}${key.slice(1)}`;
      return [
        vscode.commands.registerCommand(`annals.graph.only${name}`, () =>
          graph?.narrow(key, false),
        ),
        vscode.commands.registerCommand(`annals.graph.without${name}`, () =>
          graph?.narrow(key, true),
        ),
      ];
    }),
    ...MOVES.map((move) =>
      vscode.commands.registerCommand(`annals.graph.${move}`, () => graph?.move(move)),
    ),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(panel, state: unknown) {
        await restore(adopt(panel), state, logs, selection);
      },
    }),
  );
}

/** Where no revision is selected, the first of the log. */
function firstOf(reading: Reading | undefined): Target | undefined {
  return reading && reading.log.histories.count > 0 ? { reading, revision: 0 } : undefined;
}

function setRowsFocused(onRows: boolean): void {
  void vscode.commands.executeCommand('setContext', 'annals.graphRowsFocused', onRows);
}

function createPanel(): vscode.WebviewPanel {
  const column = vscode.ViewColumn.Beside;
  return vscode.window.createWebviewPanel(VIEW_TYPE, 'Revision Graph', column, {
    enableScripts: true,
  });
}

/** The log changed: the same revision of its new reading, as far as it is still there. */
function showNewReading(graph: GraphPanel, reading: Reading): void {
  const { reading: before, selected } = graph;
  if (before?.uri.toString() !== reading.uri.toString() || selected === undefined) return;
  const { histories } = reading.log;
  const revision = reading.log.counterpart(before.log, selected);
  const key = fileKeysOf(before.log.histories).of(before.log.histories.fileOf(selected));
  const file = fileKeysOf(histories).find(key);
  if (revision !== undefined) graph.show(reading, revision);
  else if (file !== undefined) graph.show(reading, histories.revisionsOf(file)[0]);
  else graph.showEmpty('The log no longer has this file.');
}

/** The panel comes back with what it showed; its log may be closed by now. */
async function restore(
  graph: GraphPanel,
  state: unknown,
  logs: Logs,
  selection: CurrentSelection,
): Promise<void> {
  const gone = 'The log that this graph was drawn from cannot be opened any more.';
  if (!isPanelState(state)) {
    graph.showEmpty(gone);
    return;
  }
  try {
    const target = await targetOf(state, logs, selection);
    if (target) {
      const { scope = 'file', query = '', isFilter = true, isMuted = true } = state;
      const wanted = { scope, text: query, isFilter, isMuted };
      graph.bringBack(wanted, target.reading, target.revision);
      if (!selection.current) selection.select(target.reading, target.revision, 'graph');
    } else {
      graph.showEmpty('The log has changed, and the revision that this graph showed is not in it.');
    }
  } catch {
    graph.showEmpty(gone);
  }
}
