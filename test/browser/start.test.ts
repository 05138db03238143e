import { match } from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../host/browser';

describe('npm start', () => {
  let started: ChildProcess;
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    const ended = once(started, 'close');
    started.kill('SIGTERM');
    await ended;
  });

  it('opens the embedded VS Code with the extension and a log, for those with the token only', async () => {
    const env = {
      ...process.env,
      DISPLAY: undefined,
      WAYLAND_DISPLAY: undefined,
      VSCODE_PATH: undefined,
    };
    started = spawn(
      process.execPath,
      [resolve('out/test/host/start.js'), resolve('test/logs/mailed.txt')],
      { env },
    );
    let address: string | undefined;
    for await (const line of createInterface({ input: started.stdout! })) {
      address = /http:\S+/.exec(line)?.[0];
      if (address !== undefined) break;
    }
    match(address!, /^http:\/\/127\.0\.0\.1:\d+\/\?tkn=[\da-f]{32}&/);
    const refused = await fetch(new URL('/', address));
    match(String(refused.status), /403/);
    const page = await browser.newPage();
    await page.goto(address!);
    await page.getByRole('button', { name: 'Revision History Log' }).waitFor();
    await page.getByRole('tab', { name: 'Annals' }).waitFor();
  });
});
