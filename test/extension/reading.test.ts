import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, closeAll, hoverText, openSample, until } from './support';

describe('the text of a log', () => {
  let document: vscode.TextDocument;
  before(async () => {
    await activated();
    ({ document } = await openSample('pump.histlog'));
    await until('the log is read', async () => {
      const all = await ask<unknown[]>('CodeLensProvider', document.uri);
      return all.length > 0;
    });
  });
  after(async () => {
    await setting('links', undefined);
    await closeAll();
  });

  const ask = <Result>(command: string, ...args: unknown[]): Thenable<Result> =>
    vscode.commands.executeCommand<Result>(`vscode.execute${command}`, ...args);
  const setting = (name: string, value: unknown): Thenable<void> =>
    vscode.workspace
      .getConfiguration('annals')
      .update(name, value, vscode.ConfigurationTarget.Global);
  /** The place of `^` in a text that the sample has; blanks stand for any. */
  const at = (marked: string): vscode.Position => {
    const text = document.getText().replaceAll('\u00a0', ' ');
    const start = text.indexOf(marked.replace('^', ''));
    ok(start >= 0, marked);
    return document.positionAt(start + marked.indexOf('^'));
  };
  const lineOf = (marked: string): number => at(`^${marked}`).line;
  const lines = (places: readonly (vscode.Location | vscode.LocationLink)[]): number[] =>
    places.map((place) => ('range' in place ? place.range : place.targetRange).start.line);

  /** [a place, lines that its definition is on] */
  const definitions: readonly (readonly [string, string[]])[] = [
    ['in ticket #^12)', [' 1.2.2.1 20-Jan-2005  ruth']],
    ['in ticket #3^1)', [' 1.3.4.3 03-Jul-2006  ruth', ' 1.2.2.2 03-Jul-2006  ruth']],
    ['ok tom^as@', [' 1.1 01-Mar-2004  tomas Import']],
    ['(PR fw/^1201)', [' 1.7 11-Jun-2006  ines']],
    ['out into val^ve.c', [' 1.5 11-Jun-2006  ines Wait']],
    ['on branch kaja-^sensorless', [' 1.1.2.2 20-Mar-2005  kaja']],
  ];
  for (const [marked, right] of definitions)
    it(`is gone from: ${marked}`, async () => {
      const found = lines(await ask('DefinitionProvider', document.uri, at(marked)));
      deepEqual(found.sort(), right.map(lineOf).sort());
    });

  it('tells all that has to do with an author, and marks the same in view', async () => {
    const places = lines(await ask('ReferenceProvider', document.uri, at('ok tom^as@')));
    ok(places.includes(lineOf('ok tomas@')));
    ok(places.includes(lineOf(' 1.4 11-Feb-2005  tomas')));
    ok(!places.includes(lineOf(' 1.6 02-May-2006  ines')));
    const marks = await ask<vscode.DocumentHighlight[]>(
      'DocumentHighlights',
      document.uri,
      at('in ticket #^31)'),
    );
    equal(marks.length, 2);
    match(document.getText(marks[0]!.range), /ticket #31/);
  });

  it('knows where a change came from, and where it went on to', async () => {
    const prepare = (marked: string): Thenable<vscode.CallHierarchyItem[]> =>
      vscode.commands.executeCommand('vscode.prepareCallHierarchy', document.uri, at(marked));
    const [item] = await prepare(' ^1.7 11-Jun-2006');
    equal(item!.name, 'motor.c 1.7');
    const outgoing = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>(
      'vscode.provideOutgoingCalls',
      item,
    );
    ok(outgoing.some(({ to }) => to.name === 'motor.c 1.3.4.3'));
    const [pulled] = await prepare(' ^1.3.4.3 03-Jul-2006');
    const incoming = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      pulled,
    );
    ok(incoming.some(({ from }) => from.name === 'motor.c 1.7'));
    match(incoming[0]!.from.detail!, /^Pulled up to · ticket #31, requested by ines/);
  });

  /** [a place, what the hover says] */
  const hovers: readonly (readonly [string, RegExp])[] = [
    ['in ticket #^31)', /\*\*Ticket \\#31\*\*[\s\S]*2 revisions in 1 commit/],
    ['ok tom^as@', /\*\*Author tomas\*\*[\s\S]*5 revisions in 4 commits/],
    ['(PR ^fw/1201)', /\*\*Problem report fw\\\/1201\*\*/],
    ['on branch kaja-^sensorless', /\*\*Branch kaja\\-sensorless\*\*[\s\S]*4 revisions/],
    ['out into val^ve.c', /\*\*File valve\\\.c\*\*/],
  ];
  for (const [marked, right] of hovers)
    it(`is explained: ${marked}`, async () => {
      const { line, character } = at(marked);
      match(await hoverText(document.uri, line, character), right);
    });

  it('has links where a setting says to what', async () => {
    const links = (): Thenable<vscode.DocumentLink[]> => ask('LinkProvider', document.uri);
    const ours = async (): Promise<string[]> =>
      (await links()).map(({ target }) => String(target)).filter((one) => one.includes('bugs.'));
    deepEqual(await ours(), []);
    await setting('links', { report: 'https://bugs.example.org/{category}/{number}' });
    const found = await until('there are links', async () => {
      const all = await ours();
      return all.length > 0 ? all : undefined;
    });
    deepEqual(found, ['https://bugs.example.org/fw/1187', 'https://bugs.example.org/fw/1201']);
    await setting('links', { site: 'cvsweb', base: 'command:evil', report: 'javascript:x' });
    deepEqual(await ours(), []);
    await setting('links', { site: 'viewvc', base: 'https://cvs.example.org/v', root: '/src/' });
    const { line } = at(' ^1.5 11-Jun-2006  ines Wait');
    match(
      await hoverText(document.uri, line, 2),
      /https:\/\/cvs\.example\.org\/v\/firmware\/pump\/valve\.c\?r1=1\.4&r2=1\.5/,
    );
  });

  it('has tokens for what a grammar cannot know', async () => {
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentRangeSemanticTokensLegend',
      document.uri,
      whole,
    );
    const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentRangeSemanticTokens',
      document.uri,
      whole,
    );
    const tokens = new Map<string, string[]>();
    let [line, character] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      if (data[i]! > 0) character = 0;
      line += data[i]!;
      character += data[i + 1]!;
      const type = legend.tokenTypes[data[i + 3]!]!;
      const text = document.lineAt(line).text.slice(character, character + data[i + 2]!);
      tokens.set(type, [...(tokens.get(type) ?? []), text]);
    }
    equal(tokens.get('annalsRevision')!.length, 33);
    ok(tokens.get('annalsReference')!.includes('firmware/pump/valve.c'));
    deepEqual(new Set(tokens.get('annalsBranch')), new Set(['kaja-sensorless', 'pump-1']));
  });

  it('offers tickets, paths and the revisions of a path', async () => {
    const offered = async (marked: string): Promise<string[]> => {
      const { items } = await ask<vscode.CompletionList>(
        'CompletionItemProvider',
        document.uri,
        at(marked),
      );
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    ok((await offered('in ticket #^12)')).includes('#31'));
    ok((await offered('valve.c: revision ^1.5')).includes('1.4'));
    ok((await offered('\tfirmware^/pump/valve.c: revision')).includes('motor.c'));
  });

  /** [command, from, to] */
  const steps: readonly (readonly [string, string, string])[] = [
    ['nextRevision', ' ^1.7 11-Jun-2006', ' 1.6 02-May-2006'],
    ['previousRevision', ' ^1.6 02-May-2006', ' 1.7 11-Jun-2006'],
    ['nextFile', ' ^1.6 02-May-2006', ' 1.2 02-May-2006  ines Merge'],
    ['previousFile', ' ^1.6 02-May-2006', ' 1.7 11-Jun-2006'],
    ['nextBranch', ' ^1.6 02-May-2006', ' 1.3.4.3 03-Jul-2006'],
    ['nextSameAuthor', ' ^1.5 14-Feb-2005', ' 1.4 11-Feb-2005  tomas'],
    ['nextSameTicket', ' ^1.3.4.3 03-Jul-2006', ' 1.2.2.2 03-Jul-2006'],
    ['nextSameCommit', ' ^1.3.4.3 03-Jul-2006', ' 1.2.2.2 03-Jul-2006'],
    ['previousSameTicket', ' ^1.3.4.3 03-Jul-2006', ' 1.3.4.3 03-Jul-2006'],
  ];
  for (const [command, from, to] of steps)
    it(`is walked: ${command}`, async () => {
      const editor = await openSample('pump.histlog', at(from).line);
      await vscode.commands.executeCommand(`annals.${command}`);
      await until(`the cursor is at ${to}`, () => editor.selection.active.line === lineOf(to));
    });

  it('gives a link to a revision', async () => {
    await openSample('pump.histlog', at(' ^1.3.4.2 16-Feb-2005').line);
    await vscode.commands.executeCommand('annals.copyLink');
    const link = await until('there is a link', async () => {
      const text = await vscode.env.clipboard.readText();
      return text.includes('://annals.annals/revision?') ? text : undefined;
    });
    const address = JSON.parse(vscode.Uri.parse(link).query) as Record<string, string>;
    equal(address.uri, document.uri.toString());
    equal(address.revision, '1.3.4.2');
  });

  it('answers while it is edited, of its lines as they stand then', async () => {
    const { document: edited } = await openSample('pump.histlog');
    const { line, character } = at(' ^1.3.4.2 16-Feb-2005');
    const [ticket, pulled] = [at('in ticket #^12)'), lineOf(' 1.2.2.1 20-Jan-2005  ruth')];
    const edit = new vscode.WorkspaceEdit();
    edit.insert(edited.uri, new vscode.Position(3, 0), 'first\nsecond\n');
    await vscode.workspace.applyEdit(edit);
    match(await hoverText(edited.uri, line + 2, character), /\*\*1\\\.3\\\.4\\\.2\*\* of motor/);
    const [first] = lines(await ask('DefinitionProvider', edited.uri, ticket.translate(2)));
    equal(first, pulled + 2);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('it is as it was', () => edited.lineAt(3).text.includes('1.4'));
  });

  it('is asked by tools of language models', async () => {
    await openSample('pump.histlog', at(' ^1.7 11-Jun-2006').line);
    const asked = async (name: string, input: object): Promise<string> => {
      const { content } = await vscode.lm.invokeTool(
        `annals_${name}`,
        { input, toolInvocationToken: undefined },
        new vscode.CancellationTokenSource().token,
      );
      return content.map((part) => (part as vscode.LanguageModelTextPart).value).join('');
    };
    match(
      await asked('revision', { file: 'motor.c', revision: '1.7' }),
      /\nmotor\.c 1\.7 on trunk/,
    );
    match(await asked('branch', { name: 'nowhere' }), /There is no branch/);
    match(await asked('text', { file: 'motor.c', revision: '1.7' }), /has no texts/);
  });

  it('has keys that VS Code has not given away', async () => {
    const defaults = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('vscode://defaultsettings/keybindings.json'),
    );
    const { contributes } = (await activated()).packageJSON as {
      contributes: { keybindings: { key: string; when: string }[] };
    };
    const ours = contributes.keybindings.filter(({ when }) => when.includes('editorLangId'));
    ok(ours.length > 0);
    const taken = [...defaults.getText().matchAll(/"key": "([^"]+)",\s+"command": "(?!annals)/g)];
    ok(taken.length > 100);
    for (const { key } of ours)
      deepEqual(
        taken.filter(([, each]) => each === key).map(([text]) => text),
        [],
      );
  });

  it('is shown in part, as a log that leads back', async () => {
    const from = ' ^1.3.4.2 16-Feb-2005';
    await openSample('pump.histlog', at(from).line);
    await vscode.commands.executeCommand('annals.showOnlyBranch');
    const part = await until('the part is open', () => {
      const { document: shown } = vscode.window.activeTextEditor ?? {};
      return shown?.uri.scheme === 'annals-excerpt' ? shown : undefined;
    });
    equal(part.languageId, 'revision-log');
    match(part.getText(), /^cvs log: \d+ revisions of pump\.histlog: branch pump-1\n/);
    const files = await until('it is read', async () => {
      const all = await ask<vscode.DocumentSymbol[] | undefined>(
        'DocumentSymbolProvider',
        part.uri,
      );
      return all && all.length > 0 ? all : undefined;
    });
    deepEqual(
      files.map(({ name }) => name),
      ['Makefile', 'motor.c', 'valve.c'],
    );
    const own = part.getText().split('\n').indexOf('revision 1.3.4.2');
    const origin = await ask<vscode.Location[]>(
      'DefinitionProvider',
      part.uri,
      new vscode.Position(own, 3),
    );
    ok(
      origin.some(
        (one) =>
          'uri' in one &&
          one.uri.toString() === document.uri.toString() &&
          one.range.start.line === at(from).line,
      ),
    );
  });
});

describe('a problem of a log', () => {
  before(activated);
  after(async () => {
    await vscode.workspace
      .getConfiguration('annals')
      .update('problems', undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
  });

  it('has help, is fixed, turned down, and not told again when it was reviewed', async () => {
    const { document } = await openSample('trouble.histlog');
    const told = (): vscode.Diagnostic[] =>
      vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'annals');
    await until('there are problems', () => told().length > 0);
    const codeOf = ({ code }: vscode.Diagnostic): string =>
      String(typeof code === 'object' ? code.value : code);
    const [first] = told();
    const { target } = first!.code as { target: vscode.Uri };
    const help = await vscode.workspace.openTextDocument(target.with({ fragment: '' }));
    const line = Number(target.fragment.slice(1));
    equal(help.lineAt(line - 1).text, `## ${codeOf(first!)}`);
    const doubled = told().find((one) => codeOf(one) === 'duplicate-revision');
    if (doubled) equal(doubled.relatedInformation!.length, 1);

    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      first!.range,
    );
    const titles = actions.map(({ title }) => title);
    ok(titles.includes('Explain This Problem'), titles.join());
    const review = actions.find(({ title }) => title === 'Mark as Reviewed')!;
    const before = told().length;
    const { command, arguments: given = [] } = review.command!;
    await vscode.commands.executeCommand(command, ...(given as unknown[]));
    await until('it is told no more', () => told().length === before - 1);
    await vscode.commands.executeCommand('annals.showReviewed');
    await until('it is told again', () => told().length === before);

    const settings = vscode.workspace.getConfiguration('annals');
    const codes = new Set(told().map(codeOf));
    const off = Object.fromEntries([...codes].map((code) => [code, 'off']));
    await settings.update('problems', off, vscode.ConfigurationTarget.Global);
    await until('all are off', () => told().length === 0);
  });
});
