import { decode } from '../../text/decode';
import type { Format } from '../format';
import { readCvsLog } from './read';

/** What the client and the server say between files: `? x.c`, `cvs rlog: Logging dir`. */
const CHATTER = String.raw`\s*(?:(?:\?|cvs \S+:) .*\n\s*)*`;
const END = String.raw`(?:\r\n?|\n)`;
const TOP = new RegExp(`^\\ufeff?${CHATTER}RCS file: .+${END}(Working file: .+${END})?head:`);

/** `cvs log` names the working file, `cvs rlog` does not; both begin with the RCS file and its head. */
export const cvsLog: Format = {
  id: 'cvs-log',
  name: 'cvs log',
  extensions: ['cvslog'],
  isText: true,
  recognises: (head) => TOP.exec(decode(head))?.[1] !== undefined,
  read: readCvsLog,
};

export const rlog: Format = {
  id: 'rlog',
  name: 'rlog',
  extensions: ['rlog'],
  isText: true,
  recognises: (head) => {
    const top = TOP.exec(decode(head));
    return top !== null && top[1] === undefined;
  },
  read: readCvsLog,
};
