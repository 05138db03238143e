import { sentenceOf, severityOf } from '../core/problems/problem';
import { count } from '../core/text/count';
import { printable } from '../core/text/printable';
import type { Input, Output } from './command';

/** One line of counts, then each problem and each note as linters print theirs. */
export function check({ path, source }: Input): Output {
  const { histories, problems, unreadLines: unread } = source.log();
  const warnings = problems.filter((problem) => severityOf(problem) === 'warning');
  const notes = problems.length - warnings.length;
  const counts = [
    count(histories.count, 'revision'),
    count(histories.fileCount, 'file'),
    count(histories.branchCount, 'branch', 'branches'),
    count(histories.countAuthors(), 'author'),
    count(warnings.length, 'problem'),
    ...(notes > 0 ? [count(notes, 'note')] : []),
  ];
  return {
    lines: (function* () {
      yield `${printable(path)}: ${counts.join(', ')}\n`;
      for (const problem of problems) {
        const { line, code } = problem;
        yield `${printable(path)}:${String(line + 1)}: ${code}: ${sentenceOf(problem)}\n`;
      }
      if (unread > 0)
        yield `${count(unread, 'line')} ${unread === 1 ? 'looks like a revision and was' : 'look like revisions and were'} not read\n`;
    })(),
    exitCode: histories.count === 0 || warnings.length > 0 ? 1 : 0,
  };
}
