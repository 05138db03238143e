import { encode } from '../core/text/encode';
import { joinBytes } from '../core/text/joinBytes';
import { answerAddress, isAddress, shownAddress, shownPath, type ShownPath } from './address';
import { reasonOf } from '../core/text/reason';
import { printable, shorten } from '../core/text/printable';

/** So many entries are asked for at once. */
const ENTRIES = 1000;

/** A server that says nothing for so long, in milliseconds, does not answer. */
const PATIENCE = 60_000;

/** So many bytes are taken of an answer, or of all shares of one; beyond it, the reading fails and says so. */
const MOST = 1 << 30;

/** How a history is asked for. */
export interface Asking {
  /** Ends the asking. */
  readonly signal: AbortSignal;
  /** The share that is done, 0 to 1. */
  readonly report: (share: number) => void;
}

/**
 * What a server shows at an address: the whole history where OpenGrok's REST API answers, else the page,
 * feed or log that is there, as bytes. Fails with a sentence; with an `AbortError` where it was ended.
 */
export async function fetchHistory(address: string, asking: Asking): Promise<Uint8Array> {
  if (!isAddress(address)) throw new Error('An address begins with http:// or https://.');
  const shown = shownPath(address);
  const answer = shown && (await wholeAnswer(shown, asking));
  if (answer) return encode(JSON.stringify(answer));
  return (await get(address, asking, MOST)).bytes;
}

interface Share {
  readonly entries: readonly unknown[];
  readonly total: number;
}

/** All shares of OpenGrok's answer as one; undefined where no such answer comes. */
async function wholeAnswer(shown: ShownPath, asking: Asking): Promise<object | undefined> {
  const entries: unknown[] = [];
  let left = MOST;
  for (;;) {
    const address = answerAddress(shown, entries.length, ENTRIES);
    const { bytes, status } = await get(address, asking, left, true);
    left -= bytes.length;
    const share = status === 200 ? shareOf(bytes) : undefined;
    if (!share) {
      if (entries.length === 0) return undefined;
      throw new Error(
        `${hostOf(address)} ended its answer after ${String(entries.length)} entries.`,
      );
    }
    for (const entry of share.entries) entries.push(entry);
    const isWhole = share.entries.length === 0 || entries.length >= share.total;
    asking.report(isWhole ? 1 : entries.length / share.total);
    if (isWhole) return { entries, start: 0, count: entries.length, total: entries.length };
  }
}

function shareOf(bytes: Uint8Array): Share | undefined {
  try {
    const { entries, total } = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Share>;
    return Array.isArray(entries) ? { entries, total: Number(total) || 0 } : undefined;
  } catch {
    return undefined;
  }
}

interface Got {
  readonly bytes: Uint8Array;
  readonly status: number;
}

/** What stands at an address. A status that is no success is a failure, or is the caller's to judge. */
async function get(
  address: string,
  { signal }: Asking,
  most: number,
  isJudged = false,
): Promise<Got> {
  const host = hostOf(address);
  const { href, headers } = credentials(address);
  // The clock begins anew with each piece of an answer.
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), PATIENCE);
  try {
    const response = await fetch(href, {
      headers,
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (!response.ok && !isJudged) {
      throw new Refused(`${host} answers ${answerOf(response)}.`);
    }
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), PATIENCE);
      size += piece.length;
      if (size > most) throw new Refused(`The answer of ${host} is longer than 1 GiB.`);
      pieces.push(piece);
    }
    return { bytes: joinBytes(pieces), status: response.status };
  } catch (error) {
    if (error instanceof Refused || signal.aborted) throw error;
    const reason = silence.signal.aborted ? 'it is silent' : reasonOfFetch(error);
    throw new Error(`${host} does not answer: ${reason}.`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

class Refused extends Error {}

/** `fetch` takes no name and password within an address. */
function credentials(address: string): { href: string; headers: Record<string, string> } {
  const { username, password } = new URL(address);
  if (username === '') return { href: address, headers: {} };
  const words = encode(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  const code = btoa(String.fromCharCode(...words));
  return { href: shownAddress(address), headers: { authorization: `Basic ${code}` } };
}

/** The machine's own words stand in the cause of what `fetch` throws. */
function reasonOfFetch(error: unknown): string {
  const { cause } = error as { cause?: unknown };
  const told = cause instanceof Error && cause.message !== '' ? cause : error;
  return reasonOf(told);
}

function hostOf(address: string): string {
  return new URL(address).host;
}

/** A server may put any words beside the number of its answer: a line of them is enough. */
const LONGEST_STATUS = 60;

function answerOf({ status, statusText }: Response): string {
  return shorten(`${String(status)} ${printable(statusText)}`.trim(), LONGEST_STATUS);
}
