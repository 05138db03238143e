import { comparePoints, type Change, type Comparison } from '../core/answers/points/compare';
import type { Point } from '../core/answers/points/point';
import type { Log } from '../core/log';
import { count } from '../core/text/count';
import { printable } from '../core/text/printable';
import { fileLabel } from '../core/words/files';
import type { Input, Output } from './command';
import { changesetFields, place } from './dumpRecovery';
import { escaped } from './escaped';
import { commitLine } from './log';
import { fileFields, numberField, pointOf } from './points';

/** What two points differ in: files, and the commits that only one of them has. */
export function compare({ source, asked: [one = '', other = ''], json }: Input): Output {
  const log = source.log();
  const [from, to] = [pointOf(log, one), pointOf(log, other)];
  const comparison = comparePoints(log, from, to);
  const lines = json
    ? [`${escaped(JSON.stringify(fields(log, comparison), null, 1))}\n`]
    : text(log, from, to, comparison);
  const { files, onlyFrom, onlyTo } = comparison;
  const isDifferent = files.length + onlyFrom.length + onlyTo.length > 0;
  return { lines, exitCode: isDifferent ? 1 : 0 };
}

function fields(log: Log, { files, unknown, onlyFrom, onlyTo }: Comparison): object {
  const changes = (all: readonly Change[]): object[] =>
    all.map(({ changeset, revisions }) => ({
      ...changesetFields(log, changeset),
      revisions: revisions.map((r) => place(log, r)),
    }));
  return {
    files: files.map(({ file, from, to }) => ({
      ...fileFields(log, file),
      from: numberField(log, from),
      to: numberField(log, to),
    })),
    unknown: unknown.map((file) => fileFields(log, file)),
    onlyFrom: changes(onlyFrom),
    onlyTo: changes(onlyTo),
  };
}

function* text(
  log: Log,
  from: Point,
  to: Point,
  { files, unknown, onlyFrom, onlyTo }: Comparison,
): Generator<string> {
  const [left, right] = [printable(from.title), printable(to.title)];
  yield `${count(files.length, 'file')} of ${left} and ${right} differ\n`;
  for (const difference of files) {
    const [one, other] = [difference.from, difference.to].map((r) => numberField(log, r) ?? 'none');
    yield `  ${printable(fileLabel(log, difference.file))} ${one!} ${other!}\n`;
  }
  if (unknown.length > 0) {
    yield `${count(unknown.length, 'file')} of which the revision cannot be told\n`;
    for (const file of unknown) yield `  ${printable(fileLabel(log, file))}\n`;
  }
  yield* changes(log, `${left} has and ${right} lacks`, onlyFrom);
  yield* changes(log, `${right} has and ${left} lacks`, onlyTo);
}

function* changes(log: Log, title: string, all: readonly Change[]): Generator<string> {
  yield `${count(all.length, 'commit')} that ${title}\n`;
  for (const { changeset } of all) yield `  ${commitLine(log, changeset)}\n`;
}
