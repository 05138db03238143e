import { count } from '../text/count';
import { kind } from './kind';

/** An archive with places that are not as rcsfile(5) has them. */
export const damagedArchive = kind<{
  readonly path: string;
  readonly places: number;
  /** Of the archive, counted from 1. */
  readonly line: number;
}>({
  severity: 'warning',
  rule: 'A phrase of an archive has no end, or a number, a link between revisions or a word is not where rcsfile(5) wants it.',
  sentence: ({ path, places, line }) =>
    `“${path}” is damaged in ${count(places, 'place')}, first at its line ${String(line)}; what is lost there is told by the rest of it, or missing.`,
});
