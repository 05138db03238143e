import { kind, type NoData } from './kind';

export const cutRange = kind<NoData>({
  severity: 'warning',
  rule: 'A log has so many pull-ups of long ranges that not all that they took over can be linked.',
  sentence: () =>
    'Of a range of revisions that this one took over, only the newest is linked: the log has too many such ranges.',
});
