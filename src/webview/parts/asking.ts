/** Is what a release has asked for, or what it lacks? */
export type Asking = 'has' | 'lacks';

/** What a query asks of a release: `in:netbsd-9`, or `-in:netbsd-9`. */
export function askedOf(text: string, name: string): Asking | undefined {
  const terms = termsOf(text);
  if (terms.includes(`-${termOf(name)}`)) return 'lacks';
  return terms.includes(termOf(name)) ? 'has' : undefined;
}

/** The query that asks something else of a release, or nothing. */
export function withAsked(text: string, name: string, asking: Asking | undefined): string {
  const term = termOf(name);
  const others = termsOf(text).filter((one) => one !== term && one !== `-${term}`);
  const added = asking === undefined ? [] : [asking === 'has' ? term : `-${term}`];
  return [...others, ...added].join(' ');
}

function termOf(name: string): string {
  return /[\s"]/.test(name) ? `in:"${name.replace(/[\\"]/g, '\\$&')}"` : `in:${name}`;
}

/** The pieces of a query, as they are written. */
function termsOf(text: string): string[] {
  return text.match(/(?:[^\s"]|"(?:[^"\\]|\\.)*"?)+/g) ?? [];
}
