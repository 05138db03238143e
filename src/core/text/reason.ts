/** Why something failed, in the words of what failed, without the name of its class. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/^(?:\w*Error: )+/, '');
}
