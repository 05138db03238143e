/** Words in one line: a line break would end a field. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
