import { evidenceOn } from '../../src/core/answers/evidence';
import { whereDidItGo } from '../../src/core/answers/fix';
import { outlineOf } from '../../src/core/answers/outline';
import { changesPulledUp } from '../../src/core/answers/releases/changes';
import { marksOf } from '../../src/core/answers/releases/marks';
import { releasesOf } from '../../src/core/answers/releases/releases';
import { reportOn } from '../../src/core/answers/report';
import { placeChangesets } from '../../src/core/graph/directory';
import { lineageOf } from '../../src/core/graph/lineage';
import { place } from '../../src/core/graph/place';
import { finish, readLog, type Log } from '../../src/core/log';
import { matchListing } from '../../src/core/recovery/paths/listing';
import { growing } from '../generate/growing';
import { report, time } from './measure';

/** Four doublings, up to 20,000 items. */
const SIZES = [1250, 2500, 5000, 10_000, 20_000];
const RUNS = 3;

/** Answers are given one at a time: so many are asked for. */
const ASKED = 20;

/** What is done with a log from opening it to its graphs and answers. */
const STAGES: Readonly<Record<string, (log: Log) => unknown>> = {
  recovery: (log) => log.recovery,
  problems: (log) => log.problems,
  outline: outlineOf,
  series: (log) => log.recovery.series,
  report: reportOn,
  'file graph': (log) => place(lineageOf(log.history(0))),
  'directory graph': (log) => placeChangesets(log.recovery, allOf(log)),
  releases: (log) => {
    releasesOf(log);
    return finish(changesPulledUp(log))
      .slice(0, ASKED)
      .forEach((change) => marksOf(log, change));
  },
  fix: (log) => asked(log).forEach((r) => whereDidItGo(log, r)),
  evidence: (log) => asked(log).forEach((r) => evidenceOn(log, r)),
};

/** Milliseconds, below which the machine's own noise is measured. */
const SHORT = 20;

/** How the cost of each stage grows with logs of one kind of item, when these are twice as many. */
export function benchGrowth(): void {
  for (const [kind, write] of Object.entries(growing)) {
    const costs = SIZES.map((n) => costsOf(write(n)));
    for (const stage of Object.keys(costs[0]!))
      tell(
        `${kind}: ${stage}`,
        costs.map((cost) => cost[stage]!),
      );
  }
  tell(
    'a listing of n paths against n pages',
    SIZES.map((n) => {
      const log = readLog(growing.pages!(n));
      const listing = Array.from({ length: n }, (_, i) => `src/p${i}/f.c`);
      const { paths } = log.recovery;
      return time(() => matchListing(log.histories, paths, listing), RUNS);
    }),
  );
}

/** The mean of the last two doublings: one alone is noise where a stage takes little. */
function tell(what: string, times: readonly number[]): void {
  const [before, , largest] = times.slice(-3);
  if (largest! < SHORT) return;
  report(`${what} (${Math.round(largest!)} ms)`, Math.sqrt(largest! / before!), '≤ 2.3');
}

function costsOf(text: string): Record<string, number> {
  const costs: Partial<Record<string, number[]>> = {};
  for (let run = 0; run < RUNS; run++) {
    let log: Log;
    (costs.reading ??= []).push(time(() => (log = readLog(text)), 1));
    for (const [stage, take] of Object.entries(STAGES))
      (costs[stage] ??= []).push(time(() => take(log), 1));
  }
  return Object.fromEntries(
    Object.entries(costs).map(([stage, times = []]) => [stage, Math.min(...times)]),
  );
}

function allOf(log: Log): Int32Array {
  return Int32Array.from({ length: log.recovery.changesets.count }, (_, i) => i);
}

function asked({ histories: { count } }: Log): number[] {
  return Array.from({ length: Math.min(count, ASKED) }, (_, i) => Math.floor((i * count) / ASKED));
}
