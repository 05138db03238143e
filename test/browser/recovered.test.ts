import { deepEqual, match } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { dump } from '../core/write';
import { Session } from '../host/session';

const added = (name: string): string =>
  `@2004-01-01: file ${name} was added on branch rel-1 on 2004-06-01 10:00:00 +0000`;

/** A file whose 1.2 went to a release branch, by a message that gives its path. */
function file(path: string): string[] {
  const lines = ['x86/b.c', 'conf/a'].map((each) => `\ttest/${each}: revision 1.2\n`).join('');
  return [
    '1.2 @2004-05-01 ada: Fix the clock.',
    '1.1 [1.1.2] @2004-01-01 ada: First.',
    `1.1.2.2 @2004-06-01 eva: Pull up following revision(s) (requested by ada in ticket #7):\n${lines}`,
    `1.1.2.1 ${added(path.split('/').at(-1)!)}`,
  ];
}

describe('what was recovered', () => {
  let session: Session;
  before(async () => {
    session = await Session.start();
    const unknown = [
      '1.1 [1.1.2] @2004-01-01: m',
      '1.1.2.1 @2004-02-01 bo: On a branch without a name.',
    ];
    writeFileSync(
      join(session.folder, 'two.histlog'),
      dump([...file('conf/a'), ...file('x86/b.c'), ...unknown]),
    );
    await session.command('annals.files.focus');
    await session.open('two.histlog');
    await session.read('two.histlog');
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await session.fail(this.currentTest.fullTitle());
  });
  after(() => session.stop());

  const rows = (view: string): Locator =>
    session.page.locator(`.pane:has(.pane-header[aria-label*="${view}"]) .monaco-list-row`);
  const row = (view: string, label: string): Locator =>
    rows(view).filter({ hasText: label }).first();
  const open = async (view: string, label: string): Promise<void> => {
    await row(view, label).locator('.monaco-tl-twistie').click();
  };
  const input = (): Locator => session.page.locator('.quick-input-widget:visible');

  it('files stand in their folders, and what is open looks so', async () => {
    await row('Files', 'conf').waitFor();
    deepEqual(await rows('Files').locator('.label-name').allInnerTexts(), [
      'conf',
      'x86',
      'Directory unknown',
    ]);
    match(await row('Files', 'Directory unknown').innerText(), /1 file/);
    await open('Files', 'x86');
    await row('Files', 'b.c').waitFor();
  });

  it('branches over all files, down to their revisions', async () => {
    await session.command('annals.branches.focus');
    await row('Branches', 'rel-1').waitFor();
    match(await row('Branches', 'rel-1').innerText(), /2004-06-01 · 2 files · 2 pull-ups/);
    await open('Branches', 'Without a name');
    await row('Branches', ', bo 2004').waitFor();
    await open('Branches', 'rel-1');
    await open('Branches', 'conf/a');
    await row('Branches', '1.1.2.2').click();
    await session.untilLine(6);
  });

  it('changesets by day, down to files', async () => {
    await session.command('annals.changesets.focus');
    await open('Changesets', '2004');
    await open('Changesets', '2004-05-01');
    await row('Changesets', 'Fix the clock.').waitFor();
    match(await row('Changesets', 'Fix the clock.').innerText(), /ada · trunk · 2 revisions/);
    await open('Changesets', 'Fix the clock.');
    await row('Changesets', 'x86/b.c 1.2').waitFor();
    await session.page.waitForTimeout(300);
    await row('Changesets', 'x86/b.c 1.2').click();
    await session.untilLine(11);
  });

  it('tells where a fix went in a view that stays, and goes there', async () => {
    await session.command('annals.whereDidThisFixGo');
    await row('Answer', 'Received it').waitFor();
    const arrival = row('Answer', 'conf/a 1.1.2.2');
    match(await arrival.innerText(), /rel-1[\s\S]*pull-up, ticket #7, requested by ada/);
    await arrival.click();
    await session.untilLine(6);
    await session.command('annals.copyAnswer');
    const copied = await session.run((vscode) => vscode.env.clipboard.readText());
    match(copied, /^# Where Did .* Go\?\n\n## The change itself\n\n- /);
    match(copied, /## Received it\n\n- rel\\-1 \(conf\/a 1\.1\.2\.2, pull\\-up, ticket \\#7/);
  });

  it('tells by which lines a name is known', async () => {
    await session.command('annals.showEvidence');
    await row('Answer', 'Branch rel-1: stated').waitFor();
    match(await row('Answer', 'line ').first().innerText(), /line \d+[.:].*\S/);
  });

  it('compares a release with the trunk: a pulled-up change is in both', async () => {
    void session.command('annals.compareBranches');
    for (const [asks, name] of [
      ['The first of two', 'rel-1'],
      ['What to compare rel-1 with', 'trunk'],
    ] as const) {
      await input().locator(`input[placeholder^="${asks}"]`).fill(name);
      await session.page.keyboard.press('Enter');
    }
    await row('Answer', 'Differ: ').waitFor();
    const file = row('Answer', 'conf/a');
    match(await file.innerText(), /1\.1\.2\.2 → 1\.2/);
    deepEqual(
      await session.page.locator('.pane-body .monaco-list-row', { hasText: 'lacks' }).count(),
      0,
    );
    await file.click();
    await session.untilLine(3);
    await session.command('annals.clearAnswer');
    await session.page.getByRole('button', { name: 'Where Did This Fix Go?' }).waitFor();
  });

  it('draws what went from line to line, and can switch it off', async () => {
    await session.command('annals.showFileGraph');
    const edge = session.graph.locator('path.edge.pull-up:not(.inferred)');
    await session.graph.locator('.row[aria-selected="true"]').waitFor();
    match((await edge.getAttribute('d'))!, /^M/);
    await session.graph.getByRole('button', { name: 'Pull-ups' }).click();
    deepEqual(await edge.getAttribute('d'), '');
    await session.graph
      .getByRole('button', { name: 'Pulled' })
      .or(session.graph.getByRole('button', { name: 'Pull-up of 1.2' }))
      .waitFor();
    await session.command('workbench.action.closeActiveEditor');
  });

  it('takes a name from the user, and keeps it over a reload', async () => {
    await session.open('two.histlog', 20);
    await session.command('annals.files.focus');
    await session.page.locator('.monaco-list-row.selected', { hasText: '1.1.2.1' }).waitFor();
    void session.command('annals.nameBranch');
    await input().locator('input').fill('bo-motor');
    await session.page.keyboard.press('Enter');
    await row('Files', 'bo-motor').waitFor();
    void session.command('annals.nameFile');
    await input().locator('input').fill('zero.c');
    await session.page.keyboard.press('Enter');
    await row('Files', 'zero.c').waitFor();
    await session.reload();
    await row('Branches', 'bo-motor').waitFor();
    // VS Code may lose what is revealed while it lays the views of a reloaded window out.
    for (let tries = 0; tries < 10 && !(await row('Files', 'zero.c').isVisible()); tries++) {
      if ((await row('Files', 'x86').getAttribute('aria-expanded')) === 'false')
        await open('Files', 'x86');
      await session.page.waitForTimeout(500);
    }
    await row('Files', 'zero.c').waitFor();
  });

  it('matches the log with a list of paths', async () => {
    writeFileSync(
      join(session.folder, 'paths.txt'),
      ['conf/a', 'x86/b.c', 'xen/zero.c'].map((p) => `src/test/${p}`).join('\n'),
    );
    await session.command('annals.branches.focus');
    void session.run(async (api) => {
      const uri = api.Uri.joinPath(api.workspace.workspaceFolders![0]!.uri, 'paths.txt');
      await api.commands.executeCommand('annals.matchPaths', uri);
    });
    await row('Files', 'xen').waitFor();
  });
});
