import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { violationsIn } from '../host/accessibility';
import { Session } from '../host/session';

describe('graph', () => {
  let session: Session;
  before(async () => {
    session = await Session.start();
    await session.open('pump.histlog', 12);
    await session.command('annals.showFileGraph');
    await rows().first().waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await session.fail(this.currentTest.fullTitle());
  });
  after(() => session.stop());

  const rows = (): Locator => session.graph.getByRole('option');
  const selected = (): Locator => session.graph.locator('.row[aria-selected="true"] > .number');
  const isSelected = (number: string): Promise<void> =>
    selected()
      .filter({ hasText: new RegExp(`^${number}$`) })
      .waitFor();
  const press = async (key: string, expected: string): Promise<void> => {
    await session.page.keyboard.press(key);
    await isSelected(expected);
  };
  const title = (): Promise<string> => session.graph.locator('.detail h2').innerText();
  const line = (): Promise<number | undefined> =>
    session.run((vscode) => (vscode.window.visibleTextEditors[0]?.selection.active.line ?? -2) + 1);

  it('shows the history under the cursor, a row a revision', async () => {
    await isSelected('1.7');
    equal(await rows().count(), 14);
    equal(await rows().first().locator('.chip').textContent(), 'pump-1');
    match(
      (await rows().nth(3).textContent())!,
      /^Feed the watchdog.* ines 2006-05-02 1\.6 trunk, branch point$/,
    );
  });

  it('draws branch points, placeholders and heads in shapes of their own', async () => {
    for (const name of ['ring', 'node.colour-0']) {
      ok(await session.graph.locator(`path.${name}`).first().getAttribute('d'), name);
    }
    ok(
      await session.graph.locator('path.node:not(.colour-0):not([d=""])').first().getAttribute('d'),
    );
  });

  it('goes by keys along rows and lines, into branches and back', async () => {
    await session.graph.getByRole('listbox').focus();
    await press('ArrowDown', '1\\.6\\.2\\.1');
    await press('ArrowUp', '1\\.7');
    await press('Shift+ArrowDown', '1\\.6');
    await press('Shift+ArrowUp', '1\\.7');
    await press('End', '1\\.1');
    await press('Home', '1\\.3\\.4\\.3');
    await session.graph.locator('.row', { hasText: 'Never ask for more' }).click();
    await isSelected('1\\.3');
    await press('ArrowRight', '1\\.3\\.2\\.1');
    await press('ArrowRight', '1\\.3\\.4\\.1');
    await press('ArrowRight', '1\\.3\\.2\\.1');
    await press('ArrowLeft', '1\\.3');
  });

  it('shows the whole message of the selected row, and buttons around it', async () => {
    await session.graph.locator('.row', { hasText: 'Pull up following' }).click();
    await isSelected('1\\.3\\.4\\.3');
    equal(await title(), '1.3.4.3, branch pump-1 (1.3.4) from 1.3');
    match(
      await session.graph.locator('.detail pre').innerText(),
      /the pressure had nowhere to go\.$/,
    );
    await session.graph.getByRole('button', { name: 'Previous 1.3.4.2' }).click();
    await isSelected('1\\.3\\.4\\.2');
    await session.graph.getByRole('button', { name: 'Branch point 1.3' }).click();
    await isSelected('1\\.3');
    await session.graph.getByRole('button', { name: 'Branch pump-1: 1.3.4.1' }).click();
    await isSelected('1\\.3\\.4\\.1');
  });

  it('selects without moving the editor, and reveals with Enter in the editor that shows the log', async () => {
    const before = await line();
    await session.graph.locator('.row', { hasText: 'Split valve control' }).click();
    await isSelected('1\\.2');
    equal(await line(), before);
    await session.page.keyboard.press('Enter');
    await session.untilLine(23);
    equal(
      await session.run((vscode) => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length),
      2,
    );
  });

  it('follows the cursor into another file, and leaves the focus where it is', async () => {
    await session.open('pump.histlog', 44);
    await session.graph.locator('h1', { hasText: 'valve.c' }).waitFor();
    equal(
      await session.run((vscode) => vscode.window.activeTextEditor?.document.languageId),
      'revision-log',
    );
    await session.page.keyboard.press('ArrowDown');
    await session.untilLine(46);
    equal(await session.page.evaluate(() => document.activeElement?.tagName), 'DIV');
  });

  it('passes the accessibility rules', async () => {
    deepEqual(await violationsIn(session.page), []);
  });

  it('has a strict policy and nothing inline', async () => {
    const policy = await session.graph
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    match(
      policy!,
      /^default-src 'none'; script-src 'nonce-[\w+/=]+'; style-src [^;]*https:\S+; font-src [^;]*https:\S+$/,
    );
    deepEqual(
      await session.graph
        .locator('[style]:not(.row):not(.canvas):not(.rows):not(.lanes):not(html)')
        .evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 200))),
      [],
    );
  });

  it('shows text of a log as text', async () => {
    const evil = '<img src=x onerror=alert(1)> \u202e $(bug)';
    await session.run(async (vscode, content) => {
      const document = await vscode.workspace.openTextDocument({
        language: 'revision-log',
        content,
      });
      await vscode.window.showTextDocument(document, {
        viewColumn: vscode.ViewColumn.One,
        selection: new vscode.Range(2, 0, 2, 0),
      });
    }, `History log of /x\nRevisionDateAuthorComments\n\u00a01.1\u00a001-Jan-2004\u00a0 <b>ann</b>\u00a0${evil}\n`);
    await session.graph
      .locator('.author', { hasText: '<b>ann</b>' })
      .waitFor({ state: 'attached' });
    equal(await session.graph.locator('img, b').count(), 0);
    match(
      await session.graph.locator('.row > .message').innerText(),
      /<img src=x onerror=alert\(1\)> <U\+202E>/,
    );
  });

  it('says so when its log closes', async () => {
    await session.closeAll();
    await session.open('pump.histlog', 12);
    await session.read('pump.histlog');
    await session.command('annals.showFileGraph');
    await isSelected('1\\.7');
    await session.run(async (vscode) => {
      const tabs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
      await vscode.window.tabGroups.close(
        tabs.filter(({ input }) => input instanceof vscode.TabInputText),
      );
    });
    await session.graph.locator('.empty', { hasText: 'The log was closed.' }).waitFor();
  });

  it('comes back after a reload of the window', async () => {
    await session.closeAll();
    await session.open('mailed.txt', 12);
    await session.read('mailed.txt');
    await session.command('annals.showFileGraph');
    await isSelected('1\\.7');
    const state = await session.run((vscode) => {
      const tabs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
      return tabs.map(({ input }) =>
        input instanceof vscode.TabInputWebview ? input.viewType : 'text',
      );
    });
    ok(state.some((type) => type.includes('annals.graph')));
    await session.reload();
    await isSelected('1\\.7');
    equal(await session.graph.locator('h1').innerText(), 'motor.c');
  });
});
