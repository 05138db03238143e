import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { launchBrowser } from './browser';
import { runMocha, sum, type Counts } from './counts';
import { newest, oldest, type Edition } from './editions';
import { run } from './process';
import { needPrograms } from './programs';
import { readIfThere, startServer } from './server';
import { desktopVSCode, runInDesktop } from './desktop';
import { embeddedVSCode } from './vscode';
import { keepFailure, openWorkbench } from './workbench';

/** A run in the extension host that takes longer hangs, in milliseconds; who opens a log more often waits longer. */
const LIMIT = 5 * 60_000 + Number(process.env.ANNALS_SOAK ?? '0') * 8000;

const suites: Readonly<Record<string, () => Promise<Counts>>> = {
  async types() {
    await run('npx', ['tsc', '-p', '.']);
    await run('npx', ['tsc', '-p', 'src/core']);
    await run('npx', ['eslint', '.', '--max-warnings', '0']);
    await run('npx', ['prettier', '--check', '.']);
    return { passed: 1, failed: 0, skipped: 0 };
  },
  async core() {
    await needPrograms();
    return runMocha(resolve('out/test/core'));
  },
  extension: () => runExtensionSuites(newest),
  browser: () => runMocha(resolve('out/test/browser'), { timeout: 120_000 }),
  async packaged() {
    const vsix = resolve('out/annals.vsix');
    await run('npm', ['run', 'package', '--', '--out', vsix]);
    // Packaging bundles for the world; what follows wants the sources' names again.
    await run(process.execPath, ['esbuild.config.mjs', '--keep-out']);
    return runExtensionSuites(newest, vsix);
  },
  oldest: () => runExtensionSuites(oldest),
};

/** The extension-host suites, in a VS Code of their own. */
async function runExtensionSuites(edition: Edition, vsix?: string): Promise<Counts> {
  const desktop = vsix === undefined ? await desktopVSCode(edition) : undefined;
  if (desktop !== undefined) return runInDesktop(desktop);

  const folder = await mkdtemp(join(tmpdir(), 'annals-workspace-'));
  const results = join(folder, '..', `annals-results-${String(process.pid)}.json`);
  await rm(results, { force: true });
  await cp(resolve('test/logs'), folder, { recursive: true });
  const env = { ANNALS_RESULTS: results, ANNALS_ROOT: resolve('.') };
  const install = vsix === undefined ? {} : { install: vsix };
  const server = await startServer(await embeddedVSCode(edition), { env, ...install });
  const browser = await launchBrowser();
  try {
    const { page, ended } = await openWorkbench(browser, server, {
      folder,
      extension: vsix === undefined ? resolve('.') : resolve('test/host/stub'),
      tests: resolve('out/test/extension/index'),
    });
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<'late'>((late) => (timer = setTimeout(() => late('late'), LIMIT)));
    const outcome = await Promise.race([ended, limit]);
    clearTimeout(timer);
    const counts = JSON.parse((await readIfThere(results)) ?? 'null') as Counts | null;
    if (outcome !== 0 || !counts || counts.failed > 0) {
      await keepFailure(
        `extension-${edition.name}${vsix === undefined ? '' : '-packaged'}`,
        page,
        server,
      );
    }
    reportFailures(counts);
    if (!counts)
      throw new Error(`The extension host left no results (exit code ${String(outcome)}).`);
    return counts;
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
    await rm(results, { force: true });
  }
}

function reportFailures(counts: Counts | null): void {
  if (counts) console.log(`${String(counts.passed)} passed in the extension host`);
  for (const failure of counts?.failures ?? []) console.error(`\nFAILED ${failure}`);
}

/** `core graph` runs the suite `core`, and of its tests those with “graph” in their titles. */
async function main(words: readonly string[]): Promise<void> {
  const chosen = words.filter((word) => Object.hasOwn(suites, word));
  const titles = words.filter((word) => !Object.hasOwn(suites, word));
  if (titles.length > 0 && chosen.length === 0) {
    throw new Error(`Name a suite first: ${Object.keys(suites).join(', ')}.`);
  }
  if (titles.length > 0) process.env.ANNALS_GREP = titles.join(' ');
  const all: Counts[] = [];
  for (const name of chosen.length > 0 ? chosen : Object.keys(suites)) {
    console.log(`\n== ${name}`);
    const suite = suites[name]!;
    try {
      all.push(await suite());
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      all.push({ passed: 0, failed: 1, skipped: 0 });
    }
  }
  const { passed, failed, skipped } = sum(all);
  console.log(`\n${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main(process.argv.slice(2)).then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
