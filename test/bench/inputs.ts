import { readFileSync } from 'node:fs';
import { sharedLogPath } from '../core/sharedLog';
import { generateLog, ORDINARY } from '../generate/generate';

/** The logs to measure with: one that is generated, and the real one where it is there. */
export function inputs(): { name: string; bytes: Uint8Array }[] {
  const generated = generateLog({ ...ORDINARY, files: 150, revisions: 60, messageLines: 2 });
  const path = sharedLogPath();
  return [
    { name: 'generated', bytes: new TextEncoder().encode(generated) },
    ...(path === undefined ? [] : [{ name: 'real', bytes: new Uint8Array(readFileSync(path)) }]),
  ];
}

/** The bytes so many times over, joined by newlines. */
export function repeated(bytes: Uint8Array, times: number): Uint8Array {
  const all = new Uint8Array((bytes.length + 1) * times);
  for (let n = 0; n < times; n++) {
    all.set(bytes, n * (bytes.length + 1));
    all[(n + 1) * (bytes.length + 1) - 1] = 10;
  }
  return all;
}
