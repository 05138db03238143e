import { recogniseFormat } from '../core/formats/index';
import { finish } from '../core/log';
import { decode } from '../core/text/decode';
import { isHtml, textOfHtml } from '../markup/html';

const PAGE = /\.(?:x?html?|json)$/i;

/** May a file by its name be a saved page or an answer? Neither has texts of revisions. */
export function isPage(path: string): boolean {
  return PAGE.test(path);
}

/** May a file by its name hold a history, though it is no text log? */
export function mayBeSource(path: string): boolean {
  return path.endsWith(',v') || isPage(path);
}

/** The log that is made of an archive, a page or an answer; undefined where a file is none of them. */
export function textOfSource(bytes: Uint8Array, path: string): string | undefined {
  const page = isHtml(bytes) ? textOfHtml(bytes) : undefined;
  if (page) return decode(page);
  const format = recogniseFormat(bytes);
  return format?.isText === false ? decode(finish(format.read(bytes, path)).bytes) : undefined;
}
