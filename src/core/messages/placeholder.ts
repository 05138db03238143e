import type { Histories } from '../history/histories';
import type { RevisionId } from '../history/ids';
import { startsWith } from '../text/lines';

/**
 * A revision that CVS made by itself, because a file came to be on a branch: its message names the
 * file, which the log has lost elsewhere.
 */
export interface Placeholder {
  /** `added`: a branch's `.1`, older than the branch. `initially-added`: the trunk's dead first. */
  readonly kind: 'added' | 'initially-added';
  readonly name: string;
  readonly branch: string;
  /** When the file came to the branch, as the message has it. */
  readonly time: string | null;
}

const ADDED = /^file (.+) was added on branch (\S+) on (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0000)\s*$/;
const INITIALLY_ADDED = /^file (.+) was initially added on branch (\S+?)\.\s*$/;

/** What a placeholder's message tells; undefined for any other message. */
export function readPlaceholder(message: string): Placeholder | undefined {
  const added = ADDED.exec(message);
  if (added) return { kind: 'added', name: added[1]!, branch: added[2]!, time: added[3]! };
  const first = INITIALLY_ADDED.exec(message);
  return first
    ? { kind: 'initially-added', name: first[1]!, branch: first[2]!, time: null }
    : undefined;
}

export function placeholderOf(histories: Histories, revision: RevisionId): Placeholder | undefined {
  const { numbers, bytes } = histories;
  if (numbers.part(histories.number(revision)) !== 1) return undefined;
  const [from, to] = histories.messageBytes(revision);
  if (to - from > 4096 || !startsWith(bytes, from, 'file ')) return undefined;
  return readPlaceholder(histories.message(revision));
}
