import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sharedLogPath } from '../core/sharedLog';
import { Session } from '../host/session';
import { report } from './measure';

const RUNS = 7;
const SETTLED = 3000;

/** What a person waits for, in the real VS Code. */
export async function benchWindow(): Promise<void> {
  const session = await Session.start();
  try {
    for (const rows of [1000, 100_000])
      writeFileSync(join(session.folder, `${rows}.histlog`), trunk(rows));
    const first = await paint(session, '1000.histlog');
    const second = await paint(session, '100000.histlog');
    report('first paint of a graph of 100,000 rows / of 1,000', second / first, '≤ 1.20');
    report('first paint of a graph of 1,000 rows, ms', first.toFixed(0));
    const elements = await session.graph.locator('.canvas *').count();
    report('elements of all rows in the document', String(elements), '≤ 300');
    const real = sharedLogPath();
    if (real !== undefined) {
      await session.command('annals.files.focus');
      report(
        'from opening the real log to a filled tree, ms',
        (await filledTree(session, real)).toFixed(0),
      );
    }
  } finally {
    await session.stop();
  }
}

function trunk(rows: number): string {
  const parts = Array.from(
    { length: rows },
    (_, i) => `\u00a01.${rows - i}\u00a001-Jan-2004\u00a0 cl\u00a0words\n`,
  );
  return parts.join('');
}

/** From the command to the graph's first rows; the median of several. */
async function paint(session: Session, name: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < RUNS; n++) {
    await session.closeAll();
    await session.open(name);
    await session.read(name);
    // The editor itself colours and folds a long document for a while, whether or not a panel opens.
    await wait(SETTLED);
    const start = performance.now();
    await session.command('annals.showFileGraph');
    await session.graph.locator('.row[aria-selected="true"] > .number').waitFor();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
}

async function filledTree(session: Session, path: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < RUNS; n++) {
    await session.closeAll();
    await session.page
      .locator('.pane-body .monaco-list-row')
      .first()
      .waitFor({ state: 'detached' });
    const start = performance.now();
    await session.open(path);
    await session.page.locator('.pane-body .monaco-list-row').first().waitFor();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
}
