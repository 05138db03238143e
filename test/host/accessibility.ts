import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';

const AXE = createRequire(resolve('package.json')).resolve('axe-core/axe.min.js');

/** What axe finds wrong in the webview of a window: rule and elements. */
export async function violationsIn(page: Page): Promise<string[]> {
  const frame = page
    .frames()
    .find((f) => f.name() === 'active-frame' || f.url().includes('fake.html'))!;
  // The page's policy admits our script only, so the checker comes by the debugger.
  await frame.evaluate(readFileSync(AXE, 'utf8'));
  return frame.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}
