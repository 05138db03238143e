import { deepEqual, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The packages that the bundles' source maps and the icon font come from. */
function bundled(): string[] {
  const maps = readdirSync('dist').filter((file) => file.endsWith('.map'));
  const sources = maps.flatMap((file) => {
    const { sources } = JSON.parse(readFileSync(`dist/${file}`, 'utf8')) as { sources: string[] };
    return sources;
  });
  const names = sources.flatMap(
    (source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? [],
  );
  const version = (name: string): string => {
    const root = sources.find((source) => source.includes(`node_modules/${name}/`))!;
    const path = root.slice(root.indexOf('node_modules/'), root.lastIndexOf(`/${name}/`));
    const file = `${path}/${name}/package.json`;
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  };
  return [...new Set(names)].map((name) => `${name} ${version(name)}`).sort();
}

describe('licences of others', () => {
  const notices = readFileSync('dist/ThirdPartyNotices.txt', 'utf8');

  it('stand there for all that the bundles contain, and nothing else', () => {
    const named = [...notices.matchAll(/^(\S+ \d+\.\d+\.\d+)\S* \([^()]+\)$/gm)].map(
      ([, name]) => name!,
    );
    deepEqual(named.sort(), bundled());
    ok(named.some((name) => name.startsWith('@vscode/codicons ')));
  });

  it('have the words of the licences', () => {
    for (const words of [/Copyright/, /Permission is hereby granted/, /Creative Commons/])
      ok(words.test(notices), String(words));
  });

  it('ship with the extension', () => {
    const { stdout } = spawnSync('npx', ['vsce', 'ls', '--no-dependencies'], { encoding: 'utf8' });
    ok(stdout.split('\n').includes('dist/ThirdPartyNotices.txt'), stdout);
  });
});
