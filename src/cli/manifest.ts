import { manifestOf } from '../core/answers/points/manifest';
import { NO_REVISION } from '../core/history/ids';
import { printable } from '../core/text/printable';
import { fileLabel } from '../core/words/files';
import type { Input, Output } from './command';
import { jsonList } from './escaped';
import { fileFields, numberField, pointOf } from './points';

/** The revision of each file at a point: `conf/files.xen 1.54`, a line each. */
export function manifest({ source, asked: [text = ''], json }: Input): Output {
  const log = source.log();
  const entries = [...manifestOf(log, pointOf(log, text)).entries()].filter(
    ([, { revision, status }]) => revision !== NO_REVISION || status === 'unknown',
  );
  const lines = json
    ? jsonList(
        entries.map(([file, { revision, status }]) => ({
          ...fileFields(log, file),
          revision: numberField(log, revision),
          status,
        })),
      )
    : entries.map(([file, { revision, status }]) => {
        const number = numberField(log, revision) ?? 'unknown';
        const mark = status === 'inferred' ? ' (inferred)' : '';
        return `${printable(fileLabel(log, file))} ${number}${mark}\n`;
      });
  return { lines, exitCode: entries.length > 0 ? 0 : 1 };
}
