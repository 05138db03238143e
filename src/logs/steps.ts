import type { CancellationToken } from 'vscode';
import { nextTurn } from '../platform/node';

/** So long a step of background work may hold up everything else, in milliseconds. */
const SLICE = 8;

/** Runs the steps with pauses between, so that nothing else waits; undefined when cancelled. */
export async function runSteps<Result>(
  steps: Generator<number, Result>,
  token: CancellationToken,
  report?: (share: number) => void,
): Promise<Result | undefined> {
  for (;;) {
    const until = performance.now() + SLICE;
    while (performance.now() < until) {
      if (token.isCancellationRequested) return undefined;
      const step = steps.next();
      if (step.done) return step.value;
      report?.(step.value);
    }
    await nextTurn();
  }
}
