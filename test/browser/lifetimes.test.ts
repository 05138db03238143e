import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { violationsIn } from '../host/accessibility';
import { Session } from '../host/session';

describe('lifetimes of branches', () => {
  let session: Session;
  before(async () => {
    session = await Session.start({}, { width: 1600, height: 900 });
    await session.open('pump.histlog', 12);
    await session.read('pump.histlog');
    await session.command('annals.showLifetimes');
    await session.graph.locator('.bar').first().waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await session.fail(this.currentTest.fullTitle());
  });
  after(() => session.stop());

  const rows = (): Locator => session.graph.getByRole('option');
  const query = (): Promise<string> => session.graph.locator('.field > input').inputValue();
  const asks = async (text: RegExp): Promise<void> => {
    for (let left = 100; left > 0 && !text.test(await query()); left--)
      await session.page.waitForTimeout(50);
    match(await query(), text);
  };
  const clear = async (): Promise<void> => {
    await session.graph.locator('.field > input').focus();
    await session.page.keyboard.press('Escape');
    await asks(/^$/);
  };

  it('have a bar each, in the colour of the branch, and words for who does not see it', async () => {
    equal(await rows().count(), 5);
    deepEqual((await session.graph.locator('.row .chip').allTextContents()).slice(0, 3), [
      'trunk',
      'kaja-sensorless',
      'pump-1',
    ]);
    match((await rows().nth(2).textContent())!, /pump-1, 2005-01-20 to 2006-07-03, 4 commits$/);
    ok(await session.graph.locator('.life > .density').first().getAttribute('d'));
    ok((await session.graph.locator('.row .chip.release').first().boundingBox())!.width > 40);
    deepEqual(await violationsIn(session.page), []);
  });

  it('are narrowed to a year by a click, and to a stretch by dragging', async () => {
    await session.graph.getByRole('button', { name: 'Only 2005' }).click();
    await asks(/^date:2005$/);
    await clear();
    const axis = (await session.graph.locator('.axis').boundingBox())!;
    const y = axis.y + axis.height - 3;
    await session.page.mouse.move(axis.x + axis.width * 0.25, y);
    await session.page.mouse.down();
    await session.page.mouse.move(axis.x + axis.width * 0.75, y, { steps: 4 });
    await session.page.mouse.up();
    await asks(/^date:2004-\d\d-\d\d\.\.200[56]-\d\d-\d\d$/);
    await clear();
  });

  it('lead to the commits of a branch, by the menu of a row', async () => {
    await rows().nth(1).click({ button: 'right' });
    const item = session.page.getByRole('menuitem', { name: 'Graph Only This Branch' });
    await item.hover();
    // VS Code takes no click on a menu that has only just opened.
    await session.page.waitForTimeout(500);
    await item.click();
    await asks(/^branch:kaja-sensorless$/);
    await session.graph.locator('.row .author').first().waitFor();
    equal(await rows().count(), 2);
    await clear();
  });

  it('are no commits that could be exported', async () => {
    await session.command('annals.showLifetimes');
    await session.graph.locator('.bar').first().waitFor();
    const target = join(session.folder, 'lifetimes.csv');
    await session.run(
      (api, path) =>
        api.commands.executeCommand('annals.graph.export', api.Uri.file(path)).then(() => null),
      target,
    );
    equal(existsSync(target), false);
  });

  it('has a sheet of its keys', async () => {
    await session.graph.locator('.rows').focus();
    await session.page.keyboard.press('?');
    await session.graph.getByRole('dialog', { name: 'Keys of the graph' }).waitFor();
    deepEqual(await violationsIn(session.page), []);
    await session.page.keyboard.press('Escape');
    await session.graph.locator('.rows').focus();
    await session.page.keyboard.press('/');
    equal(
      await session.graph.locator('.field > input').evaluate((e) => e === document.activeElement),
      true,
    );
  });

  it('stand beside a table of releases that is sorted by its heads', async () => {
    await session.command('annals.showReleases');
    await session.graph.locator('button.sort', { hasText: 'Message' }).click();
    await session.graph
      .locator('button.sort[aria-pressed="true"]', { hasText: 'Message' })
      .waitFor();
    const messages = await session.graph.locator('.row > .message').allTextContents();
    const sorted = [...messages].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
    deepEqual(messages, sorted);
    await session.graph
      .locator('button.release')
      .first()
      .click({ modifiers: ['Alt'] });
    await session.graph.locator('button.release .codicon-arrow-up').waitFor();
    await session.graph.locator('.row .mark').first().locator('.codicon-pass-filled').waitFor();
  });
});
