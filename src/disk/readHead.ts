import { open } from 'node:fs/promises';

/** How large a file is, in bytes, and up to `length` of its first bytes. */
export async function readHead(
  path: string,
  length: number,
): Promise<{ readonly size: number; readonly head: Uint8Array }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const head = new Uint8Array(Math.min(size, length));
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return { size, head: head.subarray(0, bytesRead) };
  } finally {
    await file.close();
  }
}
