import { kind } from './kind';

/** A file whose name ends in `,v`, and nothing of it is an archive. */
export const noArchive = kind<{ readonly path: string }>({
  severity: 'warning',
  rule: 'A file among archives begins with no head of an archive, or cannot be read.',
  sentence: ({ path }) => `“${path}” is no archive that can be read, and is passed over.`,
});
