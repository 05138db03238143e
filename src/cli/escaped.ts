import { UNPRINTABLE } from '../core/text/printable';

/** JSON without characters that a terminal obeys or hides; they stand in strings only, and mean the same there. */
export function escaped(json: string): string {
  return json.replace(UNPRINTABLE, (character) =>
    character === '\n' ? character : character.replace(/[^]/g, escapeOf),
  );
}

function escapeOf(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A JSON list with an element a line, without such characters. */
export function* jsonList(items: Iterable<object>): Generator<string> {
  let before = '[\n';
  for (const item of items) {
    yield `${before}${escaped(JSON.stringify(item))}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[\n]\n' : '\n]\n';
}
