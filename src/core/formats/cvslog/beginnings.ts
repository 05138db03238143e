/** `r`, `re`, `rev`, ... of a word, as alternatives of a regular expression. */
export function beginnings(word: string): string {
  const parts = Array.from(word, (_, i) => word.slice(0, i + 1));
  return parts.map((part) => part.replaceAll('*', '\\*')).join('|');
}
