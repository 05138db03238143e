/** A quick pick draws `$(name)` as an icon unless it is escaped. */
export function plain(text: string): string {
  return text.replace(/\$\([\w-]+(?:~\w+)?\)/g, '\\$&');
}

/** Given to a quick pick that is to go on in the graph. */
export const IN_GRAPH = 'graph';
