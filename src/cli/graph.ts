import { drawDot } from '../core/graph/dot';
import { drawingOfCommits, drawingOfFile } from '../core/graph/drawing';
import { drawPicture } from '../core/graph/picture';
import { drawSvg } from '../core/graph/svg';
import type { Log } from '../core/log';
import { printable } from '../core/text/printable';
import { count } from '../core/text/count';
import type { Input, Output } from './command';
import { UsageError } from './errors';

/** How a graph is drawn. */
const FORMS = ['text', 'svg', 'dot'] as const;

/** One file's history as a picture, or all of a log's commits. Files count from 1. */
export function graph({ path, source, file, form = 'text' }: Input): Output {
  const drawn = FORMS.find((name) => name === form);
  if (!drawn) throw new UsageError(`--as takes text, svg or dot, not “${form}”.`);
  if (file === undefined && drawn !== 'svg')
    throw new UsageError(`graph needs --file N, the place of a file in the log, but for --as svg.`);
  if (file !== undefined && !/^[1-9]\d*$/.test(file))
    throw new UsageError(`--file takes a whole number from 1, not “${file}”.`);
  const log = source.log();
  const { fileCount } = log.histories;
  if (fileCount === 0)
    return { lines: [`${printable(path)}: no revision was found\n`], exitCode: 1 };
  if (Number(file ?? 1) > fileCount) {
    throw new UsageError(`--file ${file!} is beyond the log's ${count(fileCount, 'file')}.`, false);
  }
  return { lines: draw(log, file, drawn), exitCode: 0 };
}

function draw(log: Log, file: string | undefined, form: (typeof FORMS)[number]): Iterable<string> {
  if (file === undefined) return drawSvg(drawingOfCommits(log, allCommits(log)));
  const place = Number(file) - 1;
  if (form === 'dot') return drawDot(log, place);
  if (form === 'svg') return drawSvg(drawingOfFile(log, place));
  return ended(drawPicture(log.history(place)));
}

function allCommits({ recovery: { changesets } }: Log): Int32Array {
  return Int32Array.from({ length: changesets.count }, (_, id) => id);
}

function* ended(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}
