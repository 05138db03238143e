import { parsePoint, type Point } from '../core/answers/points/point';
import { NO_REVISION, type FileId, type RevisionId } from '../core/history/ids';
import type { Log } from '../core/log';
import { UsageError } from './errors';

/** The point that is asked for. */
export function pointOf(log: Log, text: string): Point {
  const point = parsePoint(log, text);
  if (typeof point === 'string') throw new UsageError(point, false);
  return point;
}

/** A file's index and path in JSON, as `dump` has them. */
export function fileFields(log: Log, file: FileId): object {
  const { parts } = log.recovery.paths.files[file]!;
  return { file, path: parts.includes(null) ? null : parts.join('/') };
}

/** A revision's number, or null where the file is not there. */
export function numberField({ histories }: Log, revision: RevisionId): string | null {
  return revision === NO_REVISION ? null : histories.numberText(revision);
}
