/** The commands that links in our Markdown may run. */
export const TRUSTED = [
  'annals.reveal',
  'annals.showInGraph',
  'annals.showCommit',
  'annals.whereDidThisFixGo',
  'annals.showEvidence',
  'annals.nameFile',
  'annals.nameBranch',
  'annals.annotateBefore',
] as const;

/** A link that runs a command with one argument. */
export function commandUri(command: string, argument: unknown): string {
  const query = encodeURIComponent(JSON.stringify([argument])).replace(/[()'*!~]/g, percent);
  return `command:${command}?${query}`;
}

/** A sign of one byte, as an address has it. */
export function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
