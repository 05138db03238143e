import { endOfLine, nextLine, startsWith } from '../text/lines';
import { LARGEST_PART, TRUNK, type NumberId, type Numbers } from './numbers';

const WORD = 'branches:';
const COMMIT_ID = 'commitid:';
const SIGNATURE = 'OpenPGP signature using key ID 0x';
const SEMICOLON = 0x3b;

/** A list of branches at the beginning of a text, and the offset of the message behind it. */
export interface BranchList {
  readonly branches: readonly NumberId[];
  readonly message: number;
}

/**
 * The list that text begins with at offset i; undefined where it is a message. `cvs log` ends each
 * branch with a semicolon, and GNU `rlog` puts the commit id behind them:
 *
 *     branches: 1.8.2; 1.8.4;
 *     branches:  1.8.2;  commitid: 100504dea4c1e6b1;
 */
export function readBranchList(
  bytes: Uint8Array,
  i: number,
  end: number,
  numbers: Numbers,
): BranchList | undefined {
  let at = i;
  while (at < end && isSpace(bytes[at]!)) at++;
  if (!startsWith(bytes, at, WORD)) return undefined;
  const lineEnd = endOfLine(bytes, at, end);
  const branches: NumberId[] = [];
  for (at += WORD.length; ;) {
    while (at < lineEnd && isSeparator(bytes[at]!)) at++;
    if (!isDigit(bytes[at] ?? 0) || at === lineEnd) break;
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
    branches.push(id);
  }
  if (branches.length === 0) return undefined;
  if (startsWith(bytes, at, COMMIT_ID)) {
    while (at < lineEnd && bytes[at] !== SEMICOLON) at++;
    while (at < lineEnd && isSeparator(bytes[at]!)) at++;
  }
  return {
    branches,
    message: at === lineEnd ? skipSignature(bytes, nextLine(bytes, lineEnd, end)) : at,
  };
}

/** CVS 1.12 prints the key of a signed revision between the list and the message. */
export function skipSignature(bytes: Uint8Array, at: number): number {
  return startsWith(bytes, at, SIGNATURE) ? nextLine(bytes, endOfLine(bytes, at)) : at;
}

/**
 * Can these branches leave from a revision, and be listed so? A list ascends, each from that revision;
 * what names another's branches was typed.
 */
export function canBeListed(list: readonly NumberId[], point: NumberId, numbers: Numbers): boolean {
  for (let i = 0; i < list.length; i++) {
    const branch = list[i]!;
    const part = numbers.part(branch);
    if (numbers.pointOf(branch) !== point) return false;
    if (i > 0 && numbers.part(list[i - 1]!) >= part) return false;
  }
  return true;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isSeparator(byte: number): boolean {
  return byte === 0x20 || byte === SEMICOLON || byte === 9;
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 9 && byte <= 13);
}
