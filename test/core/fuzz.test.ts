import { ok } from 'node:assert/strict';
import { fuzz } from '../fuzz/fuzz';

it('a short fuzz run over reader, hover, grammar and panel finds nothing', async () => {
  ok((await fuzz(2, 1)) > 0);
}).timeout(60_000);
