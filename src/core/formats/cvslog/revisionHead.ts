import type { Day } from '../../history/dates';
import type { NumberId } from '../../history/numbers';
import type { Mark } from './marks';

/** What stands between a revision's rule and its message. */
export interface RevisionHead {
  /** The whole log of some file that stands around it, which is then quoted as a whole. */
  readonly block: object | undefined;
  readonly mark: Mark;
  readonly number: NumberId;
  readonly day: Day;
  /** Seconds since midnight, UTC, or NO_TIME. */
  readonly time: number;
  /** Where the author's name stands. */
  readonly author: readonly [number, number];
  /** [from, to) of the state and of the commit id; empty where there is none. */
  readonly state: readonly [number, number];
  readonly commitId: readonly [number, number];
  /** Lines added and removed; undefined where they are not told. */
  readonly lines: readonly [number, number] | undefined;
  readonly lockedBy: string | undefined;
  /** See `Extra`. */
  readonly mergePoint: string | undefined;
  /** Offset of the list of branches, where there is one, else of the message. */
  readonly body: number;
  /** Does CVS say that the message is empty? */
  readonly isEmpty: boolean;
  /** How the date is written: all dates that one program prints are written alike. */
  readonly style: string;
  /** Does a semicolon end the counts of lines? Programs differ. Undefined where there are none. */
  readonly endsLines: boolean | undefined;
}
