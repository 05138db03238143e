import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Small pieces are written together. */
const PIECE = 1 << 16;

/** Writes piece by piece, waiting where the reader is slower; a reader that has left is no error. */
export async function writeAll(stream: Writable, pieces: Iterable<string>): Promise<void> {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    stream.emit('drain');
  });
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < PIECE) continue;
    await write(stream, waiting);
    if (stream.destroyed) return;
    waiting = '';
  }
  await write(stream, waiting);
}

async function write(stream: Writable, text: string): Promise<void> {
  if (stream.destroyed) return;
  if (!stream.write(text)) await once(stream, 'drain');
}
