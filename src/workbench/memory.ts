import * as v from 'valibot';
import type { Memento } from 'vscode';

/** What a workspace remembers under a key; otherwise where nothing is kept, or in another shape. */
export function remembered<Value>(
  memory: Memento,
  key: string,
  schema: v.GenericSchema<unknown, Value>,
  otherwise: Value,
): Value {
  const kept = v.safeParse(schema, memory.get(key));
  return kept.success ? kept.output : otherwise;
}
