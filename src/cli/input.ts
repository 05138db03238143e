import { joinBytes } from '../core/text/joinBytes';
import { readWhole } from '../disk/readWhole';
import { isAddress } from '../web/address';
import { fetchHistory } from '../web/history';
import { UsageError } from './errors';
import { reasonOf } from '../core/text/reason';

const NEVER = new AbortController().signal;

/** All bytes of the file at `path`, of standard input for `-`, or of the history that a server shows at an address. */
export async function readInput(path: string): Promise<Uint8Array> {
  try {
    if (isAddress(path))
      return await fetchHistory(path, { signal: NEVER, report: () => undefined });
    return path === '-' ? await readStandardInput() : (await readWhole(path))!;
  } catch (error) {
    const reason = reasonOf(error);
    throw new UsageError(`${path} cannot be read: ${reason}`, false);
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of process.stdin as AsyncIterable<Uint8Array>) pieces.push(piece);
  return joinBytes(pieces);
}
