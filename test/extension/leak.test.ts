import { equal, ok } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import type { Annals } from '../../src/api';
import { generateLog, ORDINARY } from '../generate/generate';
import { activated, closeAll, openUri, sample, until } from './support';

/** `ANNALS_SOAK=300` opens it more often. */
const TIMES = Number(process.env.ANNALS_SOAK ?? '50');
/** Caches of the editor are full by then. */
const WARM = 10;
/** Each so many times, its graph is drawn, and what is in use is measured. */
const ROUND = 5;

describe('memory', () => {
  before(activated);
  after(closeAll);

  it(`a log that was opened and closed ${TIMES} times is not kept`, async function () {
    this.timeout(TIMES * 8000);
    const uri = sample('leak.histlog');
    const text = generateLog({ ...ORDINARY, files: 30, messageLines: 12 });
    writeFileSync(uri.fsPath, text);
    const readings: WeakRef<object>[] = [];
    const inUse: number[] = [];
    for (let n = 1; n <= TIMES; n++) {
      readings.push(await openAndClose(uri, n % ROUND === 0));
      if (n >= WARM && n % ROUND === 0) inUse.push(await memory());
    }
    const reachable = (): number => readings.filter((reading) => reading.deref()).length;
    for (let n = 0; n < 20 && reachable() > 0; n++) await memory();
    equal(reachable(), 0, 'readings that are still reachable');
    // The median step forgets what the editor itself takes once; a leak is in every step.
    const steps = inUse.slice(1).map((bytes, i) => bytes - inUse[i]!);
    const step = steps.sort((a, b) => a - b)[steps.length >> 1]!;
    ok(step < ROUND * text.length, `${step} bytes more after ${ROUND} logs of ${text.length}`);
  });
});

async function openAndClose(uri: vscode.Uri, withGraph: boolean): Promise<WeakRef<object>> {
  const annals = (await activated()).exports as Annals;
  await openUri(uri);
  const log = await until('the log is read', () => annals.logOf(uri));
  if (withGraph) await vscode.commands.executeCommand('annals.showFileGraph');
  await closeAll();
  await until('the log is closed', () => annals.logOf(uri) === undefined);
  return new WeakRef(log);
}

/** What is in use after a collection that was forced; finalisers may need another. */
async function memory(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let n = 0; n < 3; n++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
