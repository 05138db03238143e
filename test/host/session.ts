import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server as NetServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createInterface } from 'node:readline';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type * as vscode from 'vscode';
import { launchBrowser } from './browser';
import { newest } from './editions';
import { startServer, type Server } from './server';
import { embeddedVSCode } from './vscode';
import { keepFailure, openWorkbench } from './workbench';

type Remote<Args extends unknown[], Result> = (
  api: typeof vscode,
  ...args: Args
) => Result | Thenable<Result>;

/** A VS Code in a page, with both ends in hand: its window, and its API. */
export class Session {
  private socket: Socket | undefined;
  private next = 0;
  private readonly waiting = new Map<
    number,
    { resolve(value: unknown): void; reject(error: Error): void }
  >();

  private constructor(
    private readonly browser: Browser,
    private readonly server: Server,
    private readonly sockets: NetServer,
    readonly page: Page,
    /** A copy of the samples, which tests may change. */
    readonly folder: string,
  ) {
    sockets.on('connection', (socket) => this.attach(socket));
  }

  static async start(
    settings: Readonly<Record<string, unknown>> = {},
    size?: { width: number; height: number },
    extension = '.',
  ): Promise<Session> {
    const vscode = await embeddedVSCode(newest);
    const folder = await mkdtemp(join(tmpdir(), 'annals-workspace-'));
    await cp(resolve('test/logs'), folder, { recursive: true });
    const sockets = createServer();
    const address = join(folder, '.socket');
    await new Promise<void>((listening) => sockets.listen(address, listening));
    const server = await startServer(vscode, { env: { ANNALS_SOCKET: address }, settings });
    const browser = await launchBrowser();
    const { page } = await openWorkbench(browser, server, {
      folder,
      extension: resolve(extension),
      tests: resolve('out/test/browser/agent'),
      ...(size ? { size } : {}),
    });
    const session = new Session(browser, server, sockets, page, folder);
    try {
      await session.connected();
    } catch (error) {
      await session.fail('start');
      throw error;
    }
    return session;
  }

  /** Runs a function in the extension host; it sees its arguments and the API, nothing around it. */
  async run<Args extends unknown[], Result>(
    fn: Remote<Args, Result>,
    ...args: Args
  ): Promise<Result> {
    const id = this.next++;
    const answer = new Promise<unknown>((resolve, reject) =>
      this.waiting.set(id, { resolve, reject }),
    );
    this.socket!.write(`${JSON.stringify({ id, source: fn.toString(), args })}\n`);
    return (await withLimit(answer, 30_000, 'The extension host does not answer.')) as Result;
  }

  /** Opens a file of the copy of the samples, or an absolute path. */
  async open(path: string, line = 0): Promise<void> {
    await this.run(
      async (api, file, at) => {
        const selection = new api.Range(at, 0, at, 0);
        const uri = api.Uri.file(file);
        await api.commands.executeCommand('vscode.open', uri, {
          selection,
          preview: false,
          viewColumn: 1,
        });
      },
      resolve(this.folder, path),
      line,
    );
  }

  /** Waits until a log that is open has been read. */
  async read(path: string): Promise<void> {
    const isRead: Remote<[string], boolean> = (api, file) => {
      const extension = api.extensions.getExtension<{ logOf(uri: vscode.Uri): unknown }>(
        'annals.annals',
      )!;
      return extension.isActive && extension.exports.logOf(api.Uri.file(file)) !== undefined;
    };
    await this.until(`${path} is read`, isRead, resolve(this.folder, path));
  }

  async command(name: string, ...args: unknown[]): Promise<void> {
    await this.run(
      (api, id, list) => api.commands.executeCommand(id, ...list).then(() => null),
      name,
      args,
    );
  }

  /** Waits until the cursor of the editor that is visible is on a line, which counts from 1. */
  async untilLine(line: number): Promise<void> {
    const isOn: Remote<[number], boolean> = (api, expected) =>
      api.window.visibleTextEditors[0]?.selection.active.line === expected - 1;
    await this.until(`the cursor is on line ${line}`, isOn, line);
  }

  /** Waits until something is so in the extension host. */
  async until<Args extends unknown[]>(
    what: string,
    is: Remote<Args, boolean>,
    ...args: Args
  ): Promise<void> {
    const limit = Date.now() + 15_000;
    while (!(await this.run(is, ...args))) {
      if (Date.now() > limit) throw new Error(`It never came to this: ${what}.`);
      await wait(30);
    }
  }

  /** Loads the window anew; the extension host starts again, too. */
  async reload(): Promise<void> {
    const { socket } = this;
    const loaded = this.page.waitForEvent('load');
    // No answer comes: the extension host ends before.
    this.command('workbench.action.reloadWindow').catch(() => undefined);
    await loaded;
    if (this.socket === socket) this.socket = undefined;
    socket?.destroy();
    await this.connected();
  }

  async closeAll(): Promise<void> {
    await this.command('workbench.action.closeAllEditors');
  }

  /** The inside of the graph panel. */
  get graph(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  async fail(name: string): Promise<void> {
    await keepFailure(name, this.page, this.server);
  }

  async stop(): Promise<void> {
    this.socket?.destroy();
    this.sockets.close();
    await this.browser.close();
    await this.server.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async connected(): Promise<void> {
    const until = Date.now() + 60_000;
    while (!this.socket) {
      if (Date.now() > until) throw new Error('The extension host does not call.');
      await wait(20);
    }
  }

  private attach(socket: Socket): void {
    this.socket = socket;
    createInterface({ input: socket }).on('line', (line) => {
      const message = JSON.parse(line) as { id?: number; result?: unknown; error?: string };
      const waiting = message.id === undefined ? undefined : this.waiting.get(message.id);
      if (message.id !== undefined) this.waiting.delete(message.id);
      if (message.error === undefined) waiting?.resolve(message.result);
      else waiting?.reject(new Error(message.error));
    });
  }
}

async function withLimit<Result>(
  what: Promise<Result>,
  ms: number,
  sentence: string,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(sentence)), ms);
  });
  try {
    return await Promise.race([what, limit]);
  } finally {
    clearTimeout(timer);
  }
}
