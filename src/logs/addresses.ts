import { fileKeysOf, type FileKey } from '../core/history/fileKeys';
import type { RevisionId } from '../core/history/ids';
import type { Log } from '../core/log';
import type { Reading } from './logs';

/** Addresses a revision from a link: the log, the key of its file, and the revision's number. */
export interface RevisionAddress {
  readonly uri: string;
  readonly file: FileKey;
  readonly revision: string;
}

export function addressOf({ uri, log }: Reading, revision: RevisionId): RevisionAddress {
  const { histories } = log;
  const file = fileKeysOf(histories).of(histories.fileOf(revision));
  return { uri: uri.toString(), file, revision: histories.numberText(revision) };
}

/** The revision that an address means in a version of its log; undefined where it is not there. */
export function findAddress(log: Log, { file, revision }: RevisionAddress): RevisionId | undefined {
  const found = fileKeysOf(log.histories).find(file);
  return found === undefined ? undefined : log.find(found, revision);
}

export function isRevisionAddress(value: unknown): value is RevisionAddress {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, file, revision } = value as Record<string, unknown>;
  return typeof uri === 'string' && typeof file === 'string' && typeof revision === 'string';
}
