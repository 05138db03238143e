import type { Day } from '../history/dates';

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
 * What a commit is known by in every form: its author's login and its words. Forms fold messages and
 * blanks in their own ways; days are compared beside it, for zones differ.
 */
export function commitKey(author: string, message: string): string {
  const login = author.replace(/@.*$/, '').toLowerCase();
  return `${login} ${message.replace(/\s+/g, ' ').trim()}`;
}

/** Zones differ: the day of one commit may be told so many days apart. */
export const DAYS_APART = 1;
