import * as vscode from 'vscode';
import { NO_REVISION, type RevisionId } from '../core/history/ids';
import { printable, summary } from '../core/text/printable';
import { fileLabel } from '../core/words/files';
import type { Logs, Reading } from '../logs/logs';
import type { CurrentSelection } from '../logs/selection';
import { targetOf, type Target } from '../logs/target';
import { emptyAddress, textAddress } from '../sources/revisionTexts';

/** Commands that show the text of a revision, and what it changed. */
export function registerTextCommands(logs: Logs, selection: CurrentSelection): vscode.Disposable {
  const register = (name: string, run: (target: Target) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(`annals.${name}`, async (argument: unknown) => {
      const target = await targetOf(argument, logs, selection);
      if (!target) return;
      if (textAddress(target.reading, target.revision)) await run(target);
      else void vscode.window.showInformationMessage(NO_TEXTS);
    });
  return vscode.Disposable.from(
    register('openRevision', openRevision),
    register('compareWithPrevious', compareWithPrevious),
    register('showChanges', showChanges),
  );
}

const NO_TEXTS =
  'This log has no texts of files. Open the history of an archive, of a folder of archives, or of a checkout.';

async function openRevision({ reading, revision }: Target): Promise<void> {
  const label = labelOf(reading, revision);
  await vscode.commands.executeCommand('vscode.open', textAddress(reading, revision), {}, label);
}

/** What a revision changed: beside the one that it was made from. */
async function compareWithPrevious({ reading, revision }: Target): Promise<void> {
  const { histories } = reading.log;
  const before = histories.predecessor(revision);
  const from = before === NO_REVISION ? 'nothing' : histories.numberText(before);
  const title = `${nameOf(reading, revision)} (${from} ↔ ${histories.numberText(revision)})`;
  const [left, right] = sidesOf(reading, revision);
  await vscode.commands.executeCommand('vscode.diff', left, right, title);
}

/** What a commit changed, all files in one editor. */
async function showChanges({ reading, revision }: Target): Promise<void> {
  const { histories, recovery } = reading.log;
  const revisions = recovery.changesets.revisionsOf(recovery.changesets.of(revision));
  const title = `${printable(histories.author(revision))}: ${summary(histories.message(revision), 60)}`;
  const changes = Array.from(revisions, (r) => {
    const [left, right] = sidesOf(reading, r);
    return [right, left, right];
  });
  await vscode.commands.executeCommand('vscode.changes', title, changes);
}

/** The texts before and after a revision. */
function sidesOf(reading: Reading, revision: RevisionId): [vscode.Uri, vscode.Uri] {
  const before = reading.log.histories.predecessor(revision);
  const after = textAddress(reading, revision)!;
  const left = before === NO_REVISION ? undefined : textAddress(reading, before);
  return [left ?? emptyAddress(after), after];
}

function labelOf(reading: Reading, revision: RevisionId): string {
  return `${nameOf(reading, revision)} (${reading.log.histories.numberText(revision)})`;
}

function nameOf({ log }: Reading, revision: RevisionId): string {
  return fileLabel(log, log.histories.fileOf(revision));
}
