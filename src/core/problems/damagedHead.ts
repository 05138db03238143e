import { kind } from './kind';

export const damagedHead = kind<{ readonly path: string }>({
  severity: 'warning',
  rule: 'A file begins without the line “RCS file:” in a log where each file has one.',
  sentence: ({ path }) =>
    path === ''
      ? 'The beginning of this file is damaged, so its path is not known.'
      : `The beginning of this file is damaged, so its path is taken from its working file, ${path}.`,
});
