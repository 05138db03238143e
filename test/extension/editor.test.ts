import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, closeAll, openSample, until } from './support';

describe('a log as one reads code', () => {
  let document: vscode.TextDocument;
  before(async () => {
    await activated();
    ({ document } = await openSample('pump.histlog'));
  });
  after(closeAll);

  const ask = <Result>(command: string, ...args: unknown[]): Thenable<Result> =>
    vscode.commands.executeCommand<Result>(`vscode.execute${command}`, ...args);
  /** Inside a text that the sample has once, so many characters from its beginning. */
  const at = (text: string, characters = 1): vscode.Position =>
    document.positionAt(document.getText().indexOf(text) + characters);
  const lineOf = (text: string): number => at(text).line;
  const lines = (places: readonly (vscode.Location | vscode.LocationLink)[]): number[] =>
    places.map((place) => ('range' in place ? place.range : place.targetRange).start.line);

  it('has files, lines of descent and revisions as symbols', async () => {
    const files = await until('there are symbols', async () => {
      const symbols = await ask<vscode.DocumentSymbol[]>('DocumentSymbolProvider', document.uri);
      return symbols.length > 0 ? symbols : undefined;
    });
    deepEqual(
      files.map(({ name }) => name),
      ['Makefile', 'motor.c', 'ramp.c', 'valve.c', 'File 5'],
    );
    const motor = files[1]!;
    equal(motor.kind, vscode.SymbolKind.File);
    match(motor.detail, /^\d+ revisions, \d+ branches, 200\d-\d\d-\d\d to 2006-\d\d-\d\d$/);
    const pump = motor.children.find(({ name }) => name === 'pump-1 (1.3.4)')!;
    deepEqual(
      pump.children.map(({ name }) => name.split(' ')[0]),
      ['1.3.4.3', '1.3.4.2', '1.3.4.1'],
    );
    equal(pump.children[0]!.selectionRange.start.line, lineOf('1.3.4.3\u00a0'));
    ok(motor.range.contains(pump.range) && pump.range.contains(pump.children[2]!.range));
  });

  it('finds symbols by words over all open logs', async () => {
    const symbols = await ask<vscode.SymbolInformation[]>(
      'WorkspaceSymbolProvider',
      'motor 1.3.4.2',
    );
    const own = symbols.filter(({ location }) => location.uri.path === document.uri.path);
    ok(own.some(({ location }) => location.range.start.line === lineOf('1.3.4.2\u00a0')));
  });

  it('goes from a number in a message to what it means', async () => {
    const go = async (position: vscode.Position): Promise<number[]> =>
      lines(await ask('DefinitionProvider', document.uri, position));
    deepEqual(await go(at('see rev. 1.4', 10)), [
      lineOf('\u00a01.4\u00a002-May-2006\u00a0 ines\u00a0Measure'),
    ]);
    deepEqual(await go(at('firmware/pump/valve.c: revision 1.5', 33)), [
      lineOf('\u00a01.5\u00a011-Jun'),
    ]);
    deepEqual(await go(at('Stop the motor', 3)), []);
  });

  it('finds what tells of a revision: mentions, pull-ups, branches that leave', async () => {
    const places = lines(await ask('ReferenceProvider', document.uri, at('\u00a01.3.4.2\u00a0')));
    ok(places.includes(lineOf('\u00a01.3.4.2\u00a0')));
    ok(places.includes(lineOf('\u00a01.3.4.2.2.1\u00a0')));
    const pulled = lines(await ask('ReferenceProvider', document.uri, at('\u00a01.7\u00a011-Jun')));
    ok(pulled.includes(lineOf('\u00a01.3.4.3\u00a0')));
  });

  it('has a lens above each file, and the names of branches behind their numbers', async () => {
    const lenses = await ask<vscode.CodeLens[]>('CodeLensProvider', document.uri);
    match(lenses[0]!.command!.title, /^Makefile: \d+ revisions/);
    equal(lenses.length, 10);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await ask<vscode.InlayHint[]>('InlayHintProvider', document.uri, whole);
    const here = hints.find(({ position }) => position.line === lineOf('1.3.4.2\u00a0'))!;
    equal(here.label, 'pump-1');
    equal(here.position.character, 8);
  });

  it('grows a selection from a number to its revision, branch and file', async () => {
    const position = at('firmware/pump/valve.c: revision 1.5', 33);
    const [first] = await ask<vscode.SelectionRange[]>('SelectionRangeProvider', document.uri, [
      position,
    ]);
    const grown: vscode.Range[] = [];
    for (let here = first; here; here = here.parent!) grown.push(here.range);
    const spans = grown.map(({ start, end }) => [start.line, end.line].join(' '));
    const top = lineOf('1.3.4.3\u00a0');
    const file = lineOf('\u00a01.7\u00a011-Jun-2006');
    for (const span of [
      `${top} ${lineOf('1.3.4.2\u00a0') - 1}`,
      `${top} ${lineOf('1.3.4.2.2.1\u00a0') - 1}`,
      `${file} ${lineOf('Merge the kaja-sensorless branch') - 1}`,
      `0 ${document.lineCount - 1}`,
    ])
      ok(spans.includes(span), `${span} in ${spans.join(', ')}`);
    ok(grown.every((range, i) => i === 0 || range.contains(grown[i - 1]!)));
  });

  it('folds to its files, and opens again for its subjects', async () => {
    await vscode.window.showTextDocument(document);
    const seen = (): number =>
      vscode.window.activeTextEditor!.visibleRanges.reduce(
        (sum, { start, end }) => sum + end.line - start.line + 1,
        0,
      );
    await vscode.commands.executeCommand('annals.foldToFiles');
    const files = await until('only files are left', () => (seen() < 20 ? seen() : undefined));
    await vscode.commands.executeCommand('annals.foldToSubjects');
    await until('subjects are there', () => seen() > files + 10 || undefined);
    await vscode.commands.executeCommand('editor.unfoldAll');
  });

  it('leaves out lenses and names where a setting says so', async () => {
    const settings = vscode.workspace.getConfiguration('annals');
    for (const name of ['codeLens', 'branchNames'])
      await settings.update(name, false, vscode.ConfigurationTarget.Global);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    deepEqual(await ask('CodeLensProvider', document.uri), []);
    deepEqual(await ask('InlayHintProvider', document.uri, whole), []);
    for (const name of ['codeLens', 'branchNames'])
      await settings.update(name, undefined, vscode.ConfigurationTarget.Global);
  });
});
