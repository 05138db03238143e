/** The result of the last run, so that none is optimised away. */
export let kept: unknown;

/** The median time of several runs, in milliseconds. */
export function time(run: () => unknown, runs = 7): number {
  const times: number[] = [];
  for (let n = 0; n < runs; n++) {
    const start = performance.now();
    kept = run();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}

/** Two things in turn, so that what disturbs the machine disturbs both: the ratio of medians. */
export function ratio(one: () => unknown, other: () => unknown, runs = 7): number {
  const times: [number[], number[]] = [[], []];
  one();
  other();
  for (let n = 0; n < runs; n++) {
    times[0].push(time(one, 1));
    times[1].push(time(other, 1));
  }
  const [a, b] = times.map((list) => list.sort((x, y) => x - y)[Math.floor(runs / 2)]!);
  return a! / b!;
}

/** A line of the table: what was measured, beside its goal. */
export function report(what: string, measured: number | string, goal = ''): void {
  const value = typeof measured === 'number' ? measured.toFixed(2) : measured;
  console.log(`| ${what.padEnd(70)} | ${value.padStart(10)} | ${goal.padStart(7)} |`);
}
