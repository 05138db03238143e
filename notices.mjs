// The licences of all packages that a bundle takes something from.
import { readdirSync, readFileSync } from 'node:fs';

/**
 * The notices for the outputs of some bundles, as a metafile of esbuild has them. Throws where a
 * package has no licence of its own to show.
 */
export function noticesOf(outputs) {
  const roots = new Set();
  for (const { inputs } of outputs) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const root = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
      if (root && bytesInOutput > 0) roots.add(root);
    }
  }
  const notices = [...roots].map((root) => {
    const { name, version, license } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
    const files = readdirSync(root, { withFileTypes: true })
      .filter((file) => file.isFile() && /^(?:licen[cs]e|notice|copying)/i.test(file.name))
      .map((file) => file.name);
    if (!license || files.length === 0) throw new Error(`${name} comes without a licence.`);
    const texts = files.map((file) => readFileSync(`${root}/${file}`, 'utf8').trim());
    return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
  });
  const rule = `\n${'-'.repeat(80)}\n\n`;
  return [
    'Annals contains software and an icon font of others, under these licences.\n',
    ...notices.sort(),
  ].join(rule);
}
