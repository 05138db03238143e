import { NONE } from '../columns/ids';

/**
 * What some forms tell of every revision, a column of numbers each: seconds since midnight (UTC),
 * lines added and removed, and the words for state and commit id.
 */
export type Fact = 'time' | 'added' | 'removed' | 'state' | 'commitId';

/** A column is absent where the form never tells the fact; NO_FACT stands where it does not. */
export type Facts = Partial<Record<Fact, Int32Array<ArrayBuffer>>>;

export const NO_FACT = NONE;
