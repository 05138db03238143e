import { commitTable, csvOf, markdownOf } from '../core/answers/commitTable';
import { isoDate } from '../core/history/dates';
import { finish, type Log } from '../core/log';
import { findChangesets } from '../core/query/match';
import { parseQuery } from '../core/query/parse';
import type { ChangesetId } from '../core/recovery/changesets/changesets';
import { count } from '../core/text/count';
import { printable, summary } from '../core/text/printable';
import { branchTitle } from '../core/words/branches';
import type { Input, Output } from './command';
import { changesetFields } from './dumpRecovery';
import { UsageError } from './errors';
import { jsonList } from './escaped';

const TABLES = new Map([
  ['csv', csvOf],
  ['markdown', markdownOf],
]);

/** The commits that a query asks for, newest first: a line each, with --json a list as in dump, or a table. */
export function log({ source, asked: [query = ''], json, table }: Input): Output {
  const { terms, problems } = parseQuery(query);
  const [problem] = problems;
  if (problem) {
    const piece = query.slice(problem.from, problem.to);
    throw new UsageError(`The query has “${piece}”: ${problem.sentence}`, false);
  }
  const write = TABLES.get(table ?? '');
  if (table !== undefined && !write) throw new UsageError('--table takes csv or markdown.');
  if (write && json) throw new UsageError('log takes --json or --table, not both.');
  const read = source.log();
  const found = finish(findChangesets(read, { terms, problems })).reverse();
  const lines = write
    ? [write(commitTable(read, found))]
    : json
      ? jsonList(Array.from(found, (id) => changesetFields(read, id)))
      : Array.from(found, (id) => `${commitLine(read, id)}\n`);
  return { lines, exitCode: found.length > 0 ? 0 : 1 };
}

/** `2019-11-22 bouyer netbsd-9 (3 files): Fix the clock.` */
export function commitLine(read: Log, id: ChangesetId): string {
  const { changesets } = read.recovery;
  const speaker = changesets.speaker(id);
  const branch = changesets.branchOf(id);
  const fields = [
    isoDate(changesets.day(id)) ?? 'unknown',
    printable(read.histories.author(speaker)),
    branch ? branchTitle(read, branch) : 'trunk',
  ];
  const files = count(changesets.revisionsOf(id).length, 'file');
  return `${fields.join(' ')} (${files}): ${summary(read.histories.message(speaker))}`;
}
