/** Of a message, so many lines are looked at, and so many characters of each. */
const MOST_LINES = 200;
const LONGEST_HEAD = 300;

/** A name with an ending, as files have; without a star in front, nothing else is taken for one. */
const WITH_ENDING = /^(?:[\w$+-][\w.$+-]*\/)*[\w$+-]+\.(?:[a-z][a-z0-9+]{0,4}|[A-Z])$/;
/** Behind a star also what makes files known without one: `Makefile`, `x86/GENERIC`. */
const BEHIND_STAR = /^(?:[\w$+-][\w.$+-]*\/)*[A-Z_][\w+-]*(?:\.[\w+-]+)*$/;

/**
 * The files that a message lists with what was done to each, as a ChangeLog does, each once:
 *
 *     * clock.c (tick, tock): Count again.
 *     motor.c, motor.h: Turn the other way.
 */
export function readListedFiles(message: string): string[] {
  const files = new Set<string>();
  let from = 0;
  for (let line = 0; line < MOST_LINES && from < message.length; line++) {
    const end = message.indexOf('\n', from);
    const text = message.slice(from, end < 0 ? message.length : end);
    for (const file of filesOn(text.slice(0, LONGEST_HEAD))) files.add(file);
    from = end < 0 ? message.length : end + 1;
  }
  return [...files];
}

function filesOn(line: string): string[] {
  const colon = line.indexOf(':');
  if (colon < 0) return [];
  const head = line.slice(0, colon).trim();
  const isStarred = /^\*\s/.test(head);
  const names = (isStarred ? head.slice(1) : head)
    .replace(/\([^()]*\)/g, ' ')
    .split(',')
    .map((name) => name.trim());
  const isFile = (name: string): boolean =>
    WITH_ENDING.test(name) || (isStarred && BEHIND_STAR.test(name));
  return names.every(isFile) ? names : [];
}
