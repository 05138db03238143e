import { endOfLine, startsWith } from '../text/lines';
import { LARGEST_PART, TRUNK, type NumberId, type Numbers } from './numbers';

const WORD = 'branches:';
const SEMICOLON = 0x3b;

/**
 * The branches that `branches: 1.8.2; 1.8.4;` names, where that is all of the line's rest at
 * offset i; undefined where the text is a message. `cvs log` ends each with a semicolon.
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
    let id: NumberId = TRUNK;
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
    if (bytes[at] !== SEMICOLON) return undefined;
    list.push(id);
  }
}

/**
 * Can these branches leave from a revision, and be listed so? A list ascends, each from that revision;
 * what names another's branches was typed.
 */
export function canBeListed(list: readonly NumberId[], point: NumberId, numbers: Numbers): boolean {
  return list.every(
    (branch, i) =>
      numbers.pointOf(branch) === point &&
      numbers.part(branch) > 0 &&
      (i === 0 || numbers.part(list[i - 1]!) < numbers.part(branch)),
  );
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isSeparator(byte: number): boolean {
  return byte === 0x20 || byte === SEMICOLON || byte === 9;
}
