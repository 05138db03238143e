import { cvsLog, rlog } from './cvslog/format';
import { dump } from './dump/format';
import { restAnswer } from './opengrok/rest';
import { rcsArchive } from './rcs/format';
import { viewvc } from './viewvc/format';
import { ENOUGH, type Format } from './format';

/**
 * All forms, the most certain first: what a log's own frame says (`RCS file:` on top) counts before
 * what a message in it quotes.
 */
export const FORMATS: readonly Format[] = [rlog, cvsLog, rcsArchive, restAnswer, dump, viewvc];

/** What form of a log a text is, judged by its beginning; undefined where it seems to be none. */
export function recogniseFormat(bytes: Uint8Array): Format | undefined {
  const head = bytes.subarray(0, ENOUGH);
  return FORMATS.find((format) => format.recognises(head));
}

/** The extensions of all forms, each once. */
export function knownExtensions(): string[] {
  return [...new Set(FORMATS.flatMap(({ extensions }) => extensions))];
}

/** The form in which a text of no known form is read: its entries need no frame around them. */
export const FRAMELESS = dump;
