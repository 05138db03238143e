import { pageText } from '../core/formats/opengrok/savedPage';
import { decode } from '../core/text/decode';
import { encode } from '../core/text/encode';
import { ENOUGH } from '../core/formats/format';
import { logText } from '../core/formats/viewvc/text';
import { isFeed, readFeed } from './feed';
import { readLogPage } from './logPage';
import { readSavedPage } from './savedPage';

/** Is a text HTML or a feed, judged by its beginning? */
export function isMarkup(bytes: Uint8Array): boolean {
  const head = decode(bytes.subarray(0, ENOUGH));
  return isFeed(head) || HTML.test(head);
}

const HTML =
  /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|div|table)\b/i;

/**
 * The text that the core reads of a history page that was saved as HTML, or of a feed: a page, or
 * OpenGrok's JSON. Undefined where it is none.
 */
export function textOfMarkup(bytes: Uint8Array): Uint8Array | undefined {
  const text = decode(bytes);
  if (isFeed(text.slice(0, ENOUGH))) {
    const answer = readFeed(text);
    return answer && encode(JSON.stringify(answer));
  }
  const history = readSavedPage(text);
  if (history) return encode(pageText(history));
  const log = readLogPage(text);
  return log && encode(logText(log));
}
