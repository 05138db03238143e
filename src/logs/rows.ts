import type { Tag } from '../core/answers/tags';
import type { RevisionId } from '../core/history/ids';
import type { Branch } from '../core/recovery/branches/branches';
import type { Series } from '../core/recovery/series/series';
import type { Reading } from './logs';

/** What commands need to know of a row of a tree: whose it is, and which revision stands for it. */
export interface LogRow {
  readonly reading: Reading;
  /** The row's own, or the newest of what it holds. */
  readonly revision: RevisionId;
  /** The branch over all files that the row is of. */
  readonly branch?: Branch | undefined;
  /** The release that the row is of, where the branch is one of several. */
  readonly series?: Series | undefined;
  readonly tag?: Tag | undefined;
}

/** What a command is called with, from a row's menu. */
export function isRow(value: unknown): value is LogRow {
  if (typeof value !== 'object' || value === null) return false;
  const { reading, revision } = value as Partial<LogRow>;
  return typeof reading === 'object' && typeof revision === 'number';
}
