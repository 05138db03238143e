import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import type { Counts } from './counts';
import type { Edition } from './editions';
import { readIfThere } from './server';

/**
 * A desktop VS Code: the one that VSCODE_PATH names, or on other machines than Linux x64, where
 * no embedded one runs, one that is downloaded.
 */
export async function desktopVSCode(edition: Edition): Promise<string | undefined> {
  const named = process.env.VSCODE_PATH;
  if (named !== undefined && edition.name === 'newest') return named;
  if (process.platform === 'linux' && process.arch === 'x64') return undefined;
  return downloadAndUnzipVSCode(edition.name === 'newest' ? 'stable' : '1.100.3');
}

/** The extension-host suites in a desktop VS Code. */
export async function runInDesktop(vscodeExecutablePath: string): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'annals-workspace-'));
  const results = join(tmpdir(), `annals-results-${String(process.pid)}.json`);
  await cp(resolve('test/logs'), folder, { recursive: true });
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: resolve('.'),
      extensionTestsPath: resolve('out/test/extension/index'),
      extensionTestsEnv: { ANNALS_RESULTS: results, ANNALS_ROOT: resolve('.') },
      launchArgs: [folder, '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
    }).catch((error: unknown) => console.error(String(error)));
    const counts = JSON.parse((await readIfThere(results)) ?? 'null') as Counts | null;
    if (!counts) throw new Error('The desktop VS Code left no results.');
    return counts;
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(results, { force: true });
  }
}
