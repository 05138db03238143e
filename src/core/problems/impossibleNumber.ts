import { kind } from './kind';

export const impossibleNumber = kind<{
  readonly text: string;
  /** The number that is missing where the revision stands. */
  readonly number: string | null;
}>({
  severity: 'warning',
  rule: 'Where the number should be stands something else; the revision is kept by that word.',
  sentence: ({ text, number }) => {
    const what = text === '' ? 'No revision number stands here' : `“${text}” is no revision number`;
    return number === null
      ? `${what}, so this revision stands for itself, on no line of descent.`
      : `${what}; ${number} is missing, so this revision is taken for it.`;
  },
});
