import { kind } from './kind';

export const duplicateRevision = kind<{ readonly number: string }>({
  severity: 'warning',
  rule: 'A revision stands a second time in its file.',
  sentence: ({ number }) =>
    `Revision ${number} stands here for the second time in its file, so only the first counts.`,
});
