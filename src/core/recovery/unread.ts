import type { RevisionId } from '../history/ids';
import type { Problem } from '../problems/problem';
import type { Messages } from './facts';

/** Problems of messages with lines that look like revisions; where one is told already, that tells it. */
export function noteUnread(messages: Messages, told: readonly Problem[]): Problem[] {
  const { histories } = messages;
  const quoting = new Set<RevisionId | undefined>();
  for (const { line, code } of told)
    if (code === 'quoted-revision') quoting.add(histories.revisionAt(line));
  const problems: Problem[] = [];
  for (let r = 0; r < histories.count; r++) {
    const { headers } = messages.factsOf(r);
    if (!headers || quoting.has(r)) continue;
    problems.push({
      line: histories.messageLine(r) + headers.line,
      code: 'unread-headers',
      data: { lines: headers.count, of: histories.numberText(r) },
    });
  }
  return problems;
}

/** How many lines of messages look like revisions, with those that reading has told already. */
export function countUnread(messages: Messages, told: readonly Problem[]): number {
  let count = 0;
  for (const problem of told) if (problem.code === 'unread-headers') count += problem.data.lines;
  for (let r = 0; r < messages.histories.count; r++)
    count += messages.factsOf(r).headers?.count ?? 0;
  return count;
}
