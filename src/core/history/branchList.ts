import { endOfLine, nextLine, startsWith } from '../text/lines';
import { LARGEST_PART, ROOT, type NumberId, type Numbers } from './numbers';

const WORD = 'branches:';

/**
 * The branches that `branches: 1.8.2; 1.8.4;` names, where that is all of the line's rest at
 * offset i; undefined where the text is a message.
 */
export function readBranchList(
  bytes: Uint8Array,
  i: number,
  end: number,
  numbers: Numbers,
): NumberId[] | undefined {
  if (!startsWith(bytes, i, WORD)) return undefined;
  const lineEnd = endOfLine(bytes, i, end);
  const list: NumberId[] = [];
  for (let at = i + WORD.length; ;) {
    while (at < lineEnd && isSeparator(bytes[at]!)) at++;
    if (at === lineEnd) return list.length > 0 ? list : undefined;
    let id: NumberId = ROOT;
    for (;;) {
      const from = at;
      let part = 0;
      while (at < lineEnd && isDigit(bytes[at]!)) part = part * 10 + bytes[at++]! - 0x30;
      if (at === from || part > LARGEST_PART) return undefined;
      id = numbers.child(id, part);
      if (bytes[at] !== 0x2e || at === lineEnd) break;
      at++;
    }
    if (numbers.depth(id) % 2 === 0 || numbers.depth(id) === 1) return undefined;
    if (at < lineEnd && !isSeparator(bytes[at]!)) return undefined;
    list.push(id);
  }
}

/** Where the message starts: behind the list of branches where there is one. */
export function messageStart(
  bytes: Uint8Array,
  body: number,
  end: number,
  hasList: boolean,
): number {
  return hasList ? nextLine(bytes, endOfLine(bytes, body, end), end) : body;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isSeparator(byte: number): boolean {
  return byte === 0x20 || byte === 0x3b || byte === 9;
}
