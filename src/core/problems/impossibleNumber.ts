import { kind } from './kind';

export const impossibleNumber = kind<{ readonly text: string }>({
  severity: 'warning',
  rule: 'Where the number should be stands something else; the revision is kept by that word.',
  sentence: ({ text }) =>
    `“${text}” is no revision number, so this revision stands for itself, on no line of descent.`,
});
