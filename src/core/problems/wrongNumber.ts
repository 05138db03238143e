import { kind } from './kind';

export const wrongNumber = kind<{ readonly text: string; readonly number: string }>({
  severity: 'warning',
  rule: 'A revision lists the branches of the next lower number, and has another number.',
  sentence: ({ text, number }) =>
    `The number should be ${number}, not ${text}: the branches listed here leave from ${number}, which is missing.`,
});
