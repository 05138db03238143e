import { endOfLine, nextLine, startsWith } from '../../text/lines';
import { ENOUGH, type Format } from '../format';
import { MOST_OTHERS } from './blocks';
import { isChatter } from './chatter';
import { isDamagedHead, startsHead, WORKING_FILE } from './marks';
import { readCvsLog } from './read';

/** `cvs log` names the working file, `cvs rlog` does not; both begin with the RCS file and its head. */
export const cvsLog: Format = {
  id: 'cvs-log',
  name: 'cvs log',
  extensions: ['cvslog'],
  isText: true,
  recognises: (bytes) => {
    const top = topOf(bytes);
    return top !== undefined && (top === bytes.length || namesWorkingFile(bytes, top));
  },
  read: readCvsLog,
};

export const rlog: Format = {
  id: 'rlog',
  name: 'rlog',
  extensions: ['rlog'],
  isText: true,
  recognises: (bytes) => {
    const top = topOf(bytes);
    return top !== undefined && top < bytes.length && !namesWorkingFile(bytes, top);
  },
  read: readCvsLog,
};

/**
 * Where the first file's head stands, below nothing but chatter and perhaps a damaged line; the end where there is so much
 * chatter that the head is further down; undefined where this is no such log.
 */
function topOf(bytes: Uint8Array): number | undefined {
  let at = startsWith(bytes, 0, '\u00ef\u00bb\u00bf') ? 3 : 0;
  let others = 0;
  while (at < bytes.length) {
    const end = endOfLine(bytes, at);
    if (startsHead(bytes, at)) return at;
    if (!isChatter(bytes, at, end)) {
      if (isDamagedHead(bytes, at)) return at;
      // The last line may be cut where what is judged ends.
      if (end < bytes.length && ++others > MOST_OTHERS) return undefined;
    }
    at = nextLine(bytes, end);
  }
  return bytes.length === ENOUGH ? at : undefined;
}

function namesWorkingFile(bytes: Uint8Array, top: number): boolean {
  const next = nextLine(bytes, endOfLine(bytes, top));
  return startsWith(bytes, next, WORKING_FILE) || startsWith(bytes, top, WORKING_FILE);
}
