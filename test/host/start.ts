import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, constants } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { newest } from './editions';
import { startServer } from './server';
import { embeddedVSCode } from './vscode';

/** Opens a VS Code with the extension and a log: an installed one, else the embedded one. */
async function main(): Promise<void> {
  const log = resolve(process.argv[2] ?? join('test', 'logs', 'pump.histlog'));
  await access(log, constants.R_OK).catch(() => {
    throw new Error(`${log} cannot be read.`);
  });
  const installed = process.env.VSCODE_PATH ?? (await findInstalled());
  if (installed === undefined) await startEmbedded(log);
  else startInstalled(installed, log);
}

async function findInstalled(): Promise<string | undefined> {
  const hasDisplay =
    process.platform !== 'linux' ||
    process.env.DISPLAY !== undefined ||
    process.env.WAYLAND_DISPLAY !== undefined;
  if (!hasDisplay) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    const found = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return path;
  }
  return undefined;
}

function startInstalled(program: string, log: string): void {
  const args = ['--new-window', `--extensionDevelopmentPath=${resolve('.')}`, dirname(log), log];
  spawn(program, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  console.log(`Annals opens in ${program} with ${log}.`);
}

async function startEmbedded(log: string): Promise<void> {
  // Without a token, any process of this machine would get a shell.
  const token = randomBytes(16).toString('hex');
  const server = await startServer(await embeddedVSCode(newest), {
    token,
    settings: { 'workbench.editorLargeFileConfirmation': 1024 },
  });
  const authority = `127.0.0.1:${String(server.port)}`;
  const payload = [
    ['extensionDevelopmentPath', `vscode-remote://${authority}${resolve('.')}`],
    ['openFile', `vscode-remote://${authority}${log}`],
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({
    tkn: token,
    folder: dirname(log),
    payload: JSON.stringify(payload),
  });
  console.log(`Annals is open at http://${authority}/?${query.toString()}`);
  console.log('Press Ctrl+C to end it.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
