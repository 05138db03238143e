import { decode } from '../../text/decode';
import type { Format } from '../format';
import { readArchive } from './read';

/** The first phrase of an archive, and what must follow it; see rcsfile(5). */
const TOP = /^\s*head\s+(?:[\d.]+\s*)?;[\s\S]*?\baccess\b/;

/** An RCS archive: `motor.c,v`. */
export const rcsArchive: Format = {
  id: 'rcs',
  name: 'an RCS archive',
  extensions: [],
  isText: false,
  recognises: (head) => TOP.test(decode(head)),
  read: readArchive,
};
