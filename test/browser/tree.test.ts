import { deepEqual, equal, match } from 'node:assert/strict';
import type { Locator } from 'playwright-core';
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
    deepEqual(await labels(), ['File 1', 'File 2', 'ramp.c', 'valve.c', 'File 5']);
    match(await row('File 2').innerText(), /14 revisions, 4 branches/);
  });

  it('builds what is opened: the trunk, then branches by number, and their branches', async () => {
    await row('File 2').locator('.monaco-tl-twistie').click();
    await row('1.3.4').waitFor();
    deepEqual((await labels()).slice(1, 6), ['File 2', 'trunk', '1.3.2', '1.3.4', '1.6.2']);
    await row('1.3.4').locator('.monaco-tl-twistie').click();
    await row('1.3.4.2.2').waitFor();
    deepEqual((await labels()).slice(4, 9), ['1.3.4', '1.3.4.3', '1.3.4.2', '1.3.4.1', '1.3.4.2.2']);
  });

  it('tells trunk, branch, placeholder and branch point apart by icons', async () => {
    const icon = async (label: string): Promise<string> =>
      /codicon-([\w-]+)/.exec((await row(label).locator('.custom-view-tree-node-item-icon').getAttribute('class'))!)![1]!;
    deepEqual(
      [await icon('trunk'), await icon('1.3.2'), await icon('1.3.4.2'), await icon('1.3.4.1')],
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
    await session.page.locator('.pane-body .monaco-list-row.selected', { hasText: '1.2.2.1' }).waitFor();
    await session.command('workbench.action.closeActiveEditor');
    await session.open('pump.histlog', 44);
    await session.page.locator('.pane-body .monaco-list-row.selected', { hasText: '2005-01-17' }).waitFor();
  });

  it('sorts by name', async () => {
    await session.command('workbench.actions.treeView.annals.files.collapseAll');
    await session.command('annals.sortByName');
    await session.page.waitForFunction(
      () => document.querySelector('.pane-body .monaco-list-row .label-name')?.textContent === 'ramp.c',
    );
    deepEqual(await labels(), ['ramp.c', 'valve.c', 'File 1', 'File 2', 'File 5']);
    await session.command('annals.sortByLogOrder');
  });

  it('filters over what is not open, says so, and clears in a click', async () => {
    await session.command('annals.filter', 'sensorless');
    const message = session.page.locator('.pane-body .message');
    await message.filter({ hasText: 'Filter “sensorless”' }).waitFor();
    await row('valve.c').waitFor({ state: 'detached' });
    await row('1.1').waitFor();
    deepEqual(await labels(), ['ramp.c', 'trunk', '1.2', '1.1']);
    await session.page.getByRole('button', { name: 'Clear Filter' }).click();
    await message.filter({ hasText: 'Filter' }).waitFor({ state: 'detached' });
    await row('File 5').waitFor();
  });

  it('keeps the log while a panel has the focus, and lets go when it closes', async () => {
    await session.command('annals.showGraph');
    await session.graph.getByRole('listbox').waitFor();
    equal(await row('valve.c').count(), 1);
    await session.closeAll();
    await session.page.getByRole('button', { name: 'Open Revision History Log' }).waitFor();
  });
});
