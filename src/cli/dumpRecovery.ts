import { isoDate } from '../core/history/dates';
import type { RevisionId } from '../core/history/ids';
import type { Log } from '../core/log';
import type { ChangesetId } from '../core/recovery/changesets/changesets';

/** The recovered parts of the JSON, each a list that follows a comma. */
export function* writeRecovery(log: Log): Generator<string> {
  yield* writeList('branches', branches(log));
  yield* writeList('changesets', changesets(log));
  yield* writeList('edges', edges(log));
  yield* writeList('dangling', dangling(log));
}

function* writeList(name: string, items: Iterable<object>): Generator<string> {
  yield `,\n"${name}":[`;
  let isFirst = true;
  for (const item of items) {
    yield `${isFirst ? '\n' : ',\n'}${JSON.stringify(item)}`;
    isFirst = false;
  }
  yield ']';
}

function* branches({ histories, recovery }: Log): Generator<object> {
  const { all, lines } = recovery.branches;
  for (const branch of all) {
    const { id, name, status, members, isRelease } = branch;
    const series = recovery.seriesOf(branch)?.id ?? null;
    const places = members.map((m) => ({
      file: lines.file(m),
      number: histories.numbers.text(lines.number(m)),
    }));
    yield { id, name, status, release: isRelease, series, members: places };
  }
}

function* changesets(log: Log): Generator<object> {
  for (let id = 0; id < log.recovery.changesets.count; id++) yield changesetFields(log, id);
}

export function changesetFields(log: Log, id: ChangesetId): object {
  const { histories } = log;
  const all = log.recovery.changesets;
  const speaker = all.speaker(id);
  return {
    id,
    date: isoDate(all.day(id)),
    author: histories.author(speaker),
    branchId: all.branchOf(id)?.id ?? null,
    message: histories.message(speaker),
    revisions: Array.from(all.revisionsOf(id), (r) => place(log, r)),
  };
}

function* edges(log: Log): Generator<object> {
  for (const { kind, status, from, to, ticket, requester, line } of log.recovery.edges) {
    yield {
      kind,
      status,
      from: place(log, from),
      to: place(log, to),
      ticket,
      requester,
      line: line + 1,
    };
  }
}

function* dangling(log: Log): Generator<object> {
  for (const { kind, path, revision, to } of log.recovery.dangling)
    yield { kind, path, revision, to: place(log, to) };
}

export function place(
  { histories }: Log,
  revision: RevisionId,
): { file: number; revision: string } {
  return { file: histories.fileOf(revision), revision: histories.numberText(revision) };
}
