import { recogniseFormat } from '../core/formats/index';
import { finish } from '../core/log';
import { decode } from '../core/text/decode';
import { isMarkup, textOfMarkup } from '../markup/markup';

const PAGE = /\.(?:x?html?|json|rss|xml)$/i;

/** May a file by its name be a saved page or an answer? Neither has texts of revisions. */
export function isPage(path: string): boolean {
  return PAGE.test(path);
}

/** May a file by its name hold a history, though it is no text log? */
export function mayBeSource(path: string): boolean {
  return path.endsWith(',v') || isPage(path);
}

/** The log that is made of an archive, a page or an answer; undefined where a file is none of them. */
export function textOfSource(given: Uint8Array, path: string): string | undefined {
  const { bytes, isMade } = withoutMarkup(given);
  const format = recogniseFormat(bytes);
  if (format?.isText === false) return decode(finish(format.read(bytes, path)).bytes);
  return isMade ? decode(bytes) : undefined;
}

/** The log that is made of bytes, or that they are; undefined where they hold no history. */
export function textOfLog(bytes: Uint8Array, path: string): string | undefined {
  const made = textOfSource(bytes, path);
  if (made !== undefined) return made;
  return recogniseFormat(bytes) ? decode(bytes) : undefined;
}

function withoutMarkup(given: Uint8Array): { bytes: Uint8Array; isMade: boolean } {
  const made = isMarkup(given) ? textOfMarkup(given) : undefined;
  return { bytes: made ?? given, isMade: made !== undefined };
}
