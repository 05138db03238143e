import * as vscode from 'vscode';
import { NO_REVISION, type RevisionId } from '../core/history/ids';
import { printable, summary } from '../core/text/printable';
import { lineLabel } from '../core/words/branches';
import { fileLabel } from '../core/words/files';
import { describeRevision } from '../core/words/revisions';
import type { Logs, Reading } from '../logs/logs';
import type { CurrentSelection } from '../logs/selection';
import { targetOf, type Target } from '../logs/target';
import { archiveOf, baseAddress, emptyAddress, textAddress } from '../sources/revisionTexts';
import { findWorkingFile } from '../sources/workingFiles';
import { plain } from '../workbench/quickPick';
import { inform } from '../workbench/say';

/** Commands that show the text of a revision, and what it changed. */
export function registerTextCommands(logs: Logs, selection: CurrentSelection): vscode.Disposable {
  const register = (name: string, run: (target: Target) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(`annals.${name}`, async (argument: unknown) => {
      const target = await targetOf(argument, logs, selection);
      if (!target) return;
      if (textAddress(target.reading, target.revision)) await run(target);
      else void inform(NO_TEXTS);
    });
  return vscode.Disposable.from(
    register('openRevision', openRevision),
    register('compareWithPrevious', compareWithPrevious),
    register('compareWithBranchPoint', compareWithBranchPoint),
    register('compareWithRevision', compareWithRevision),
    register('compareWithWorkingFile', compareWithWorkingFile),
    register('showChanges', showChanges),
  );
}

/** What a command says that needs texts of revisions. */
export const NO_TEXTS =
  'This log has no texts of files. Open the history of an archive, of a folder of archives, or of a checkout.';

async function openRevision({ reading, revision }: Target): Promise<void> {
  const label = labelOf(reading, revision);
  await vscode.commands.executeCommand('vscode.open', textAddress(reading, revision), {}, label);
}

/** What a revision changed: beside the one that it was made from. */
function compareWithPrevious({ reading, revision }: Target): Promise<void> {
  return compare(reading, reading.log.histories.predecessor(revision), revision);
}

/** What a branch changed up to a revision. */
async function compareWithBranchPoint({ reading, revision }: Target): Promise<void> {
  const { histories } = reading.log;
  const { point } = reading.log.history(histories.fileOf(revision)).lineOf(revision);
  if (point !== NO_REVISION) return compare(reading, point, revision);
  const sentence = `${histories.numberText(revision)} is on the trunk, which leaves from no other line.`;
  void inform(sentence);
}

/** Beside any other revision of the file, the tips of its lines first. */
async function compareWithRevision({ reading, revision }: Target): Promise<void> {
  const { log } = reading;
  const { histories } = log;
  const file = histories.fileOf(revision);
  const { lines } = log.history(file);
  const tips = lines.map(({ revisions }) => revisions[0]!);
  const others = lines.flatMap(({ revisions }) => revisions.slice(1));
  const itemOf = (r: RevisionId): vscode.QuickPickItem & { revision: RevisionId } => ({
    label: plain(
      `${histories.numberText(r)}  ${printable(lineLabel(log, file, log.history(file).lineOf(r).branch))}`,
    ),
    description: plain(describeRevision(histories, r)),
    revision: r,
  });
  const items = [
    { label: 'newest of each line', kind: vscode.QuickPickItemKind.Separator },
    ...tips.filter((r) => r !== revision).map(itemOf),
    { label: 'others', kind: vscode.QuickPickItemKind.Separator },
    ...others.filter((r) => r !== revision).map(itemOf),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: `What to compare ${labelOf(reading, revision)} with`,
    matchOnDescription: true,
  });
  if (!picked || !('revision' in picked)) return;
  const older = histories.moment(picked.revision) <= histories.moment(revision);
  await compare(reading, older ? picked.revision : revision, older ? revision : picked.revision);
}

/** Beside the file in a checkout, as it is on the disk. */
async function compareWithWorkingFile({ reading, revision }: Target): Promise<void> {
  const working = await findWorkingFile(reading, revision);
  if (!working) {
    const sentence = `No folder of this window has a checkout of ${nameOf(reading, revision)}.`;
    void inform(sentence);
    return;
  }
  const archive = archiveOf(reading, revision);
  const number = reading.log.histories.numberText(revision);
  const title = `${nameOf(reading, revision)} (${number} ↔ working file)`;
  const base = archive && baseAddress(archive, number);
  await vscode.commands.executeCommand('vscode.diff', base, working, title);
}

async function compare(reading: Reading, from: RevisionId, to: RevisionId): Promise<void> {
  const { histories } = reading.log;
  const name = from === NO_REVISION ? 'nothing' : histories.numberText(from);
  const title = `${nameOf(reading, to)} (${name} ↔ ${histories.numberText(to)})`;
  const right = textAddress(reading, to)!;
  const left = from === NO_REVISION ? undefined : textAddress(reading, from);
  await vscode.commands.executeCommand('vscode.diff', left ?? emptyAddress(right), right, title);
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
