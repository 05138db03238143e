import { readLogInSteps } from '../../src/core/log';
import { growing } from '../generate/growing';
import { inputs, repeated } from './inputs';
import { report } from './measure';

/** What a host can wait for without a frame being late, in milliseconds. */
const FRAME = 16;
const RUNS = 5;
/** So many items of what grows, and so many times an ordinary log. */
const ITEMS = 20_000;
const TIMES = 60;

/** The longest step of reading and recovery, as a ratio to a frame; of several runs the least is the log's own. */
export function benchPauses(): void {
  for (const { name, bytes } of inputs()) {
    tell(name, bytes);
    tell(`${name}, with blanks for no-break spaces`, withBlanks(bytes));
    tell(`${name}, ${String(TIMES)} times`, repeated(bytes, TIMES));
  }
  for (const [kind, write] of Object.entries(growing)) tell(kind, Buffer.from(write(ITEMS)));
}

function tell(what: string, bytes: Uint8Array): void {
  const all = Array.from({ length: RUNS }, () => longestSteps(bytes));
  const least = (of: (steps: Steps) => number): number => Math.min(...all.map(of));
  const [reading, recovery] = [least((one) => one.reading), least((one) => one.recovery)];
  report(`longest step of reading ${what} / 16 ms`, reading / FRAME, '≤ 1');
  report(`longest step of recovering ${what} / 16 ms`, recovery / FRAME, '≤ 1');
}

/** In milliseconds. */
interface Steps {
  readonly reading: number;
  readonly recovery: number;
}

function longestSteps(bytes: Uint8Array): Steps {
  const [log, reading] = longestOf(readLogInSteps(bytes));
  const [, recovery] = longestOf(log.recoverInSteps());
  return { reading, recovery };
}

function longestOf<Result>(steps: Generator<unknown, Result>): [Result, number] {
  let longest = 0;
  for (;;) {
    const start = performance.now();
    const step = steps.next();
    longest = Math.max(longest, performance.now() - start);
    if (step.done) return [step.value, longest];
  }
}

function withBlanks(bytes: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString().replaceAll('\u00a0', ' '));
}
