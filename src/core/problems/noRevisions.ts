import { kind } from './kind';

/** `seems` tells what the text looks like instead, where that can be told. */
export const noRevisions = kind<{ readonly seems: string | null }>({
  severity: 'information',
  rule: 'No revision was found in the text.',
  sentence: ({ seems }) =>
    seems === null
      ? 'No revision was found here, so this may be no revision history log.'
      : `No revision was found here: this seems to be ${seems}.`,
});
