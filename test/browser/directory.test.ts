import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { violationsIn } from '../host/accessibility';
import { Session } from '../host/session';

describe('graph of a directory', () => {
  let session: Session;
  before(async () => {
    session = await Session.start();
    await session.open('pump.histlog', 12);
    await session.command('annals.showGraph');
    await rows().first().waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await session.fail(this.currentTest.fullTitle());
  });
  after(() => session.stop());

  const rows = (): Locator => session.graph.getByRole('option');
  const field = (): Locator => session.graph.getByRole('combobox', { name: 'Search commits' });
  const counts = (text: RegExp): Promise<void> =>
    session.graph.locator('.counts', { hasText: text }).waitFor();
  const selected = (text: string): Promise<void> =>
    session.graph.locator('.row[aria-selected="true"]', { hasText: text }).waitFor();

  it('has a row a commit, the newest first, with the commit under the cursor selected', async () => {
    await counts(/^\d+ of \d+ commits, \d+ files$/);
    await selected('Stop the motor');
    match(
      (await rows().first().textContent())!,
      /^pump-1 Pull up .* ruth 2006-07-03 3 3 files, pump-1, pull-up of 1\.7 \(ticket #31/,
    );
    ok(await session.graph.locator('path.node.colour-0').first().getAttribute('d'));
  });

  it('brings back syncs and placeholders with one switch', async () => {
    const before = await rows().count();
    await session.graph.getByRole('button', { name: 'Hide syncs' }).click();
    await counts(/^\d+ commits, \d+ files$/);
    ok((await rows().count()) > before);
    await session.graph.getByRole('button', { name: 'Hide syncs' }).click();
    await counts(/^\d+ of \d+ commits, \d+ files$/);
  });

  it('leaves out what is not found, keeps the focus in the field, and points out mistakes', async () => {
    await field().fill('author:ruth');
    await counts(/^[1-9] of \d+ commits/);
    for (const author of await rows().locator('.author').allTextContents()) equal(author, 'ruth');
    equal(await field().evaluate((input) => document.activeElement === input), true);
    await field().fill('author:ruth kind:what');
    await session.graph.locator('.found.wrong', { hasText: 'A kind is pullup' }).waitFor();
    await field().fill('author:nobody');
    await session.graph.locator('.found', { hasText: 'Nothing is found.' }).waitFor();
    equal(await rows().count(), 0);
    await field().press('Escape');
    await counts(/^\d\d of \d+ commits/);
  });

  it('keeps all rows where it finds, and steps through what was found', async () => {
    await session.graph.getByRole('button', { name: 'Filter', exact: true }).click();
    await field().fill('author:ruth');
    await session.graph.locator('.found', { hasText: /found|of/ }).waitFor();
    await field().press('Enter');
    await session.graph.locator('.found', { hasText: /^\d+ of \d+$/ }).waitFor();
    await session.graph
      .locator('.row[aria-selected="true"] > .author', { hasText: 'ruth' })
      .waitFor();
    await field().press('Escape');
    await session.graph.getByRole('button', { name: 'Filter', exact: true }).click();
  });

  it('goes from a commit to the graph of one of its files, and back', async () => {
    await session.graph.locator('.row', { hasText: /^Stop the motor/ }).click();
    await session.graph.locator('.files button').first().click();
    await session.graph.locator('h1', { hasText: 'motor.c' }).waitFor();
    await session.graph.locator('button.above').click();
    await selected('Stop the motor');
  });

  it('offers what may end the word that is typed', async () => {
    const offered = (): Promise<string[]> =>
      session.graph
        .locator('datalist option')
        .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    await field().pressSequentially('fix -auth');
    deepEqual(await offered(), [
      'fix -author:',
      'fix -author:ines',
      'fix -author:kaja',
      'fix -author:ruth',
      'fix -author:tomas',
    ]);
    await field().press('Escape');
    await counts(/^\d\d of \d+ commits/);
  });

  it('writes what it shows, and says where it cannot', async () => {
    await field().fill('author:ruth');
    await counts(/^[1-9] of \d+ commits/);
    const shown = await rows().count();
    const write = (path: string): Promise<void> =>
      session.run(async (vscode, to) => {
        await vscode.commands.executeCommand('annals.graph.export', vscode.Uri.file(to));
      }, path);
    const path = join(session.folder, 'out.md');
    await write(path);
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    equal(lines.length, shown + 2);
    ok(lines.slice(2).every((line) => line.includes('| ruth |')));
    const picture = join(session.folder, 'out.svg');
    await write(picture);
    equal(readFileSync(picture, 'utf8').match(/<circle /g)?.length, shown);
    await write('/proc/nowhere/out.csv');
    await session.command('notifications.showList');
    await session.page
      .locator('.notification-list-item', { hasText: 'The commits cannot be written' })
      .waitFor();
    await session.command('notifications.clearAll');
    await field().press('Escape');
    await counts(/^\d\d of \d+ commits/);
  });

  it('divides its height as the user does, by keys, too', async () => {
    const sash = session.graph.getByRole('separator');
    const height = async (): Promise<number> =>
      (await session.graph.locator('.detail').boundingBox())!.height;
    const before = await height();
    await sash.press('ArrowUp');
    equal(await sash.getAttribute('aria-valuenow'), '36');
    ok((await height()) > before);
  });

  it('tells in a table which release has which change', async () => {
    const table = session.graph.getByRole('button', { name: 'Releases', exact: true });
    await table.click();
    await counts(/^5 changes, 1 release$/);
    match(
      (await rows().first().textContent())!,
      /^Wait for the motor to stop.* ines 2006-06-11 pump-1 pulled up #31$/,
    );
    deepEqual(await violationsIn(session.page), []);
    const release = session.graph.locator('button.release');
    const asked = async (label: string, text: string): Promise<void> => {
      await session.graph.getByRole('button', { name: label, exact: true }).waitFor();
      equal(await field().inputValue(), text);
    };
    await release.click({ modifiers: ['Shift'] });
    await asked('pump-1, only changes that it lacks', '-in:pump-1');
    equal(await session.graph.locator('.row .mark.received').count(), 0);
    await release.click();
    await asked('pump-1, only changes that it has', 'in:pump-1');
    await release.click();
    await asked('pump-1', '');
    await counts(/^5 changes, 1 release$/);
    await session.graph.locator('.detail button.link', { hasText: 'pulled up #31' }).click();
    await session.graph.locator('button.above').waitFor();
    await session.graph.locator('button.above').click();
    await counts(/^\d\d of \d+ commits/);
  });

  it('comes back after a reload with what was asked', async () => {
    await field().fill('author:ruth');
    await counts(/^[1-9] of \d+ commits/);
    await session.reload();
    await counts(/^[1-9] of \d+ commits/);
    equal(await field().inputValue(), 'author:ruth');
    equal(await session.graph.getByRole('separator').getAttribute('aria-valuenow'), '36');
  });
});
