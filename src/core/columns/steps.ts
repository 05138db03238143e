/** Work that offers pauses by yielding, so that a host can do other things between; its result comes last. */
export type Steps<Result> = Generator<void, Result>;

/** A pause is offered each time that so many items are done: some milliseconds at the slowest of them. */
export const PAUSE_EVERY = 2048;

/** Takes the steps of a part of some work, and yields for each the share of the whole that is done. */
export function* atShare<Result>(share: number, steps: Steps<Result>): Generator<number, Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield share;
  }
}
