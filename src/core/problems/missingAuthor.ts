import { kind } from './kind';

export const missingAuthor = kind<{ readonly number: string }>({
  severity: 'information',
  rule: 'Other revisions have an author and this one has none.',
  sentence: ({ number }) => `Revision ${number} has no author, so it counts as nobody's.`,
});
