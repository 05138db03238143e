import { cpus } from 'node:os';
import { benchActivation } from './activation';
import { benchMemory, benchOthers } from './commandLine';
import { benchFix } from './fix';
import { benchGrowth } from './growth';
import { benchPauses } from './pauses';
import { benchPlacement } from './placement';
import { benchRecovery } from './recovery';
import { benchReading } from './reading';
import { benchTexts } from './texts';
import { benchWindow } from './window';
import { report } from './measure';

const benches: Readonly<Record<string, () => void | Promise<void>>> = {
  reading: benchReading,
  recovery: benchRecovery,
  placement: benchPlacement,
  fix: benchFix,
  growth: benchGrowth,
  pauses: benchPauses,
  texts: benchTexts,
  memory: benchMemory,
  others: benchOthers,
  window: benchWindow,
  activation: benchActivation,
};

/** Prints ratios that were measured in this run, each beside its goal. */
async function main(names: readonly string[]): Promise<void> {
  console.log(
    `Node ${process.version}, ${String(cpus().length)} cores of ${cpus()[0]?.model ?? 'unknown kind'}\n`,
  );
  report('what', 'ratio', 'goal');
  report('---', '---', '---');
  for (const name of names.length > 0 ? names : Object.keys(benches)) await benches[name]!();
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
