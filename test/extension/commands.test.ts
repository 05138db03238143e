import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { activated, closeAll, keyOf, openSample, root, sample, until } from './support';

interface Manifest {
  contributes: { commands: { command: string }[]; keybindings: { when: string; key: string }[] };
}

/** The key of the second file of the sample, which links and states know it by. */
const MOTOR = keyOf('pump.histlog', 1);

describe('commands', () => {
  let manifest: Manifest;
  before(async () => {
    manifest = (await activated()).packageJSON as Manifest;
  });
  afterEach(closeAll);

  const lineOf = (): number => vscode.window.activeTextEditor!.selection.active.line + 1;

  it('are all registered', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = manifest.contributes.commands.filter(({ command }) => !registered.has(command));
    deepEqual(missing, []);
  });

  it('take their keys in the graph and in the text of logs only', () => {
    ok(manifest.contributes.keybindings.length > 0);
    for (const { when } of manifest.contributes.keybindings) {
      const isOurs =
        when.startsWith("activeWebviewPanelId == 'annals.graph'") ||
        when === 'editorTextFocus && editorLangId == revision-log';
      ok(isOurs, when);
    }
  });

  it('reveal a revision in the editor that shows the log', async () => {
    await openSample('pump.histlog');
    const uri = sample('pump.histlog').toString();
    await vscode.commands.executeCommand('annals.reveal', {
      uri,
      file: MOTOR,
      revision: '1.3.4.1',
    });
    equal(lineOf(), 32);
    equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 1);
  });

  it('reveal nothing for an address that is none', async () => {
    await openSample('pump.histlog', 3);
    const uri = sample('pump.histlog').toString();
    for (const address of [
      { uri, file: MOTOR, revision: '9.9' },
      { uri, file: 'none', revision: '1.1' },
    ]) {
      await vscode.commands.executeCommand('annals.reveal', address);
      equal(lineOf(), 4);
    }
  });

  it('go along the line of descent and to the branch point', async () => {
    await openSample('pump.histlog', 31);
    await vscode.commands.executeCommand('annals.goToNext');
    equal(lineOf(), 30);
    await vscode.commands.executeCommand('annals.goToPrevious');
    equal(lineOf(), 32);
    await vscode.commands.executeCommand('annals.goToBranchPoint');
    equal(lineOf(), 21);
  });

  it('copy a revision and its message', async () => {
    await openSample('pump.histlog', 13);
    await vscode.commands.executeCommand('annals.copyRevision');
    equal(await vscode.env.clipboard.readText(), '1.7');
    await vscode.commands.executeCommand('annals.copyMessage');
    equal((await vscode.env.clipboard.readText()).split('\n').length, 4);
  });

  it('fold files, branches and revisions', async () => {
    await openSample('pump.histlog');
    const folds = await until('folding ranges', () =>
      vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        sample('pump.histlog'),
      ),
    );
    const ranges = folds.map(({ start, end }) => `${start + 1}-${end + 1}`);
    for (const range of ['4-11', '12-37', '25-32', '16-17', '30-31']) {
      ok(ranges.includes(range), `${range} of ${ranges.join()}`);
    }
  });

  it('stand in the manifest that was packaged', () => {
    const own = JSON.parse(readFileSync(root('package.json'), 'utf8')) as Manifest;
    deepEqual(own.contributes, manifest.contributes);
  });
});
