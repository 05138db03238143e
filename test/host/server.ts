import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { run } from './process';
import type { EmbeddedVSCode } from './vscode';

/** Settings of a VS Code that asks nothing, offers nothing and saves nothing by itself. */
const SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.enabled': false,
  'files.autoSave': 'off',
  'workbench.editorLargeFileConfirmation': 4096,
  'security.workspace.trust.enabled': false,
};

export interface Server {
  readonly port: number;
  readonly profile: string;
  log(): Promise<string>;
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Without it the server takes test runs; with it, only who knows it gets in. */
  readonly token?: string;
  /** A packaged extension to install first. */
  readonly install?: string;
  readonly port?: number;
}

/** Starts a VS Code with a profile of its own on a free port. */
export async function startServer(
  vscode: EmbeddedVSCode,
  options: ServerOptions = {},
): Promise<Server> {
  const profile = await mkdtemp(join(tmpdir(), 'annals-vscode-'));
  const user = join(profile, 'data', 'User');
  await mkdir(user, { recursive: true });
  await writeFile(
    join(user, 'settings.json'),
    JSON.stringify({ ...SETTINGS, ...options.settings }),
  );
  const env = { ...cleanEnvironment(), ...options.env };
  if (options.install !== undefined) await install(vscode, profile, options.install, env);

  const port = options.port ?? (await freePort());
  const args = [
    vscode.main,
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...(options.token === undefined
      ? ['--without-connection-token']
      : ['--connection-token', options.token]),
    // Without it, an extension in development is passed over in silence.
    '--enable-smoke-test-driver',
    '--accept-server-license-terms',
    ...['--server-data-dir', profile],
    '--disable-telemetry',
    '--disable-workspace-trust',
  ];
  const child = spawn(vscode.node, args, {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  child.stdout.on('data', (data: Buffer) => output.push(data.toString()));
  child.stderr.on('data', (data: Buffer) => output.push(data.toString()));
  await untilReady(child, port, output);
  return {
    port,
    profile,
    log: () => Promise.resolve(output.join('')),
    async stop() {
      await endGroup(child);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Variables of a VS Code around us would confuse the one inside. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(?:VSCODE|ELECTRON|CODE_SERVER)_/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

async function install(
  vscode: EmbeddedVSCode,
  profile: string,
  vsix: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const args = [vscode.main, '--server-data-dir', profile, '--accept-server-license-terms'];
  await run(vscode.node, [...args, '--install-extension', vsix], { env });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilReady(
  child: ChildProcess,
  port: number,
  output: readonly string[],
): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`VS Code ended at once:\n${output.join('')}`);
    try {
      if ((await fetch(`http://127.0.0.1:${String(port)}/version`)).ok) return;
    } catch {
      // It does not listen yet.
    }
    if (Date.now() > until) throw new Error(`VS Code does not answer:\n${output.join('')}`);
    await wait(50);
  }
}

async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.on('close', resolve));
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    try {
      process.kill(-child.pid, signal);
    } catch {
      return; // The group has ended.
    }
    if (await Promise.race([ended.then(() => true), wait(4000, false)])) return;
  }
}

export async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
