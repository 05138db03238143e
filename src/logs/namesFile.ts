import * as v from 'valibot';
import { isNothing, NOTHING_TOLD, type Told } from '../core/recovery/given';

const NAMES = v.optional(v.record(v.string(), v.string()), {});
const ELSEWHERE = v.optional(
  v.record(
    v.string(),
    v.object({
      name: v.string(),
      source: v.string(),
      line: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
  ),
  {},
);

export const TOLD = v.object({
  files: NAMES,
  listed: NAMES,
  branches: NAMES,
  elsewhere: v.optional(v.object({ files: ELSEWHERE, branches: ELSEWHERE }), {}),
});

/** What is told of logs, each by its path below the folder that holds `.annals`, or its address. */
const FILE = v.object({ annals: v.literal(1), logs: v.record(v.string(), v.unknown()) });

/** Logs and what is told of them, as `.annals/names.json` has it; fields of others stay as they are. */
export interface NamesFile {
  readonly annals: 1;
  readonly logs: Readonly<Record<string, unknown>>;
}

export const NO_NAMES: NamesFile = { annals: 1, logs: {} };

/** Reads the file; undefined where it is none of ours, and must not be written over. */
export function parseNames(text: string): NamesFile | undefined {
  try {
    const parsed = v.safeParse(v.looseObject(FILE.entries), JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** What a file tells of a log; undefined where it tells nothing, or in another shape. */
export function toldIn({ logs }: NamesFile, key: string): Told | undefined {
  const told = v.safeParse(TOLD, logs[key]);
  return told.success ? told.output : undefined;
}

/** The file with what is told of a log: logs and names in their order, so that versions compare well. */
export function withTold(file: NamesFile, key: string, told: Told): NamesFile {
  const others = Object.entries(file.logs).filter(([other]) => other !== key);
  const own: [string, unknown][] = isNothing(told) ? [] : [[key, sorted(told)]];
  return { ...file, logs: Object.fromEntries([...others, ...own].sort(byKey)) };
}

/** What is empty is left out. */
function sorted({ files, listed, branches, elsewhere }: Told): object {
  const parts = {
    files: inOrder(files),
    branches: inOrder(branches),
    listed: inOrder(listed),
    elsewhere: filled({
      files: inOrder(elsewhere.files),
      branches: inOrder(elsewhere.branches),
    }),
  };
  return filled(parts);
}

function filled(parts: Readonly<Record<string, object>>): object {
  return Object.fromEntries(Object.entries(parts).filter(([, all]) => Object.keys(all).length > 0));
}

function inOrder(names: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(names).sort(byKey));
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What two places tell; the first counts where both tell something. */
export function mergeTold(first: Told, second: Told = NOTHING_TOLD): Told {
  return {
    files: { ...second.files, ...first.files },
    listed: { ...second.listed, ...first.listed },
    branches: { ...second.branches, ...first.branches },
    elsewhere: {
      files: { ...second.elsewhere.files, ...first.elsewhere.files },
      branches: { ...second.elsewhere.branches, ...first.elsewhere.branches },
    },
  };
}
