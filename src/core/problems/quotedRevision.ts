import { kind } from './kind';

export const quotedRevision = kind<{ readonly number: string; readonly of: string }>({
  severity: 'information',
  rule: 'A line of a message looks like a revision that cannot stand there.',
  sentence: ({ number, of }) =>
    `Revision ${number} cannot stand here, so it is read as text of the message of ${of}.`,
});
