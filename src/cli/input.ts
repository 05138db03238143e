import { open } from 'node:fs/promises';
import { UsageError } from './errors';

/** So much is asked for at once; a single read takes no more than 2 GiB. */
const PIECE = 1 << 28;

/** All bytes of the file at `path`, or of standard input for `-`. */
export async function readInput(path: string): Promise<Uint8Array> {
  try {
    return path === '-' ? await readStandardInput() : await readFile(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} cannot be read: ${reason}`, false);
  }
}

async function readFile(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(size);
    let at = 0;
    while (at < size) {
      const { bytesRead } = await file.read(bytes, at, Math.min(PIECE, size - at), at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    // A pipe or a device tells no size.
    return at > 0 ? bytes.subarray(0, at) : new Uint8Array(await file.readFile());
  } finally {
    await file.close();
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of process.stdin as AsyncIterable<Uint8Array>) {
    pieces.push(piece);
    size += piece.length;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
