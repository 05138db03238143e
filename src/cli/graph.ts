import { drawPicture } from '../core/graph/picture';
import { printable } from '../core/text/printable';
import { count } from '../core/text/count';
import type { Input, Output } from './command';
import { UsageError } from './errors';

/** One file's history as a text picture. Files count from 1. */
export function graph({ path, source, file }: Input): Output {
  if (file === undefined)
    throw new UsageError('graph needs --file N, the place of a file in the log.');
  if (!/^[1-9]\d*$/.test(file))
    throw new UsageError(`--file takes a whole number from 1, not “${file}”.`);
  const log = source.log();
  const { fileCount } = log.histories;
  if (fileCount === 0)
    return { lines: [`${printable(path)}: no revision was found\n`], exitCode: 1 };
  if (Number(file) > fileCount) {
    throw new UsageError(`--file ${file} is beyond the log's ${count(fileCount, 'file')}.`, false);
  }
  return { lines: ended(drawPicture(log.history(Number(file) - 1))), exitCode: 0 };
}

function* ended(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}
