import { changesOf, changesPulledUp } from '../core/answers/releases/changes';
import { marksOf, type MarkKind } from '../core/answers/releases/marks';
import { markWords } from '../core/answers/releases/markWords';
import { releasesOf } from '../core/answers/releases/releases';
import { releaseTable } from '../core/answers/releases/releaseTable';
import { groupBy } from '../core/columns/grouped';
import { finish, type Log } from '../core/log';
import { findChangesets } from '../core/query/match';
import type { ChangesetId } from '../core/recovery/changesets/changesets';
import { count } from '../core/text/count';
import { queryOf, tableWriter } from './asked';
import type { Input, Output } from './command';
import { changesetFields, place } from './dumpRecovery';
import { jsonList } from './escaped';
import { commitLine } from './log';

/**
 * Changes against releases, the newest first: those that a query asks for, or where it is empty all that
 * were pulled up into a release.
 */
export function releases({ source, asked: [text = ''], json, table }: Input): Output {
  const write = tableWriter('releases', table, json);
  const log = source.log();
  const query = queryOf(log, text);
  const found =
    query.terms.length === 0
      ? finish(changesPulledUp(log))
      : changesOf(log, finish(findChangesets(log, query)));
  const changes = [...found].reverse();
  const lines = write
    ? [write(releaseTable(log, changes))]
    : json
      ? jsonList(changes.map((id) => fields(log, id)))
      : changeLines(log, changes);
  return { lines, exitCode: changes.length > 0 ? 0 : 1 };
}

function fields(log: Log, id: ChangesetId): object {
  const { all } = releasesOf(log);
  return {
    ...changesetFields(log, id),
    releases: marksOf(log, id).map(({ kind, ticket, revision, isInferred, files, of }, at) => ({
      release: all[at]!.title,
      branches: all[at]!.branches.map((branch) => branch.id),
      mark: kind,
      ticket,
      revision: revision === null ? null : place(log, revision),
      inferred: isInferred,
      files,
      of,
    })),
  };
}

/** Releases without an ending have nothing to tell. */
const TOLD: readonly (readonly [MarkKind, string])[] = [
  ['received', 'pulled up'],
  ['has', 'has it'],
  ['lacks', 'lacks it'],
  ['unknown', 'cannot tell'],
];

function* changeLines(log: Log, changes: readonly ChangesetId[]): Generator<string> {
  const { all, left } = releasesOf(log);
  for (const id of changes) {
    yield `${commitLine(log, id)}\n`;
    const marks = marksOf(log, id).map((mark, at) => ({ mark, title: all[at]!.title }));
    const byKind = groupBy(marks, ({ mark }) => mark.kind);
    for (const [kind, words] of TOLD) {
      const releases = byKind.get(kind) ?? [];
      const told = releases.map(({ mark, title }) => {
        const more = markWords(mark).slice(words.length).replace(/^, /, ' ').trim();
        return more === '' ? title : `${title} (${more.replaceAll(/[()]/g, '')})`;
      });
      if (told.length > 0) yield `  ${words}: ${told.join(', ')}\n`;
    }
  }
  if (left > 0) yield `${count(left, 'older release')} left out\n`;
}
