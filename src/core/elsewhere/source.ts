import type { Day } from '../history/dates';
import { before } from '../text/cut';

/** A revision that another source tells of. */
export interface KnownRevision {
  /** Null where the source numbers its commits only. */
  readonly number: string | null;
  readonly day: Day;
  readonly author: string;
  readonly message: string;
  /** The name of its branch, as the source states it; null on the trunk; undefined where that is not told. */
  readonly branch: string | null | undefined;
  /** Where the source tells it, counted from 0. */
  readonly line: number;
}

/** A file that another source tells of. */
export interface KnownFile {
  /** As it is stated; null where the source names no files. */
  readonly path: string | null;
  readonly line: number;
  /** Names of branches and tags with their numbers as printed. */
  readonly symbols: readonly { readonly name: string; readonly number: string }[];
  /** What stands in a head alone, as `cvs log -h` prints it. */
  readonly head: string | null;
  readonly total: number | null;
  readonly revisions: readonly KnownRevision[];
}

/** What another source tells of a history. */
export type KnownFiles = readonly KnownFile[];

/**
 * What a commit is known by in every form: its author's login, its words and its day. Forms fold messages
 * and blanks in their own ways.
 */
export function commitKey(author: string, message: string, day: Day): string {
  const login = before(author, '@').toLowerCase();
  return `${String(day)} ${login} ${message.replace(/\s+/g, ' ').trim()}`;
}

/** The keys that one commit may have: zones differ, so that its day may be told as the one before or after. */
export function commitKeys(author: string, message: string, day: Day): string[] {
  return [day, day - 1, day + 1].map((each) => commitKey(author, message, each));
}

/** The files of a source that tells of revisions alone, by their paths. */
export function filesOf(revisions: ReadonlyMap<string, readonly KnownRevision[]>): KnownFiles {
  return Array.from(revisions, ([path, all]) => ({
    path,
    line: all[0]!.line,
    symbols: [],
    head: null,
    total: null,
    revisions: all,
  }));
}
