import { NONE, type Id } from '../columns/ids';

/** A revision of a log: its place among all of them, in the order of the log. */
export type RevisionId = Id<'revision'>;

/** A file of a log: its place among them, in the order of the log. */
export type FileId = Id<'file'>;

/** Where something has no revision before it. */
export const NO_REVISION: RevisionId = NONE;

/** Where there is no file. */
export const NO_FILE: FileId = NONE;

/** An author of a log: equal where authors are; dense, from 0. */
export type AuthorId = Id<'author'>;
