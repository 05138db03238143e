import { deepEqual, equal, match } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { dump } from '../core/write';
import { Session } from '../host/session';

describe('tree', () => {
  let session: Session;
  before(async () => {
    session = await Session.start();
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await session.fail(this.currentTest.fullTitle());
  });
  after(() => session.stop());

  const rows = (): Locator => session.page.locator('.pane-body .monaco-list-row');
  const row = (label: string): Locator => {
    const whole = new RegExp(`^${label.replaceAll('.', '\\.')}$`);
    return rows().filter({ has: session.page.locator('.label-name', { hasText: whole }) });
  };
  const labels = (): Promise<string[]> => rows().locator('.label-name').allInnerTexts();

  it('welcomes with a button when no log is open', async () => {
    await session.command('annals.files.focus');
    await session.page.getByRole('button', { name: 'Open Revision History Log' }).waitFor();
  });

  it('lists files by name or by place, with counts', async () => {
    await session.open('pump.histlog');
    await row('valve.c').waitFor();
    deepEqual(await labels(), ['Makefile', 'motor.c', 'ramp.c', 'valve.c', 'File 5']);
    match(await row('motor.c').innerText(), /14 revisions, 4 branches/);
  });

  it('builds what is opened: the trunk, then branches by number, and their branches', async () => {
    await row('motor.c').locator('.monaco-tl-twistie').click();
    await row('pump-1').waitFor();
    deepEqual((await labels()).slice(1, 6), [
      'motor.c',
      'trunk',
      'kaja-sensorless',
      'pump-1',
      '1.6.2',
    ]);
    await row('pump-1').locator('.monaco-tl-twistie').click();
    await row('1.3.4.2.2').waitFor();
    deepEqual((await labels()).slice(4, 9), [
      'pump-1',
      '1.3.4.3',
      '1.3.4.2',
      '1.3.4.1',
      '1.3.4.2.2',
    ]);
  });

  it('tells trunk, branch, placeholder and branch point apart by icons', async () => {
    const icon = async (label: string): Promise<string> =>
      /codicon-([\w-]+)/.exec(
        (await row(label).locator('.custom-view-tree-node-item-icon').getAttribute('class'))!,
      )![1]!;
    deepEqual(
      [await icon('trunk'), await icon('pump-1'), await icon('1.3.4.2'), await icon('1.3.4.1')],
      ['repo', 'git-branch', 'repo-forked', 'git-commit'],
    );
  });

  it('reveals a row in the log', async () => {
    await row('1.3.4.1').click();
    await session.untilLine(32);
  });

  it('follows the cursor', async () => {
    await session.open('pump.histlog', 53);
    await row('1.2.2.1').waitFor();
    match((await row('1.2.2.1').getAttribute('class'))!, /selected/);
    await session.page.locator('.custom-view-tree-node-item-icon.codicon-circle-slash').waitFor();
  });

  it('follows into a log that was found by its content, too', async () => {
    await session.open('mailed.txt', 53);
    await session.page
      .locator('.pane-body .monaco-list-row.selected', { hasText: '1.2.2.1' })
      .waitFor();
    await session.command('workbench.action.closeActiveEditor');
    await session.open('pump.histlog', 44);
    await session.page
      .locator('.pane-body .monaco-list-row.selected', { hasText: '2005-01-17' })
      .waitFor();
  });

  it('sorts by name', async () => {
    const named = (name: string): string => `file ${name} was initially added on branch b.`;
    writeFileSync(
      join(session.folder, 'order.histlog'),
      dump([`1.1: ${named('z.c')}`, `1.1: ${named('a.c')}`]),
    );
    await session.open('order.histlog');
    await row('z.c').waitFor();
    deepEqual((await labels()).slice(0, 1), ['z.c']);
    await session.command('annals.sortByName');
    await session.page.waitForFunction(
      () =>
        document.querySelector('.pane-body .monaco-list-row .label-name')?.textContent === 'a.c',
    );
    await session.command('annals.sortByLogOrder');
    await session.command('workbench.action.closeActiveEditor');
    await session.open('pump.histlog');
    await row('valve.c').waitFor();
    await session.command('workbench.actions.treeView.annals.files.collapseAll');
  });

  it('filters over what is not open, says so, and clears in a click', async () => {
    await session.command('annals.filter', 'table');
    const message = session.page.locator('.pane-body .message');
    await message.filter({ hasText: 'Filter “table”' }).waitFor();
    await row('valve.c').waitFor({ state: 'detached' });
    await row('1.1.2.1').waitFor();
    deepEqual(await labels(), ['ramp.c', 'trunk', '1.2', 'kaja-sensorless', '1.1.2.1']);
    await session.page.getByRole('button', { name: 'Clear Filter' }).click();
    await message.filter({ hasText: 'Filter' }).waitFor({ state: 'detached' });
    await row('File 5').waitFor();
  });

  it('keeps the log while a panel has the focus, and lets go when it closes', async () => {
    await session.command('annals.showFileGraph');
    await session.graph.getByRole('listbox').waitFor();
    equal(await row('valve.c').count(), 1);
    await session.closeAll();
    await session.page.getByRole('button', { name: 'Open Revision History Log' }).waitFor();
  });
});
