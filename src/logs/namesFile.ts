import * as v from 'valibot';
import { isNothing, NOTHING_TOLD, type Told } from '../core/recovery/given';

const PLAIN = v.custom<Readonly<Record<string, unknown>>>(
  (given) => typeof given === 'object' && given !== null && !Array.isArray(given),
);

/** An object with a value for each name; a list is none. What fits its schema counts, one by one. */
function recordOf<Value>(
  schema: v.GenericSchema<unknown, Value>,
): v.GenericSchema<unknown, Record<string, Value>> {
  const plain = v.pipe(
    PLAIN,
    v.transform((all) => fitting(all, schema)),
  );
  return v.optional(plain, {});
}

function fitting<Value>(
  all: Readonly<Record<string, unknown>>,
  schema: v.GenericSchema<unknown, Value>,
): Record<string, Value> {
  const found = Object.entries(all).flatMap(([name, given]): [string, Value][] => {
    const value = v.safeParse(schema, given);
    return value.success ? [[name, value.output]] : [];
  });
  return Object.fromEntries(found);
}

const LEARNED = v.object({
  name: v.string(),
  source: v.string(),
  line: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
const NAMES = recordOf(v.string());
const ELSEWHERE = recordOf(LEARNED);

export const TOLD = v.pipe(
  PLAIN,
  v.object({
    files: NAMES,
    listed: NAMES,
    branches: NAMES,
    elsewhere: v.optional(
      v.object({ files: ELSEWHERE, branches: ELSEWHERE }),
      NOTHING_TOLD.elsewhere,
    ),
  }),
);

/** What is told of logs, each by its path below the folder that holds `.annals`, or its address. */
const FILE = v.looseObject({
  annals: v.literal(1),
  logs: PLAIN,
});

/** Logs and what is told of them, as `.annals/names.json` has it; fields of others stay as they are. */
export interface NamesFile {
  readonly annals: 1;
  readonly logs: Readonly<Record<string, unknown>>;
}

/** Has a file something of a log that is not understood, and would be lost if it were written over? */
export function isForeign(file: NamesFile, key: string): boolean {
  return Object.hasOwn(file.logs, key) && toldIn(file, key) === undefined;
}

export const NO_NAMES: NamesFile = { annals: 1, logs: {} };

/** Reads the file; undefined where it is none of ours, and must not be written over. */
export function parseNames(text: string): NamesFile | undefined {
  try {
    const parsed = v.safeParse(FILE, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** What a file tells of a log; undefined where it tells nothing, or in another shape. */
export function toldIn({ logs }: NamesFile, key: string): Told | undefined {
  const told = v.safeParse(TOLD, Object.hasOwn(logs, key) ? logs[key] : undefined);
  return told.success ? told.output : undefined;
}

/** The file with what is told of a log: logs and names in their order, so that versions compare well. */
export function withTold(file: NamesFile, key: string, told: Told): NamesFile {
  const others = Object.entries(file.logs).filter(([other]) => other !== key);
  const kept = withStrange(file.logs[key], isNothing(told) ? {} : sorted(told));
  const own: [string, unknown][] = Object.keys(kept).length === 0 ? [] : [[key, kept]];
  return { ...file, logs: Object.fromEntries([...others, ...own].sort(byKey)) };
}

/** Records of a log's entry by name, with what each is; all other fields are of others. */
const RECORDS: Readonly<Record<string, v.GenericSchema>> = {
  files: v.string(),
  branches: v.string(),
  listed: v.string(),
};
const LEARNED_RECORDS: Readonly<Record<string, v.GenericSchema>> = {
  files: LEARNED,
  branches: LEARNED,
};

/** What is told, beside what stands there and is not understood: that is of others, or of a later version. */
function withStrange(given: unknown, told: object): object {
  return merged(given, told, { ...RECORDS, elsewhere: LEARNED_RECORDS });
}

type Known = Readonly<Record<string, v.GenericSchema | Readonly<Record<string, v.GenericSchema>>>>;

function merged(given: unknown, told: object, known: Known): object {
  if (!v.is(PLAIN, given)) return told;
  const result: Record<string, unknown> = { ...told };
  for (const [field, value] of Object.entries(given)) {
    const inside = Object.hasOwn(known, field) ? known[field]! : undefined;
    const own = Object.hasOwn(result, field) ? (result[field] as object) : {};
    if (!inside) result[field] = value;
    else {
      const kept =
        'kind' in inside
          ? strangeOf(value, own, inside as v.GenericSchema)
          : merged(value, own, inside);
      if (Object.keys(kept).length > 0) result[field] = kept;
    }
  }
  return result;
}

/** The records that are told, and those that do not fit. */
function strangeOf(given: unknown, told: object, schema: v.GenericSchema): object {
  if (!v.is(PLAIN, given)) return told;
  const strange = Object.entries(given).filter(([, value]) => !v.is(schema, value));
  return inOrder({ ...Object.fromEntries(strange), ...told });
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
