import { equal } from 'node:assert/strict';
import { NONE } from '../../src/core/columns/ids';
import { isMuted, LineStyle, placeChangesets } from '../../src/core/graph/directory';
import { finish, readLog, type Log } from '../../src/core/log';
import { findChangesets } from '../../src/core/query/match';
import { queryFor } from '../../src/core/query/queryFor';
import { withSharedLog } from './sharedLog';
import { read } from './write';

/**
 * The rows with their lanes: `●` a commit, `│` a line, `┆` where commits are left out, `┘` and `╯` where
 * a lane leaves its parent below the row, whole or with commits left out.
 */
function picture(log: Log, query = ''): string {
  const shown = finish(findChangesets(log, queryFor(log, query)));
  const { changesetOfRow, laneOfRow, laneCount, lines } = placeChangesets(log.recovery, shown);
  const rows = Array.from(changesetOfRow, (changeset, row) => {
    const cells = new Array<string>(laneCount).fill(' ');
    let below = '';
    for (let line = 0; line < lines.top.length; line++) {
      const [top, bottom, lane] = [lines.top[line]!, lines.bottom[line]!, lines.lane[line]!];
      const style = lines.style[line]!;
      if (style & LineStyle.leaves) {
        if (bottom === row)
          below += ` ${style & LineStyle.gap ? '╯' : '┘'}${lines.pointLane[line]}`;
      } else if (top < row && row < bottom) cells[lane] = style & LineStyle.gap ? '┆' : '│';
    }
    cells[laneOfRow[row]!] = '●';
    const speaker = log.recovery.changesets.speaker(changeset);
    return `${cells.join('')} ${log.histories.message(speaker)}${below}`;
  });
  return `\n${rows.join('\n')}`;
}

const LOG = read([
  '1.3 @2005-03-01 ada: Last.',
  '1.2 [1.2.2] @2004-03-01 ada: Two.',
  '1.1 @2004-01-01 ada: One.',
  '1.2.2.2 @2005-02-01 cy: Again.',
  '1.2.2.1 [1.2.2.1.2] @2004-06-01 bo: Branch.',
  '1.2.2.1.2.1 @2004-07-01 bo: Below.',
  '1.2 @2004-08-01 cy: Middle.',
  '1.1 [1.1.2] @2004-01-02 ada: Else.',
  '1.1.2.1 @2004-06-01 bo: Branch.',
]);

/** [query, the rows] */
const cases: [string, string][] = [
  [
    '',
    `
●   Last.
│●  Again.
●│  Middle.
││● Below. ┘1
│●  Branch. ┘0
●   Two.
●   Else.
●   One.`,
  ],
  [
    '-Middle -Branch',
    `
●  Last.
┆● Again. ╯0
┆● Below.
●  Two.
●  Else.
●  One.`,
  ],
  [
    'author:bo',
    `
 ● Below.
 ● Branch.`,
  ],
  ['nothing', '\n'],
];

describe('the commits of a directory', () => {
  for (const [query, expected] of cases)
    it(query || '(all)', () => equal(picture(LOG, query), expected));
});

withSharedLog('the graph of the shared log', (bytes) => {
  it('has few lanes without syncs, and each commit once', () => {
    const { recovery } = readLog(bytes);
    const { count } = recovery.changesets;
    const all = Array.from({ length: count }, (_, id) => id);
    const loud = Int32Array.from(all.filter((id) => !isMuted(recovery, id)));
    const placed = placeChangesets(recovery, loud);
    equal(placed.laneCount <= 14, true, `${placed.laneCount} lanes`);
    equal(placed.rowOfChangeset.filter((row) => row !== NONE).length, loud.length);
  });
});
