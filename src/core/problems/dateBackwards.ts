import { count } from '../text/count';
import { kind } from './kind';

export const dateBackwards = kind<{
  readonly number: string;
  readonly before: string;
  readonly days: number;
}>({
  severity: 'warning',
  rule: 'A revision is more than two days older than the one it was made from, beyond what clocks and time zones explain.',
  sentence: ({ number, before, days }) =>
    `Revision ${number} is dated ${count(days, 'day')} before ${before}, which it was made from.`,
});
