import { parseArgs } from 'node:util';
import { tellDamage } from './damage';
import { fuzz } from './fuzz';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    seed: { type: 'string' },
    damage: { type: 'boolean' },
    every: { type: 'string' },
  },
});
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);

if (values.damage) tellDamage(Number(values.every ?? '1'), seed);
else
  fuzz(Number(values.seconds ?? '10'), seed).then(
    (runs) =>
      console.log(`${runs.toLocaleString('en')} runs from seed ${String(seed)} found nothing.`),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
