// Bundles the extension, the panel and the command line into dist, with the licences of what they
// contain, and the tests into out.
import { build, context } from 'esbuild';
import { copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { noticesOf } from './notices.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
};
const node = { ...shared, platform: 'node', target: 'node20', format: 'cjs' };
const tests = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .map((path) => `test/${path}`);

const bundles = [
  {
    ...node,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
  },
  {
    ...node,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    external: ['./mcp.js'],
  },
  {
    ...node,
    entryPoints: ['src/cli/mcp.ts'],
    outfile: 'dist/mcp.js',
  },
  {
    ...shared,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    entryPoints: { webview: 'src/webview/main.ts' },
    outdir: 'dist',
    loader: { '.ttf': 'file' },
    assetNames: '[name]',
  },
  ...(production
    ? []
    : [
        {
          ...node,
          entryPoints: tests,
          outdir: 'out/test',
          outbase: 'test',
          packages: 'external',
          external: ['vscode'],
        },
      ]),
];

if (watch) {
  for (const options of bundles) {
    const bundle = await context({ ...options, plugins: [reporter()] });
    await bundle.watch();
  }
} else {
  rmSync('dist', { recursive: true, force: true });
  if (!production && !process.argv.includes('--keep-out'))
    rmSync('out', { recursive: true, force: true });
  const built = await Promise.all(bundles.map((options) => build({ ...options, metafile: true })));
  const shipped = built.filter((_, i) => !bundles[i].outbase);
  // The log that the walkthrough opens.
  copyFileSync('test/logs/pump.histlog', 'dist/sample.histlog');
  writeFileSync(
    'dist/ThirdPartyNotices.txt',
    noticesOf(shipped.flatMap(({ metafile }) => Object.values(metafile.outputs))),
  );
}

/** Tells an editor's task when a build begins and ends. */
function reporter() {
  return {
    name: 'reporter',
    setup({ onStart, onEnd }) {
      onStart(() => console.log('[watch] build started'));
      onEnd(() => console.log('[watch] build finished'));
    },
  };
}
