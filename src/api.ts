import type { Uri } from 'vscode';
import { isoDate } from './core/history/dates';
import { NO_REVISION } from './core/history/ids';
import type { Log } from './core/log';
import { sentenceOf, severityOf } from './core/problems/problem';
import type { Logs } from './logs/logs';

/** The version of these records; fields may be added within one. */
const VERSION = 1;

/** What the extension gives to other extensions: plain records, none of its own objects. */
export interface Annals {
  readonly version: 1;
  /** The log of an open document as it was read last; undefined where it is none, or not read yet. */
  logOf(uri: Uri): LogRecord | undefined;
}

export interface LogRecord {
  /** The path in the title of the first page. */
  readonly title: string | null;
  readonly files: readonly FileRecord[];
  readonly problems: readonly ProblemRecord[];
}

export interface FileRecord {
  /** The path below the title; null stands for parts that are open. */
  readonly pathParts: readonly (string | null)[];
  readonly pathStatus: 'stated' | 'inferred' | 'partial' | 'unknown';
  readonly revisions: readonly RevisionRecord[];
}

export interface RevisionRecord {
  /** As in `1.53.4.1`. */
  readonly number: string;
  /** `2010-03-31`; null where it is on no calendar. */
  readonly date: string | null;
  readonly author: string;
  readonly message: string;
  /** The name of its branch; null on the trunk, and where it is not known. */
  readonly branch: string | null;
  /** The number of the revision that it was made from. */
  readonly predecessor: string | null;
  /** First and last line, counted from 0. */
  readonly lines: readonly [number, number];
}

export interface ProblemRecord {
  /** Counted from 0. */
  readonly line: number;
  readonly code: string;
  readonly severity: 'warning' | 'information';
  readonly sentence: string;
}

const made = new WeakMap<Log, LogRecord>();

export function apiOf(logs: Logs): Annals {
  return {
    version: VERSION,
    logOf: (uri) => {
      const log = logs.latest(uri)?.log;
      if (!log) return undefined;
      let record = made.get(log);
      if (!record) made.set(log, (record = recordOf(log)));
      return record;
    },
  };
}

function recordOf(log: Log): LogRecord {
  const { histories, recovery } = log;
  const revisionRecord = (r: number): RevisionRecord => {
    const before = histories.predecessor(r);
    return {
      number: histories.numberText(r),
      date: isoDate(histories.day(r)),
      author: histories.author(r),
      message: histories.message(r),
      branch: recovery.branches.of(r)?.name ?? null,
      predecessor: before === NO_REVISION ? null : histories.numberText(before),
      lines: histories.linesOf(r),
    };
  };
  const files = recovery.paths.files.map(({ parts, status }, file): FileRecord => {
    const [first, end] = histories.revisionsOf(file);
    const revisions = Array.from({ length: end - first }, (_, i) => revisionRecord(first + i));
    return { pathParts: parts, pathStatus: status, revisions };
  });
  const problems = log.problems.map((problem) => ({
    line: problem.line,
    code: problem.code,
    severity: severityOf(problem),
    sentence: sentenceOf(problem),
  }));
  return { title: log.title, files, problems };
}
