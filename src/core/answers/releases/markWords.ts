import type { Mark, MarkKind } from './marks';

const WORDS = {
  received: 'pulled up',
  has: 'has it',
  lacks: 'lacks it',
  ended: 'ended before',
  unknown: 'cannot tell',
} as const satisfies Record<MarkKind, string>;

/** What a release has of a change: `pulled up #1864 (inferred), 2 of 3 files`. */
export function markWords({ kind, ticket, isInferred, files, of }: Mark): string {
  const request = ticket === null ? '' : ` #${String(ticket)}`;
  const inferred = isInferred ? ' (inferred)' : '';
  const isPart = files > 0 && files < of;
  const part = isPart ? `, ${String(files)} of ${String(of)} files` : '';
  return `${WORDS[kind]}${request}${inferred}${part}`;
}
