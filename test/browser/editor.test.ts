import { equal, match, notEqual } from 'node:assert/strict';
import { Session } from '../host/session';

describe('editor', () => {
  let session: Session;
  before(async () => {
    session = await Session.start({ 'editor.minimap.enabled': false });
    await session.open('pump.histlog');
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await session.fail(this.currentTest.fullTitle());
  });
  after(() => session.stop());

  it('colours number, author and message apart', async () => {
    const colour = async (text: string): Promise<string> => {
      const token = session.page.locator('.view-line span span', { hasText: text }).first();
      await token.waitFor();
      return token.evaluate((element) => getComputedStyle(element).color);
    };
    await session.page.locator('.view-line span.mtk1').first().waitFor();
    const plain = await colour('Add');
    const number = await colour('1.4');
    await session.page.waitForFunction(
      () => document.querySelectorAll('.view-line span[class*="mtk"]').length > 30,
    );
    notEqual(await colour('1.3'), plain);
    notEqual(await colour('ines'), plain);
    notEqual(number, await colour('ines'));
  });

  it('does not box no-break spaces', async () => {
    equal(await session.page.locator('.unicode-highlight').count(), 0);
  });

  it('takes a whole number and a whole path in a double click', async () => {
    const takes = async (text: string): Promise<void> => {
      const box = await session.page
        .locator('.view-line span span', { hasText: text })
        .last()
        .boundingBox();
      await session.page.mouse.dblclick(box!.x + box!.width / 2, box!.y + box!.height / 2);
      await session.until(
        `${text} is selected`,
        (vscode, expected) => {
          const editor = vscode.window.activeTextEditor!;
          return editor.document.getText(editor.selection) === expected;
        },
        text,
      );
    };
    await takes('1.2.2.1');
    await takes('firmware/pump/Makefile');
    await takes('02-May-2006');
    await takes('fw/1201');
  });

  it('shows the hover with links that jump', async () => {
    await session.page.locator('.view-line span span', { hasText: '1.2.2.1' }).first().hover();
    const hover = session.page.locator('.monaco-hover:visible', { hasText: '1.2.2.1 of Makefile' });
    await hover.waitFor();
    match(await hover.innerText(), /1\.2\.2\.1 of Makefile, branch 1\.2\.2 from 1\.2/);
    await hover.getByRole('link', { name: '1.2', exact: true }).click();
    await session.untilLine(6);
  });

  it('has its button in the title', async () => {
    await session.page.getByRole('button', { name: 'Show Revision Graph' }).first().waitFor();
  });
});
