import { decode } from '../../text/decode';
import type { Format } from '../format';
import { readArchive } from './read';

/** The first phrase of an archive, and what must follow it; see rcsfile(5). */
const TOP = /^\s*head\s+(?:[\d.]+\s*)?;[\s\S]*?\baccess\b/;
/** The date and author of a delta as RCS and CVS write them, which tell a damaged archive. */
const DELTA = /^[\d.]+\ndate\t[\d.]+;\tauthor [^\s;]+;\tstate [^\s;]*;$/m;

/** An RCS archive: `motor.c,v`. */
export const rcsArchive: Format = {
  id: 'rcs',
  name: 'an RCS archive',
  extensions: [],
  isText: false,
  recognises: (head) => {
    const text = decode(head);
    return TOP.test(text) || DELTA.test(text);
  },
  read: readArchive,
};
