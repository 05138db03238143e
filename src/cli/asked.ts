import { csvOf, markdownOf, type TextTable } from '../core/answers/textTable';
import type { Log } from '../core/log';
import type { Query } from '../core/query/parse';
import { queryFor } from '../core/query/queryFor';
import { UsageError } from './errors';

const TABLES = new Map([
  ['csv', csvOf],
  ['markdown', markdownOf],
]);

/** What writes the table that --table asks for; undefined without. */
export function tableWriter(
  command: string,
  table: string | undefined,
  json: boolean,
): ((table: TextTable) => string) | undefined {
  const write = TABLES.get(table ?? '');
  if (table !== undefined && !write) throw new UsageError('--table takes csv or markdown.');
  if (write && json) throw new UsageError(`${command} takes --json or --table, not both.`);
  return write;
}

/** The query that is asked; a mistake in it is one of usage. */
export function queryOf(log: Log, text: string): Query {
  const query = queryFor(log, text);
  const [problem] = query.problems;
  if (problem) {
    const piece = text.slice(problem.from, problem.to);
    throw new UsageError(`The query has “${piece}”: ${problem.sentence}`, false);
  }
  return query;
}
