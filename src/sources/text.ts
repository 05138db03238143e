import { recogniseFormat } from '../core/formats/index';
import { finish } from '../core/log';
import { decode } from '../core/text/decode';
import { isHtml, textOfHtml } from '../markup/html';

/** Names of files that may hold a history, though they are no text logs. */
const NAME = /(?:,v|\.(?:x?html?|json))$/i;

export function mayBeSource(path: string): boolean {
  return NAME.test(path);
}

/** The log that is made of an archive, a page or an answer; undefined where a file is none of them. */
export function textOfSource(bytes: Uint8Array, path: string): string | undefined {
  const page = isHtml(bytes) ? textOfHtml(bytes) : undefined;
  if (page) return decode(page);
  const format = recogniseFormat(bytes);
  return format?.isText === false ? decode(finish(format.read(bytes, path)).bytes) : undefined;
}
