import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Session } from '../host/session';
import { report } from './measure';

const RUNS = 5;

/** What the extension costs a window that has no log: against one that does nothing at all. */
export async function benchActivation(): Promise<void> {
  const empty = mkdtempSync(join(tmpdir(), 'annals-empty-'));
  try {
    writeEmptyExtension(empty);
    const times: Record<'annals' | 'empty', number[]> = { annals: [], empty: [] };
    let active = 0;
    for (let n = 0; n < RUNS; n++) {
      for (const [name, folder] of [
        ['annals', '.'],
        ['empty', empty],
      ] as const) {
        const session = await Session.start({}, undefined, folder);
        if (name === 'annals' && (await isActive(session))) active++;
        times[name].push(await activate(session, `annals.${name}`));
        await session.stop();
      }
    }
    const [annals, other] = [median(times.annals), median(times.empty)];
    report('windows without a log in which Annals is activated', `${active} of ${RUNS}`, '0');
    report('activation that is asked for, with no log open, ms', annals.toFixed(1));
    report('the same of an extension that does nothing, ms', other.toFixed(1));
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
}

function writeEmptyExtension(folder: string): void {
  const manifest = {
    name: 'empty',
    publisher: 'annals',
    version: '0.0.0',
    engines: { vscode: '^1.100.0' },
    main: './main.js',
    activationEvents: [],
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'main.js'), 'exports.activate = () => {};');
}

function isActive(session: Session): Promise<boolean> {
  return session.run((api) => api.extensions.getExtension('annals.annals')!.isActive);
}

function activate(session: Session, id: string): Promise<number> {
  return session.run(async (api, name) => {
    const extension = api.extensions.getExtension(name)!;
    const start = performance.now();
    await extension.activate();
    return performance.now() - start;
  }, id);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
