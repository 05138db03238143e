import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** How a run of tests ended. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, and how; told again where the run itself is out of sight. */
  readonly failures?: readonly string[];
}

export function sum(all: readonly Counts[]): Counts {
  return {
    passed: all.reduce((n, { passed }) => n + passed, 0),
    failed: all.reduce((n, { failed }) => n + failed, 0),
    skipped: all.reduce((n, { skipped }) => n + skipped, 0),
  };
}

/** Runs every test file of a folder of `out/test`; a folder without tests has failed. */
export async function runMocha(folder: string, options: Mocha.MochaOptions = {}): Promise<Counts> {
  const grep = process.env.ANNALS_GREP;
  const mocha = new Mocha({ timeout: 30_000, color: true, ...(grep ? { grep } : {}), ...options });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.js'))
    .sort();
  for (const file of files) mocha.addFile(join(folder, file));
  const counts = await new Promise<Counts>((resolve) => {
    const failures: string[] = [];
    const runner = mocha.run(() => {
      const { passes = 0, failures: failed = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed, skipped: pending, failures });
    });
    runner.on('fail', (test, error: Error) => {
      failures.push(`${test.fullTitle()}\n${error.stack ?? String(error)}`);
    });
  });
  if (counts.passed + counts.failed === 0 && !grep)
    throw new Error(`${folder} holds no test that ran.`);
  return counts;
}
