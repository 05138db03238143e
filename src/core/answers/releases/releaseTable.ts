import type { Log } from '../../log';
import type { ChangesetId } from '../../recovery/changesets/changesets';
import { commitTable } from '../commitTable';
import type { TextTable } from '../textTable';
import { marksOf } from './marks';
import { markWords } from './markWords';
import { releasesOf } from './releases';

/** Changes as a table, in the order that they are given in, with a column a release. */
export function releaseTable(log: Log, changes: readonly ChangesetId[]): TextTable {
  const [heads = [], ...rows] = commitTable(log, changes);
  const titles = releasesOf(log).all.map(({ title }) => title);
  return [
    [...heads, ...titles],
    ...rows.map((row, at) => [...row, ...marksOf(log, changes[at]!).map(markWords)]),
  ];
}
