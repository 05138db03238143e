import { decode } from '../../text/decode';
import type { Format } from '../format';
import { readArchive } from './read';

/** The first phrase of an archive, and what must follow it; see rcsfile(5). */
const TOP = /^\s*head\s+(?:[\d.]+\s*)?;[\s\S]*?\baccess\b/;
/**
 * What an archive begins with whose first lines are damaged: a phrase, perhaps below a line or two, a
 * symbol, a delta, or nothing that can be read. And a delta as RCS and CVS write it.
 */
const BEGINNINGS = [
  /^\s*(?:symbols\b|[^\n<{]{0,400};[ \t]*\n|[^\w\s<{]+(?:\s|$))/,
  /^(?:[^\n]{0,400}\n){1,2}(?:access|symbols|locks)\b/,
  /^\s*(?:[^\s:]{1,400}:[\d.]+;?\n|[\d.]{1,400}\ndate\t)/,
];
const DELTA = /^[\d.]+\ndate\t[\d.]+;\tauthor [^\s;]+;\tstate [^\s;]*;$/m;

/** An RCS archive: `motor.c,v`. */
export const rcsArchive: Format = {
  id: 'rcs',
  name: 'an RCS archive',
  extensions: [],
  isText: false,
  recognises: (head) => {
    const text = decode(head);
    return TOP.test(text) || (BEGINNINGS.some((one) => one.test(text)) && DELTA.test(text));
  },
  read: readArchive,
};
