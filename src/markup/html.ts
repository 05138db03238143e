import { pageText } from '../core/formats/opengrok/savedPage';
import { decode } from '../core/text/decode';
import { encode } from '../core/text/encode';
import { ENOUGH } from '../core/formats/format';
import { logText } from '../core/formats/viewvc/text';
import { readLogPage } from './logPage';
import { readSavedPage } from './savedPage';

/** Is a text HTML, judged by its beginning? */
export function isHtml(bytes: Uint8Array): boolean {
  const head = decode(bytes.subarray(0, ENOUGH));
  return /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|div|table)\b/i.test(
    head,
  );
}

/** The text of a history page that was saved as HTML; undefined where the HTML is no such page. */
export function textOfHtml(bytes: Uint8Array): Uint8Array | undefined {
  const html = decode(bytes);
  const history = readSavedPage(html);
  if (history) return encode(pageText(history));
  const log = readLogPage(html);
  return log && encode(logText(log));
}
