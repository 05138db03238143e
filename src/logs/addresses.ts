/** Addresses a revision from a link: the log, the file's place in it, and the revision's number. */
export interface RevisionAddress {
  readonly uri: string;
  readonly file: number;
  readonly revision: string;
}

/** The commands that links in our Markdown may run. */
export const TRUSTED = [
  'annals.reveal',
  'annals.showInGraph',
  'annals.whereDidThisFixGo',
  'annals.showEvidence',
  'annals.nameFile',
  'annals.nameBranch',
] as const;

export function commandUri(command: string, argument: unknown): string {
  const query = encodeURIComponent(JSON.stringify([argument])).replace(/[()'*!~]/g, percent);
  return `command:${command}?${query}`;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

export function isRevisionAddress(value: unknown): value is RevisionAddress {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, file, revision } = value as Record<string, unknown>;
  return typeof uri === 'string' && Number.isInteger(file) && typeof revision === 'string';
}
