import { readLog } from '../core/log';
import { count } from '../core/text/count';
import { printable } from '../core/text/printable';
import type { Input, Output } from './command';

/** One line of counts, then each problem as linters print theirs. */
export function check({ path, bytes }: Input): Output {
  const { histories, problems } = readLog(bytes);
  const counts = [
    count(histories.count, 'revision'),
    count(histories.fileCount, 'file'),
    count(histories.branchCount, 'branch', 'branches'),
    count(histories.countAuthors(), 'author'),
    count(problems.length, 'problem'),
  ];
  return {
    lines: (function* () {
      yield `${printable(path)}: ${counts.join(', ')}\n`;
      for (const { line, code, message } of problems) {
        yield `${printable(path)}:${String(line + 1)}: ${code}: ${message}\n`;
      }
    })(),
    exitCode: histories.count === 0 || problems.length > 0 ? 1 : 0,
  };
}
