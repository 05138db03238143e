import { UsageError } from './errors';
import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Small pieces are written together. */
const PIECE = 1 << 16;

/** Writes piece by piece, waiting where the reader is slower; a reader that has left is no error. */
export async function writeAll(
  stream: Writable,
  pieces: Iterable<string | Uint8Array>,
): Promise<void> {
  let failed: UsageError | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE')
      failed = new UsageError(`The output cannot be written: ${error.message}`, false);
    stream.emit('drain');
  });
  let waiting = '';
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      await write(stream, piece);
      continue;
    }
    waiting += piece;
    if (waiting.length < PIECE) continue;
    await write(stream, waiting);
    if (stream.destroyed) break;
    waiting = '';
  }
  await write(stream, waiting);
  await new Promise((resolve) => setImmediate(resolve));

  if (failed) throw failed;
}

async function write(stream: Writable, text: string | Uint8Array): Promise<void> {
  if (stream.destroyed) return;
  if (!stream.write(text)) await once(stream, 'drain');
}
