import * as vscode from 'vscode';
import type { Annals } from './api';
import { registerEvidence } from './commands/evidence';
import { registerFixCommand } from './commands/fixCommand';
import { registerMatchPaths } from './commands/matchPaths';
import { registerNaming } from './commands/naming';
import { registerOpenCommands } from './commands/openLog';
import { registerQuickPicks } from './commands/quickPicks';
import { registerRevisionCommands, revealTarget } from './commands/revisionCommands';
import { detectLogs } from './logs/detect';
import { openDocuments } from './logs/documents';
import { provideFolding } from './language/folding';
import { provideHover } from './language/hover';
import { openLargeFiles } from './logs/largeFiles';
import { Logs } from './logs/logs';
import { showProblems } from './language/problems';
import { Memory } from './logs/names';
import { CurrentSelection } from './logs/selection';
import { showGraphs } from './panel/graphs';
import { showFilesView } from './views/files/view';
import { showRecoveredViews } from './views/recoveredViews';

export function activate(context: vscode.ExtensionContext): Annals {
  const memory = new Memory(context.workspaceState);
  const logs = new Logs(memory);
  const selection = new CurrentSelection(logs);
  context.subscriptions.push(
    memory,
    logs,
    selection,
    showProblems(logs),
    provideFolding(logs),
    provideHover(logs),
    showFilesView(selection, context.workspaceState),
    showRecoveredViews(selection),
    showGraphs(logs, selection, context.extensionUri),
    registerRevisionCommands(logs, selection),
    registerQuickPicks(selection, async (target, inGraph) => {
      if (inGraph)
        await vscode.commands.executeCommand('annals.showInGraph', { kind: 'revision', ...target });
      else await revealTarget(selection, target, false, 'editor');
    }),
    registerOpenCommands(logs),
    registerNaming(logs, selection, memory),
    registerMatchPaths(selection, memory),
    registerFixCommand(logs, selection),
    registerEvidence(logs, selection),
    detectLogs(),
    openDocuments(logs),
    openLargeFiles(logs),
  );
  return { logOf: (uri) => logs.latest(uri)?.log };
}
