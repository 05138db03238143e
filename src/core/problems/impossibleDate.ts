import { kind } from './kind';

export const impossibleDate = kind<{ readonly number: string }>({
  severity: 'warning',
  rule: 'A date is on no calendar, or its month has no name that is known.',
  sentence: ({ number }) =>
    `The date of revision ${number} is on no calendar, so it counts as unknown.`,
});
