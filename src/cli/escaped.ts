/** JSON without characters that a terminal obeys; they stand in strings only, and mean the same there. */
export function escaped(json: string): string {
  return json.replace(OBEYED, escapeOf);
}

const OBEYED = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
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
