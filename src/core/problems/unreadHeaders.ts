import { count } from '../text/count';
import { kind } from './kind';

export const unreadHeaders = kind<{ readonly lines: number; readonly of: string }>({
  severity: 'information',
  rule: 'Lines of a message look like revisions of another form, and are read as text.',
  sentence: ({ lines, of }) =>
    `${count(lines, 'line')} of the message of ${of} ${lines === 1 ? 'looks like a revision' : 'look like revisions'}, and ${lines === 1 ? 'is' : 'are'} read as text.`,
});
