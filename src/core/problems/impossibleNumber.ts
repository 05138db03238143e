import { kind } from './kind';

export const impossibleNumber = kind<{
  readonly text: string;
  /** The number that is missing where the revision stands. */
  readonly number: string | null;
}>({
  severity: 'warning',
  rule: 'Where the number should be stands something else; the revision is kept by that word.',
  sentence: ({ text, number }) =>
    number === null
      ? `“${text}” is no revision number, so this revision stands for itself, on no line of descent.`
      : `“${text}” is no revision number; ${number} is missing here, so this revision is taken for it.`,
});
