import * as vscode from 'vscode';
import { revisionsLike } from '../core/answers/goTo';
import type { RevisionId } from '../core/history/ids';
import { placeLabel } from '../core/words/branches';
import { fileLabel } from '../core/words/files';
import { describeRevision } from '../core/words/revisions';
import type { Logs, Reading } from '../logs/logs';
import type { CurrentSelection } from '../logs/selection';
import { runSteps } from '../logs/steps';
import { revealTarget } from '../logs/target';
import { plain } from '../workbench/quickPick';

/** A list of more helps nobody: who types on sees others. */
const MOST_ITEMS = 200;

interface Item extends vscode.QuickPickItem {
  readonly revision: RevisionId | undefined;
}

const NOTHING: Item = {
  label: 'No revision has all of these words',
  revision: undefined,
  alwaysShow: true,
};

/** *Go to Revision...*: any of a log by words of its path, number, branch, tags, author, date and subject. */
export function registerGoToRevision(logs: Logs, selection: CurrentSelection): vscode.Disposable {
  return vscode.commands.registerCommand('annals.goToRevision', async () => {
    const active = vscode.window.activeTextEditor?.document.uri;
    const reading = (active && (await logs.read(active))) ?? selection.reading;
    if (reading) pick(reading, selection);
  });
}

function pick(reading: Reading, selection: CurrentSelection): void {
  const list = vscode.window.createQuickPick<Item>();
  let search: vscode.CancellationTokenSource | undefined;
  const show = async (text: string): Promise<void> => {
    search?.cancel();
    const mine = (search = new vscode.CancellationTokenSource());
    list.busy = true;
    const found = await runSteps(revisionsLike(reading.log, text, MOST_ITEMS), mine.token);
    if (!found || mine !== search) return;
    list.items = found.length > 0 ? found.map((each) => itemOf(reading, each)) : [NOTHING];
    list.busy = false;
  };
  list.title = 'Go to Revision';
  list.placeholder = 'Path, number, branch, tag, author, date or words: clock.c 1.54';
  list.matchOnDescription = list.matchOnDetail = true;
  list.onDidChangeValue((text) => void show(text));
  list.onDidAccept(() => {
    const [item] = list.selectedItems;
    const { revision } = item ?? NOTHING;
    list.hide();
    if (revision !== undefined)
      void revealTarget(selection, { reading, revision }, false, 'editor');
  });
  list.onDidHide(() => {
    search?.cancel();
    list.dispose();
  });
  list.show();
  void show('');
}

function itemOf({ log }: Reading, revision: RevisionId): Item {
  const { histories } = log;
  return {
    revision,
    label: plain(`${fileLabel(log, histories.fileOf(revision))} ${histories.numberText(revision)}`),
    description: plain(placeLabel(log, revision)),
    detail: plain(describeRevision(histories, revision)),
    // The list is searched here, where letters of a path may stand apart.
    alwaysShow: true,
  };
}
