import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { Session } from '../host/session';

/** VS Code hands extensions the text of a smaller file. */
const TOO_LARGE = 55e6;

describe('a log too large for a document', () => {
  let session: Session;
  before(async () => {
    session = await Session.start();
    writeFileSync(join(session.folder, 'large.histlog'), largeLog());
    writeFileSync(join(session.folder, 'large.txt'), largeLog());
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await session.fail(this.currentTest.fullTitle());
  });
  after(() => session.stop());

  const row = (label: string): Locator =>
    session.page.locator('.pane-body .monaco-list-row').filter({ hasText: label }).first();

  for (const name of ['large.histlog', 'large.txt']) {
    it(`fills the tree from the disk: ${name}`, async () => {
      await session.command('annals.files.focus');
      await session.open(name);
      await row('big.c').waitFor();
      const message = session.page.locator('.pane-body .message');
      await message.filter({ hasText: 'a text of this size to itself' }).waitFor();
    });

    it(`jumps to its lines, and draws its graph: ${name}`, async () => {
      await row('big.c').click();
      await session.page.locator('.line-numbers', { hasText: /^3$/ }).first().waitFor();
      await session.command('annals.showFileGraph');
      await session.graph.locator('.row', { hasText: '1.3' }).first().waitFor();
      await session.command('workbench.action.closeActiveEditor');
    });

    it(`is let go with its tab: ${name}`, async () => {
      await session.closeAll();
      await session.page.getByRole('button', { name: 'Open Revision History Log' }).waitFor();
    });
  }
});

/** Two files, and messages that fill it up. */
function largeLog(): string {
  const head = 'History log of /src/fw\nRevisionDateAuthorComments\n';
  const words = 'This message is long for no other reason than the size of its log.\n';
  const long = words.repeat(Math.ceil(TOO_LARGE / words.length / 3));
  const revisions = [3, 2, 1].map(
    (n) => `\u00a01.${n}\u00a001-Jan-2004\u00a0 cl\u00a0Change ${n}.\n${long}`,
  );
  const branch =
    '\u00a01.1.2.1\u00a001-Jan-2004\u00a0 cl\u00a0file big.c was added on branch mine on 2004-02-01 10:00:00 +0000\n';
  revisions[2] = revisions[2]!.replace('Change 1.', 'branches: 1.1.2;\nChange 1.');
  return head + revisions.join('') + branch;
}
