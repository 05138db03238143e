import { kind } from './kind';

export const outOfOrder = kind<{ readonly number: string; readonly above: string }>({
  severity: 'warning',
  rule: 'A revision stands below an older one of its line of descent.',
  sentence: ({ number, above }) => `Revision ${number} stands below ${above}, which is older.`,
});
