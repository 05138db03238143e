import { randomBytes } from 'node:crypto';

/** What the extension needs of the machine that it runs on; a host without a disk has its own. */

/** Bytes that nobody can guess, as text. */
export function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64');
}

/** Lets everything else have its turn. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
