import { pageText } from '../core/formats/opengrok/savedPage';
import { decode } from '../core/text/decode';
import { encode } from '../core/text/encode';
import { ENOUGH } from '../core/formats/format';
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
  const page = readSavedPage(decode(bytes));
  return page && encode(pageText(page));
}
