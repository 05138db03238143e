import { isoDate } from '../core/history/dates';
import type { Histories } from '../core/history/histories';
import { TRUNK } from '../core/history/numbers';
import { NO_REVISION, type FileId, type RevisionId } from '../core/history/ids';
import type { Log } from '../core/log';
import { people, problemReports } from '../core/messages/people';
import { sentenceOf, severityOf } from '../core/problems/problem';
import type { Input, Output } from './command';
import { escaped } from './escaped';
import { writeRecovery } from './dumpRecovery';

/** The version of the JSON; fields may be added within one. */
const VERSION = 1;

/** The histories as one JSON value, a revision at a time. */
export function dump({ source }: Input): Output {
  const log = source.log();
  return { lines: escapedAll(writeLog(log)), exitCode: log.histories.count > 0 ? 0 : 1 };
}

function* escapedAll(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield escaped(piece);
}

function* writeLog(log: Log): Generator<string> {
  const { histories } = log;
  const pages = histories.pages.map(({ title, line }) => ({ title, line: line + 1 }));
  yield `{"annals":${String(VERSION)},"title":${JSON.stringify(log.title)}`;
  yield `,"pages":${JSON.stringify(pages)},"files":[`;
  for (let file = 0; file < histories.fileCount; file++) {
    yield file === 0 ? '\n' : ',\n';
    yield* writeFile(log, file);
  }
  yield '],\n"problems":[';
  for (const [i, problem] of log.problems.entries()) {
    const { line, code } = problem;
    const severity = severityOf(problem);
    const fields = { line: line + 1, code, severity, message: sentenceOf(problem) };
    yield `${i === 0 ? '\n' : ',\n'}${JSON.stringify(fields)}`;
  }
  yield ']';
  yield* writeRecovery(log);
  yield '}\n';
}

function* writeFile(log: Log, file: FileId): Generator<string> {
  const { histories } = log;
  const [first, end] = histories.revisionsOf(file);
  const { parts, status } = log.recovery.paths.files[file]!;
  const fields = {
    path: parts.includes(null) ? null : parts.join('/'),
    pathStatus: status,
    pathParts: parts,
    name: log.name(file),
    page: histories.pageOf(file),
    ...statedFields(histories, file),
    lines: [histories.linesOf(first)[0] + 1, histories.linesOf(end - 1)[1] + 1],
  };
  yield `${JSON.stringify(fields).slice(0, -1)},"revisions":[`;
  for (let r = first; r < end; r++) {
    yield `${r === first ? '\n ' : ',\n '}${JSON.stringify(revisionFields(log, r))}`;
  }
  yield ']}';
}

function revisionFields({ histories, recovery }: Log, r: RevisionId): object {
  const { numbers } = histories;
  const message = histories.message(r);
  const branch = numbers.branchOf(histories.number(r));
  const predecessor = histories.predecessor(r);
  const [firstLine, lastLine] = histories.linesOf(r);
  return {
    revision: histories.numberText(r),
    date: isoDate(histories.day(r)),
    author: histories.author(r),
    message,
    ...extraFields(histories, r),
    branches: histories.listedBranches(r).map((b) => numbers.text(b)),
    lines: [firstLine + 1, lastLine + 1],
    branch: branch === TRUNK ? null : numbers.text(branch),
    branchId: recovery.branches.of(r)?.id ?? null,
    changeset: recovery.changesets.of(r),
    reports: problemReports(message),
    people: people(message),
    predecessor: predecessor === NO_REVISION ? null : histories.numberText(predecessor),
  };
}

/** What only some forms and few revisions tell; absent where they do not. */
function extraFields(histories: Histories, r: RevisionId): object {
  const { lockedBy, tags, isCut, state, added, removed, commitId } = histories.extra(r);
  const time = histories.time(r);
  return {
    ...(time === null ? {} : { time }),
    ...(isCut ? { cut: true } : {}),
    ...(lockedBy === undefined ? {} : { lockedBy }),
    ...(tags === undefined ? {} : { tags }),
    ...(state === undefined ? {} : { state }),
    ...(added === undefined ? {} : { added }),
    ...(removed === undefined ? {} : { removed }),
    ...(commitId === undefined ? {} : { commitId }),
  };
}

/** What the form states of a file; absent where it names none. */
function statedFields(histories: Histories, file: FileId): object {
  const stated = histories.stated(file);
  if (!stated) return {};
  const { symbols, head, defaultBranch, locks } = stated;
  const hasHead = head !== null;
  return {
    ...(hasHead || symbols.length > 0 ? { symbols } : {}),
    ...(hasHead ? { head, defaultBranch } : {}),
    ...(hasHead || locks.length > 0 ? { locks } : {}),
  };
}
