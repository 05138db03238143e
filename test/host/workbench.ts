import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Server } from './server';

/** Where pictures and logs of failed runs are left. */
export const FAILURES = join('out', 'failures');

export interface WorkbenchOptions {
  readonly folder: string;
  readonly extension: string;
  /** The module that runs in the extension host, without `.js`. */
  readonly tests: string;
  readonly size?: { readonly width: number; readonly height: number };
}

export interface Workbench {
  readonly page: Page;
  /** The exit code of the tests module. */
  readonly ended: Promise<number>;
}

/** Opens VS Code in a page, with the extension in development and its tests module running. */
export async function openWorkbench(
  browser: Browser,
  { port }: Server,
  { folder, extension, tests, size }: WorkbenchOptions,
): Promise<Workbench> {
  const context = await browser.newContext({ viewport: size ?? { width: 1280, height: 800 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await page.route('**/*', (route) => {
    const { hostname } = new URL(route.request().url());
    // A service worker inside the page answers for the second.
    const isOurs = hostname === '127.0.0.1' || hostname.endsWith('.vscode-cdn.net');
    return isOurs ? route.continue() : route.abort();
  });
  const ended = new Promise<number>((resolve) => {
    void page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
      if (process.env.ANNALS_VERBOSE !== undefined) console.log(...args);
    });
    void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
  });
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${String(port)}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(tests)],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  await page.goto(`http://127.0.0.1:${String(port)}/?${query.toString()}`);
  return { page, ended };
}

/** Leaves a picture of the page and the server's log behind. */
export async function keepFailure(name: string, page: Page, server: Server): Promise<void> {
  await mkdir(FAILURES, { recursive: true });
  const base = join(FAILURES, name.replace(/[^\w.-]+/g, '-').slice(0, 120));
  await page.screenshot({ path: `${base}.png` }).catch((error: unknown) => console.error(error));
  await writeFile(`${base}.server.log`, await server.log());
  console.error(`See ${base}.png and ${base}.server.log.`);
}
