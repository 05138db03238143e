declare const table: unique symbol;

/**
 * A place in a table, named for the table: a `RevisionId` cannot be given where a `FileId` is meant.
 * A plain number may become any of them, so that loops and columns need no casts.
 */
export type Id<Table extends string> = number & { readonly [table]?: Table };

/**
 * Stands for "there is none" in a column of ids. Each table has a constant of its own for it
 * (`NO_REVISION`, `NO_LINE`, ...), and code compares with that.
 */
export const NONE = -1;
