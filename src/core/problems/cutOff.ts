import { kind } from './kind';

export const cutOff = kind<{ readonly number: string }>({
  severity: 'warning',
  rule: 'A line of descent ends above its first revision, and another file follows.',
  sentence: ({ number }) =>
    `This file ends at ${number}, without its first revision. A line of 8 equal signs in a message makes OpenGrok leave out the rest of a file; or older revisions were deleted from the archive.`,
});
