import { commitTable } from '../core/answers/commitTable';
import { isoDate } from '../core/history/dates';
import { finish, type Log } from '../core/log';
import { findChangesets } from '../core/query/match';
import type { ChangesetId } from '../core/recovery/changesets/changesets';
import { count } from '../core/text/count';
import { printable, summary } from '../core/text/printable';
import { branchTitle } from '../core/words/branches';
import { queryOf, tableWriter } from './asked';
import type { Input, Output } from './command';
import { changesetFields } from './dumpRecovery';
import { jsonList } from './escaped';

/** The commits that a query asks for, newest first: a line each, with --json a list as in dump, or a table. */
export function log({ source, asked: [query = ''], json, table }: Input): Output {
  const write = tableWriter('log', table, json);
  const read = source.log();
  const found = finish(findChangesets(read, queryOf(read, query))).reverse();
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
