import * as vscode from 'vscode';
import { knownFromLog } from '../core/elsewhere/fromLog';
import { learnInSteps, toldElsewhere, type Contradiction } from '../core/elsewhere/learn';
import { readKnownInSteps } from '../core/elsewhere/read';
import type { KnownFiles } from '../core/elsewhere/source';
import { archivesLog } from '../core/log';
import { count } from '../core/text/count';
import { encode } from '../core/text/encode';
import { printable } from '../core/text/printable';
import { fileLabel } from '../core/words/files';
import type { Logs, Reading } from '../logs/logs';
import type { GivenNames } from '../logs/names';
import type { CurrentSelection } from '../logs/selection';
import { runSteps } from '../logs/steps';
import { logAddress } from '../sources/addresses';
import { readArchivesBelow } from '../sources/archives';
import { isFolder } from '../sources/files';
import { textOfSource } from '../sources/text';
import { withoutPassword } from '../workbench/addresses';
import { withNotification } from '../workbench/progress';
import { plain } from '../workbench/quickPick';
import { revealLine } from '../workbench/reveal';
import { reasonOf } from '../core/text/reason';
import { complain, inform, warn } from '../workbench/say';

/** Another source of the same history: what it tells, and the address where its lines can be seen. */
interface Source {
  readonly address: vscode.Uri;
  readonly known: KnownFiles;
}

/** Takes paths and names of branches from another source of the same history. */
export function registerLearn(
  logs: Logs,
  selection: CurrentSelection,
  names: GivenNames,
): vscode.Disposable {
  return vscode.commands.registerCommand('annals.learn', async (given?: unknown) => {
    const { reading } = selection;
    if (!reading) return;
    const picked = given instanceof vscode.Uri ? given : await pickSource(logs, reading);
    if (!picked) return;
    const { uri, log } = reading;
    const name = nameOf(picked);
    const { token: wanted } = new vscode.CancellationTokenSource();
    try {
      const learned = await withNotification(`Learning from ${name}`, wanted, async (token) => {
        const source = await readSource(picked, logs, token);
        const steps = source && learnInSteps(log, source.known);
        const all = steps && (await runSteps(steps, token));
        return all && { ...all, address: source.address };
      });
      if (!learned) return;
      const { address, files, branches, contradictions } = learned;
      if (files.length + branches.length > 0) {
        const news = toldElsewhere(log, learned, withoutPassword(address));
        await names.tell(uri, (told) => ({
          ...told,
          elsewhere: {
            files: { ...told.elsewhere.files, ...news.files },
            branches: { ...told.elsewhere.branches, ...news.branches },
          },
        }));
      }
      await tell(reading, address, name, learned.files.length, branches.length, contradictions);
    } catch (error) {
      const reason = reasonOf(error);
      complain(`Nothing was learned from ${name}: ${reason}`);
    }
  });
}

async function tell(
  { log, uri }: Reading,
  address: vscode.Uri,
  name: string,
  files: number,
  branches: number,
  contradictions: readonly Contradiction[],
): Promise<void> {
  const learned =
    files + branches === 0
      ? `${name} tells nothing that this log does not state.`
      : `${count(files, 'path')} and ${count(branches, 'branch name')} are known from ${name}.`;
  if (contradictions.length === 0) {
    void inform(learned);
    return;
  }
  const show = 'Show Contradictions';
  const more = `${count(contradictions.length, 'name')} it tells otherwise; nothing of these was taken.`;
  if ((await warn(`${learned} ${more}`, show)) !== show) return;
  const items = contradictions.map(({ revision, here, there, line }) => ({
    label: plain(printable(`${here} here, ${there} there`)),
    description: plain(
      `${log.histories.numberText(revision)} of ${fileLabel(log, log.histories.fileOf(revision))}`,
    ),
    line,
    here: log.histories.linesOf(revision)[0],
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: `What ${name} Tells Otherwise`,
    placeHolder: 'Select one to see both lines',
  });
  if (!picked) return;
  await revealLine(uri, picked.here, true);
  await revealLine(address, picked.line, false);
}

async function pickSource(logs: Logs, { uri }: Reading): Promise<vscode.Uri | undefined> {
  const others = logs.readings().filter((other) => other.uri.toString() !== uri.toString());
  const file = { label: '$(file) File...', isFolder: false };
  const folder = { label: '$(folder) Folder of Archives...', isFolder: true };
  const open = others.map((other) => ({
    label: `$(history) ${plain(nameOf(other.uri))}`,
    description: 'open',
    uri: other.uri,
  }));
  const picked = await vscode.window.showQuickPick([...open, file, folder], {
    title: 'Learn From Another Source',
    placeHolder:
      'A log of the same files or of a neighbouring directory, “cvs log -h”, archives, “git log --name-status”, or commit mails',
  });
  if (!picked || 'uri' in picked) return picked?.uri;
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: 'Learn From Another Source',
      openLabel: 'Learn',
      canSelectFiles: !picked.isFolder,
      canSelectFolders: picked.isFolder,
      canSelectMany: false,
    })) ?? [];
  return chosen;
}

async function readSource(
  uri: vscode.Uri,
  logs: Logs,
  token: vscode.CancellationToken,
): Promise<Source | undefined> {
  const open = logs.latest(uri);
  if (open) return { address: uri, known: knownFromLog(open.log) };
  if (await isFolder(uri)) {
    const reader = await readArchivesBelow(uri, token, () => undefined);
    const read = reader && (await runSteps(archivesLog(reader), token));
    const log = read && (await runSteps(read.recoverInSteps(), token));
    return log && { address: logAddress(uri), known: knownFromLog(log) };
  }
  const bytes = await vscode.workspace.fs.readFile(uri);
  const made = textOfSource(bytes, uri.path);
  const address = made === undefined ? uri : logAddress(uri);
  const text = made === undefined ? bytes : encode(made);
  const known = await runSteps(readKnownInSteps(text), token);
  return known && { address, known };
}

function nameOf({ path }: vscode.Uri): string {
  return printable(path.replace(/\/$/, '').replace(/^.*\//, ''));
}
