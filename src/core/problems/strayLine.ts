import { kind, type NoData } from './kind';

export const strayLine = kind<NoData>({
  severity: 'information',
  rule: 'Between two files of a log stands a line that is of neither, and of no program that prints logs.',
  sentence: () => 'This line is of no file, so it is passed over.',
});
