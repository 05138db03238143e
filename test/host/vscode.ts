import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { extract } from 'tar';
import { cached } from './cache';
import type { Edition, Package } from './editions';
import { run, thrice } from './process';

/** An embedded VS Code: the server and workbench of the real one, for a browser to show. */
export interface EmbeddedVSCode {
  readonly node: string;
  /** `server-main.js`. */
  readonly main: string;
}

/** Big parts that neither the tests nor a reader of logs needs. */
const LEFT_OUT = [
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
  'extensions/copilot',
  'node_modules/node-pty/third_party',
];

/** The VS Code of an edition, downloaded once and kept in the cache. */
export async function embeddedVSCode(edition: Edition): Promise<EmbeddedVSCode> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The embedded VS Code runs on Linux x64 only; name an installed VS Code in VSCODE_PATH instead.',
    );
  }
  const packages = [edition.server, edition.node, edition.ripgrep].flatMap((p) => p ?? []);
  const name = `vscode-${packages.map(({ spec }) => spec.replace(/^@vscode\//, '')).join('-')}`;
  const folder = await cached(name, (temporary) => fill(temporary, edition));
  return {
    node: edition.node ? join(folder, 'node', 'bin', 'node') : process.execPath,
    main: join(folder, 'vscode', 'out', 'server-main.js'),
  };
}

async function fill(folder: string, edition: Edition): Promise<void> {
  console.log(`Downloading ${edition.server.spec}, once.`);
  const whole = join(folder, 'whole');
  await unpack(edition.server, whole);
  const vscode = join(folder, 'vscode');
  await rename(join(whole, 'lib', 'vscode'), vscode);
  await rm(whole, { recursive: true });
  const install = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  await thrice('npm install', () => run('npm', install, { cwd: vscode }));
  for (const part of LEFT_OUT) await rm(join(vscode, part), { recursive: true, force: true });
  if (edition.node) {
    await unpack(edition.node, join(folder, 'node'));
    await chmod(join(folder, 'node', 'bin', 'node'), 0o755);
  }
  if (edition.ripgrep) {
    await unpack(edition.ripgrep, join(folder, 'ripgrep'));
    const bin = join(vscode, 'node_modules', '@vscode', 'ripgrep', 'bin');
    await mkdir(bin, { recursive: true });
    await copyFile(join(folder, 'ripgrep', 'bin', 'rg'), join(bin, 'rg'));
    await chmod(join(bin, 'rg'), 0o755);
  }
}

/** Downloads a package, holds it against its pinned integrity, and unpacks it into `folder`. */
async function unpack({ spec, integrity }: Package, folder: string): Promise<void> {
  const download = `${folder}.download`;
  await thrice(spec, async () => {
    await rm(download, { recursive: true, force: true });
    await mkdir(download, { recursive: true });
    await run('npm', ['pack', spec, '--silent', '--ignore-scripts'], { cwd: download });
    const archive = join(download, (await readdir(download))[0]!);
    const digest = createHash('sha512')
      .update(await readFile(archive))
      .digest('base64');
    if (`sha512-${digest}` !== integrity)
      throw new Error(`${spec} is not the archive that was pinned.`);
    await mkdir(folder, { recursive: true });
    await extract({ file: archive, cwd: folder, strip: 1 });
  });
  await rm(download, { recursive: true, force: true });
}
