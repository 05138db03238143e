import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';

/** What the extension needs of the machine that it runs on; a host without a disk has its own. */

/** Bytes that nobody can guess, as text. */
export function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64');
}

/** Lets everything else have its turn. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** An open file: how large it is, and its bytes. */
export interface OpenFile {
  readonly size: number;
  /** Reads up to `length` bytes at an offset into `bytes` at the same offset; how many it got. */
  read(bytes: Uint8Array, at: number, length: number): Promise<number>;
}

/** Uses a file of the disk and closes it, whatever happens. */
export async function withFile<Result>(
  path: string,
  use: (file: OpenFile) => Promise<Result>,
): Promise<Result> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    return await use({
      size,
      read: async (bytes, at, length) => (await file.read(bytes, at, length, at)).bytesRead,
    });
  } finally {
    await file.close();
  }
}
