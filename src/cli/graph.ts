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
    throw new UsageError('graph needs --file N, the place of a file in the log, but for --as svg.');
  if (file !== undefined && !/^[1-9]\d*$/.test(file))
    throw new UsageError(`--file takes a whole number from 1, not “${file}”.`);
  const place = file === undefined ? undefined : Number(file);
  const log = source.log();
  const { fileCount } = log.histories;
  if (fileCount === 0)
    return { lines: [`${printable(path)}: no revision was found\n`], exitCode: 1 };
  if (place !== undefined && place > fileCount) {
    const beyond = `--file ${String(place)} is beyond the log's ${count(fileCount, 'file')}.`;
    throw new UsageError(beyond, false);
  }
  return { lines: draw(log, place, drawn), exitCode: 0 };
}

/** The file at a place that counts from 1, or all commits. */
function draw(log: Log, place: number | undefined, form: (typeof FORMS)[number]): Iterable<string> {
  if (place === undefined) return drawSvg(drawingOfCommits(log, allCommits(log)));
  const file = place - 1;
  if (form === 'dot') return drawDot(log, file);
  if (form === 'svg') return drawSvg(drawingOfFile(log, file));
  return ended(drawPicture(log.history(file)));
}

function allCommits({ recovery: { changesets } }: Log): Int32Array {
  return Int32Array.from({ length: changesets.count }, (_, id) => id);
}

function* ended(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}
