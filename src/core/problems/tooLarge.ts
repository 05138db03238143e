import { kind, type NoData } from './kind';

export const tooLarge = kind<NoData>({
  severity: 'warning',
  rule: 'The log is larger than 4 GiB: offsets are kept in 32 bits.',
  sentence: () => 'This log is larger than 4 GiB, more than Annals can read in one piece.',
});
