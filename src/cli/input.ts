import { open } from 'node:fs/promises';
import { joinBytes } from '../core/text/joinBytes';
import { isAddress } from '../web/address';
import { fetchHistory } from '../web/history';
import { UsageError } from './errors';
import { reasonOf } from '../core/text/reason';

const NEVER = new AbortController().signal;

/** So much is asked for at once; a single read takes no more than 2 GiB. */
const PIECE = 1 << 28;

/** All bytes of the file at `path`, of standard input for `-`, or of the history that a server shows at an address. */
export async function readInput(path: string): Promise<Uint8Array> {
  try {
    if (isAddress(path))
      return await fetchHistory(path, { signal: NEVER, report: () => undefined });
    return path === '-' ? await readStandardInput() : await readFile(path);
  } catch (error) {
    const reason = reasonOf(error);
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
  for await (const piece of process.stdin as AsyncIterable<Uint8Array>) pieces.push(piece);
  return joinBytes(pieces);
}
