import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sharedLogPath } from '../core/sharedLog';
import { launchBrowser } from './browser';
import { Session } from './session';

/** Makes the README's pictures from the running extension. */
async function main(): Promise<void> {
  await mkdir('media', { recursive: true });
  const session = await Session.start(
    { 'editor.minimap.enabled': false, 'breadcrumbs.enabled': false },
    { width: 1360, height: 760 },
  );
  const take = (name: string): Promise<unknown> =>
    session.page.screenshot({ path: join('media', name), animations: 'disabled' });
  try {
    await session.command('annals.files.focus');
    await session.open('pump.histlog', 11);
    await session.page
      .locator('.view-line span[class*="mtk"]', { hasText: '1.3.4.2' })
      .first()
      .hover();
    await session.page
      .locator('.monaco-hover:visible', { hasText: '1.3.4.2 of motor.c' })
      .waitFor();
    await take('hover.png');
    await session.page.mouse.move(5, 400);
    await session.command('annals.showFileGraph');
    await session.graph.locator('.row[aria-selected="true"]').waitFor();
    await session.graph.locator('.row', { hasText: 'Never ask for more' }).click();
    await session.graph.locator('.detail h2', { hasText: '1.3, trunk' }).waitFor();
    await session.page.locator('.monaco-list-row.selected', { hasText: '1.3' }).waitFor();
    await take('overview.png');
    await takeDirectory(session, take);
  } catch (error) {
    await session.fail('screenshots');
    throw error;
  } finally {
    await session.stop();
  }
  await drawIcon();
}

/** The graph of a real directory, where this machine has its log. */
async function takeDirectory(
  session: Session,
  take: (name: string) => Promise<unknown>,
): Promise<void> {
  const log = sharedLogPath();
  if (log === undefined) {
    console.log('directory.png and releases.png stay as they are: the shared log is not here.');
    return;
  }
  await session.closeAll();
  await copyFile(log, join(session.folder, 'xen.txt'));
  await session.open('xen.txt', 5);
  await session.read('xen.txt');
  await session.command('annals.showGraph');
  await session.graph.locator('.row').first().waitFor();
  await session.command('workbench.action.maximizeEditorHideSidebar');
  const row = session.graph.locator('.row').nth(14);
  await row.click();
  await session.graph.locator('.files button').first().waitFor();
  await session.page.mouse.move(5, 400);
  await take('directory.png');
  await session.graph.getByRole('button', { name: 'Releases', exact: true }).click();
  await session.graph.locator('.row .mark').first().waitFor();
  await session.graph.locator('.row').nth(6).click();
  await session.graph.locator('.detail .mark').first().waitFor();
  await session.page.mouse.move(5, 400);
  await take('releases.png');
}

/** The extension's icon: the one of the activity bar, on a ground of its own. */
async function drawIcon(): Promise<void> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  const svg = (await readFile(join('media', 'annals.svg'), 'utf8')).replace(
    'width="24" height="24"',
    'width="176" height="176"',
  );
  const style =
    'margin:0;display:grid;place-items:center;height:100vh;background:#17324d;color:#f3efe4';
  await page.setContent(`<body style="${style}">${svg}</body>`);
  await page.screenshot({ path: join('media', 'icon.png') });
  await browser.close();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
