import { parsePoint } from '../answers/points/point';
import type { Log } from '../log';
import { parseQuery, type Query } from './parse';

/** Reads a query about a log: what `in:` names is looked for in it. */
export function queryFor(log: Log, text: string): Query {
  return parseQuery(text, (name) => parsePoint(log, name));
}
