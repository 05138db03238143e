import { deepEqual } from 'node:assert/strict';
import { Session } from '../host/session';

/** What stands in front of the lines of the editor, each once. */
const IN_FRONT = `[...new Set([...document.querySelectorAll('.editor-instance .view-line span span')]
  .map((span) => getComputedStyle(span, '::before').content)
  .filter((content) => content !== 'none' && content !== 'normal'))]`;

describe('annotations', () => {
  let session: Session;
  before(async () => {
    session = await Session.start();
    await session.command('annals.files.focus');
    await session.run((api, folder) => {
      const archive = api.Uri.file(`${folder}/valve.c,v`);
      return api.commands.executeCommand('annals.openHistory', archive).then(() => null);
    }, session.folder);
    await session.page.locator('.pane-body .monaco-list-row', { hasText: 'valve.c' }).waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await session.fail(this.currentTest.fullTitle());
  });
  after(() => session.stop());

  it('say in front of each line who wrote it, when, and in which revision', async () => {
    await session.page.locator('.pane-body .monaco-list-row', { hasText: 'valve.c' }).click();
    // The click selects the revision that is annotated.
    await session.untilLine(15);
    await session.command('annals.annotate');
    await session.page.locator('.tab.active', { hasText: 'valve.c' }).waitFor();
    await session.page.waitForFunction(`${IN_FRONT}.length > 1`);
    const texts = await session.page.evaluate<string[]>(IN_FRONT);
    deepEqual(
      texts.map((text) => text.replaceAll('"', '').trim().split(/\s+/)),
      [
        ['1.1', 'tomas', '1999-06-01'],
        ['1.2', 'ines', '2009-06-02'],
      ],
    );
  });

  it('tell more on hover, and go back before a revision', async () => {
    await session.page
      .locator('.view-line', { hasText: 'two' })
      .hover({ position: { x: 20, y: 5 } });
    const back = session.page.locator('.monaco-hover a', { hasText: 'Annotate the one before' });
    await back.waitFor();
    await back.click();
    await session.page.waitForFunction(`${IN_FRONT}.length === 1`);
  });
});
