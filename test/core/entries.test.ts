import { deepEqual } from 'node:assert/strict';
import { entryOf } from '../../src/sources/entries';

const ENTRIES = [
  '/motor.c/1.2/Wed Mar 31 10:00:00 2010//Trel-1',
  '/valve.c/1.4.2.1/Wed Mar 31 10:00:00 2010/-kb/',
  '/new.c/0/dummy timestamp//',
  'D/pump////',
  'D',
].join('\n');

describe('CVS/Entries', () => {
  for (const [name, expected] of [
    ['motor.c', { revision: '1.2', sticky: 'rel-1' }],
    ['valve.c', { revision: '1.4.2.1', sticky: undefined }],
    ['new.c', { revision: '0', sticky: undefined }],
    ['pump', undefined],
    ['gone.c', undefined],
  ] as const) {
    it(name, () => deepEqual(entryOf(ENTRIES, name), expected));
  }
});
