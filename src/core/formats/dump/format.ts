import type { Format } from '../format';
import { looksLikeDump, scanDump } from './scan';

/** OpenGrok's history page of a directory or a file, saved as text. */
export const dump: Format = {
  id: 'dump',
  name: "OpenGrok's history page",
  extensions: ['histlog'],
  isFrameless: true,
  isText: true,
  recognises: looksLikeDump,
  read: scanDump,
};
