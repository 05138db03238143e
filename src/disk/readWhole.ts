import { open } from 'node:fs/promises';
import { LARGEST } from '../core/formats/entries';

/** So much is read between two looks at whether it is still wanted; one read takes no more than 2 GiB. */
const PIECE = 1 << 24;

/**
 * All bytes of a file as it stands. `goesOn` is told the share that is read, 0 to 1, and false stops
 * the reading: then the answer is undefined. Throws a sentence where the file is larger than what
 * Annals reads, or changes meanwhile.
 */
export async function readWhole(
  path: string,
  goesOn: (share: number) => boolean = () => true,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const file = await open(path);
  try {
    const before = await file.stat();
    const { size } = before;
    // A pipe or a device tells no size.
    if (!before.isFile() || size === 0) return new Uint8Array(await file.readFile());
    if (size > LARGEST)
      throw new Error('it is larger than 4 GiB, more than can be read in one piece');
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size;) {
      if (!goesOn(at / size)) return undefined;
      const { bytesRead } = await file.read(bytes, at, Math.min(PIECE, size - at), at);
      if (bytesRead === 0) throw new Changing();
      at += bytesRead;
    }
    const after = await file.stat();
    if (after.size !== size || after.mtimeMs !== before.mtimeMs) throw new Changing();
    return bytes;
  } finally {
    await file.close();
  }
}

/** A file became another while it was read: what was read of it is no log of any time. */
export class Changing extends Error {
  constructor() {
    super('it changed while it was read');
  }
}
