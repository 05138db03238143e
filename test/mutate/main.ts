import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { randomFrom } from '../../src/cli/random';
import { mutantsOf, type Mutant } from './mutants';

const ROOMS = ['text', 'formats', 'history', 'assembly', 'messages', 'graph'];

/** A file of tests that takes longer alone, in milliseconds, is left out: each mutant would wait for it. */
const LONGEST = 8_000;
/** A mutant that hangs is seen after so long, in milliseconds, and counts as killed. */
const HANGS = 180_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string' }, seed: { type: 'string' } },
});

/** Builds the tests with one source changed. */
async function bundle(
  tests: readonly string[],
  outdir: string,
  path?: string,
  text?: string,
): Promise<true> {
  await build({
    entryPoints: tests.map((test) => `test/core/${test}.ts`),
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    logLevel: 'silent',
    plugins: [
      {
        name: 'mutant',
        setup(plugin) {
          plugin.onLoad({ filter: /\.ts$/ }, (args) =>
            args.path === path && text !== undefined ? { contents: text, loader: 'ts' } : undefined,
          );
        },
      },
    ],
  });
  return true;
}

/** Do the tests pass? Stops at the first that does not. */
function passes(files: readonly string[]): Promise<boolean> {
  const mocha = spawn('npx', ['mocha', '--no-config', '--bail', '--timeout', '30000', ...files], {
    stdio: 'ignore',
    detached: true,
  });
  const timer = setTimeout(() => process.kill(-mocha.pid!, 'SIGKILL'), HANGS);
  return new Promise((ended) =>
    mocha.on('exit', (code) => {
      clearTimeout(timer);
      ended(code === 0);
    }),
  );
}

/** The tests that pass alone and quickly, the quickest first. */
async function quickTests(): Promise<string[]> {
  const all = readdirSync('test/core').flatMap((file) => /^(.*\.test)\.ts$/.exec(file)?.[1] ?? []);
  const outdir = resolve('out/mutate/plain');
  await bundle(all, outdir);
  const timed: [string, number][] = [];
  for (const test of all) {
    const start = performance.now();
    const isFine = await passes([join(outdir, `${test}.js`)]);
    const took = performance.now() - start;
    if (isFine && took < LONGEST) timed.push([test, took]);
    else console.log(`left out: ${test}, ${isFine ? 'slow' : 'fails alone'}`);
  }
  return timed.sort((a, b) => a[1] - b[1]).map(([test]) => test);
}

function chosenMutants(): { room: string; path: string; mutant: Mutant }[] {
  const random = randomFrom(Number(values.seed ?? '1'));
  const all = (positionals.length > 0 ? positionals : ROOMS).flatMap((room) =>
    readdirSync(`src/core/${room}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => {
        const path = resolve('src/core', room, file);
        return mutantsOf(readFileSync(path, 'utf8')).map((mutant) => ({ room, path, mutant }));
      }),
  );
  const sample = Number(values.sample ?? all.length);
  console.log(`${String(Math.min(sample, all.length))} of ${String(all.length)} mutants`);
  return all
    .map((mutant) => ({ mutant, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, sample)
    .map(({ mutant }) => mutant);
}

async function main(): Promise<void> {
  const tests = await quickTests();
  const waiting = chosenMutants();
  const counts = new Map<string, { killed: number; all: number }>();
  const work = async (worker: number): Promise<void> => {
    const outdir = resolve(`out/mutate/${String(worker)}`);
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { room, path, mutant } = next;
      // Some mutants are no TypeScript: `a && b ?? c`.
      if (!(await bundle(tests, outdir, path, mutant.text).then(Boolean, () => false))) continue;
      const survives = await passes(tests.map((test) => join(outdir, `${test}.js`)));
      const count = counts.get(room) ?? { killed: 0, all: 0 };
      counts.set(room, { killed: count.killed + (survives ? 0 : 1), all: count.all + 1 });
      if (survives)
        console.log(
          `survives: ${path.slice(resolve('.').length + 1)}:${String(mutant.line)}: ${mutant.from} → ${mutant.to}`,
        );
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, (_, i) => work(i)));
  for (const [room, { killed, all }] of counts)
    console.log(
      `${room}: ${String(killed)} of ${String(all)} killed, ${((100 * killed) / all).toFixed(0)} %`,
    );
}

void main().finally(() => rmSync('out/mutate', { recursive: true, force: true }));
