import * as vscode from 'vscode';
import { apiOf, type Annals } from './api';
import { registerAgentTools } from './commands/agentTools';
import { registerAnnotate } from './commands/annotate';
import { registerCompare } from './commands/comparePoints';
import { registerCopyAs } from './commands/copyAs';
import { registerEvidence } from './commands/evidence';
import { registerFixCommand } from './commands/fixCommand';
import { registerFolding } from './commands/folding';
import { registerGoToRevision } from './commands/goToRevision';
import { registerLearn } from './commands/learn';
import { registerLinks } from './commands/links';
import { registerMatchPaths } from './commands/matchPaths';
import { registerMoving } from './commands/moving';
import { registerNaming } from './commands/naming';
import { registerOpenCommands } from './commands/openLog';
import { registerQuickPicks } from './commands/quickPicks';
import { registerRevisionCommands } from './commands/revisionCommands';
import { registerSample } from './commands/sample';
import { registerShowOnly } from './commands/showOnly';
import { registerTagCommands } from './commands/tags';
import { registerTextCommands } from './commands/texts';
import { provideCompletion } from './language/completion';
import { provideFolding } from './language/folding';
import { provideCallHierarchy } from './language/callHierarchy';
import { provideHighlights } from './language/highlights';
import { provideHints } from './language/hints';
import { provideHover } from './language/hover';
import { provideLenses } from './language/lenses';
import { provideLinks } from './language/links';
import { provideNavigation } from './language/navigation';
import { provideProblemFixes } from './language/problemFixes';
import { serveProblemHelp } from './language/problemHelp';
import { showProblems } from './language/problems';
import { showRoutine } from './language/routine';
import { provideSelectionRanges } from './language/selectionRanges';
import { provideSemanticTokens } from './language/semanticTokens';
import { showPlaceInLog } from './language/statusBar';
import { provideSymbols } from './language/symbols';
import { Answers } from './logs/answers';
import { detectLogs } from './logs/detect';
import { openDocuments } from './logs/documents';
import { openLargeFiles } from './logs/largeFiles';
import { Logs } from './logs/logs';
import { GivenNames } from './logs/names';
import { ReviewedProblems } from './logs/reviewed';
import { CurrentSelection } from './logs/selection';
import { showGraphs } from './panel/graphs';
import { showCheckout } from './sources/checkout';
import { serveSources } from './sources/documents';
import { Excerpts } from './sources/excerpts';
import { serveRevisionTexts } from './sources/revisionTexts';
import { markHistories } from './sources/whereHistories';
import { showAnswersView } from './views/answers';
import { showBranchesView } from './views/branches';
import { showChangesetsView } from './views/changesets';
import { showFilesView } from './views/files';
import { offerViews } from './views/offer';
import { showTagsView } from './views/tags';

export function activate(context: vscode.ExtensionContext): Annals {
  const channel = vscode.window.createOutputChannel('Annals', { log: true });
  const names = new GivenNames(context.workspaceState);
  const logs = new Logs(names, channel);
  const selection = new CurrentSelection(logs);
  const answers = new Answers(logs);
  const reviewed = new ReviewedProblems(context.workspaceState);
  const excerpts = new Excerpts(logs);
  const sources = serveSources(channel, context.globalStorageUri);
  context.subscriptions.push(
    channel,
    names,
    logs,
    selection,
    answers,
    reviewed,
    showProblems(logs, reviewed),
    provideProblemFixes(logs, reviewed),
    serveProblemHelp(),
    provideSemanticTokens(logs),
    provideFolding(logs),
    provideSelectionRanges(logs),
    provideHover(logs),
    provideSymbols(logs),
    provideNavigation(logs),
    provideLenses(logs),
    provideHints(logs),
    provideHighlights(logs),
    provideCallHierarchy(logs),
    provideLinks(logs),
    showFilesView(logs, selection, context.workspaceState),
    showBranchesView(selection),
    showChangesetsView(selection),
    showTagsView(selection),
    showAnswersView(answers),
    showGraphs(logs, selection, context.extensionUri),
    registerRevisionCommands(logs, selection),
    registerQuickPicks(selection),
    excerpts,
    registerShowOnly(logs, selection, excerpts),
    showRoutine(logs),
    provideCompletion(logs),
    registerMoving(logs, selection),
    registerGoToRevision(logs, selection),
    registerCopyAs(logs, selection),
    registerAgentTools(selection),
    registerLinks(logs, selection, context.extension.id),
    showPlaceInLog(logs, selection),
    registerOpenCommands(logs, sources),
    registerNaming(logs, selection, names),
    registerMatchPaths(selection, names),
    registerLearn(logs, selection, names),
    registerFolding(logs),
    registerFixCommand(logs, selection, answers),
    registerEvidence(logs, selection, answers),
    registerCompare(selection, answers),
    registerTagCommands(selection),
    registerSample(context.extensionUri),
    offerViews(logs, context.globalState),
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
