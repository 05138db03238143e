import * as vscode from 'vscode';
import { apiOf, type Annals } from './api';
import { registerAnnotate } from './commands/annotate';
import { registerCompare } from './commands/comparePoints';
import { registerEvidence } from './commands/evidence';
import { registerFixCommand } from './commands/fixCommand';
import { registerFolding } from './commands/folding';
import { registerLearn } from './commands/learn';
import { registerMatchPaths } from './commands/matchPaths';
import { registerNaming } from './commands/naming';
import { registerOpenCommands } from './commands/openLog';
import { registerQuickPicks } from './commands/quickPicks';
import { registerRevisionCommands } from './commands/revisionCommands';
import { registerTagCommands } from './commands/tags';
import { registerTextCommands } from './commands/texts';
import { provideFolding } from './language/folding';
import { provideHints } from './language/hints';
import { provideHover } from './language/hover';
import { provideLenses } from './language/lenses';
import { provideNavigation } from './language/navigation';
import { showProblems } from './language/problems';
import { provideSelectionRanges } from './language/selectionRanges';
import { provideSymbols } from './language/symbols';
import { Answers } from './logs/answers';
import { detectLogs } from './logs/detect';
import { openDocuments } from './logs/documents';
import { openLargeFiles } from './logs/largeFiles';
import { Logs } from './logs/logs';
import { GivenNames } from './logs/names';
import { CurrentSelection } from './logs/selection';
import { showGraphs } from './panel/graphs';
import { showCheckout } from './sources/checkout';
import { serveSources } from './sources/documents';
import { serveRevisionTexts } from './sources/revisionTexts';
import { markHistories } from './sources/whereHistories';
import { showAnswersView } from './views/answers';
import { showBranchesView } from './views/branches';
import { showChangesetsView } from './views/changesets';
import { showFilesView } from './views/files';
import { showTagsView } from './views/tags';

export function activate(context: vscode.ExtensionContext): Annals {
  const channel = vscode.window.createOutputChannel('Annals', { log: true });
  const names = new GivenNames(context.workspaceState);
  const logs = new Logs(names, channel);
  const selection = new CurrentSelection(logs);
  const answers = new Answers(logs);
  const sources = serveSources(channel, context.globalStorageUri);
  context.subscriptions.push(
    channel,
    names,
    logs,
    selection,
    answers,
    showProblems(logs),
    provideFolding(logs),
    provideSelectionRanges(logs),
    provideHover(logs),
    provideSymbols(logs),
    provideNavigation(logs),
    provideLenses(logs),
    provideHints(logs),
    showFilesView(logs, selection, context.workspaceState),
    showBranchesView(selection),
    showChangesetsView(selection),
    showTagsView(selection),
    showAnswersView(answers),
    showGraphs(logs, selection, context.extensionUri),
    registerRevisionCommands(logs, selection),
    registerQuickPicks(selection),
    registerOpenCommands(logs, sources),
    registerNaming(logs, selection, names),
    registerMatchPaths(selection, names),
    registerLearn(logs, selection, names),
    registerFolding(logs),
    registerFixCommand(logs, selection, answers),
    registerEvidence(logs, selection, answers),
    registerCompare(selection, answers),
    registerTagCommands(selection),
    registerAnnotate(logs, selection),
    registerTextCommands(logs, selection),
    detectLogs(),
    openDocuments(logs),
    openLargeFiles(logs),
    sources,
    serveRevisionTexts(),
    markHistories(),
    showCheckout(),
  );
  return apiOf(logs);
}
