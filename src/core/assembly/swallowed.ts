import type { Entries } from '../formats/entries';

/** Has entry e no text at all? CVS prints words for an empty message, so the page has lost it. */
export function hasLostText(entries: Entries, e: number): boolean {
  const { bytes, body } = entries;
  const end = entries.textEnd(e);
  for (let i = body[e]!; i < end; i++) {
    const byte = bytes[i]!;
    if (byte > 0x20 && byte !== 0xc2 && byte !== 0xa0) return false;
  }
  return true;
}

/**
 * May entry e be what is left of a message, and the next entry the true one? A line of dashes makes
 * OpenGrok leave out a message up to the next `revision`, even to one that the message quotes:
 *
 *     1.2 bob                        its text is lost
 *     1.1 ada Step 1 was wrong.      quoted in it
 *     1.1 ada Step 1 of the ramp.
 */
export function mayBeSwallowed(entries: Entries, e: number): boolean {
  const { number, day, author, count } = entries;
  if (e + 1 >= count || number[e + 1] !== number[e]) return false;
  return (
    day[e + 1] === day[e] && author[e + 1] === author[e] && e > 0 && hasLostText(entries, e - 1)
  );
}
