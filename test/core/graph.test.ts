import { deepEqual, equal } from 'node:assert/strict';
import { lineageOf } from '../../src/core/graph/lineage';
import { drawLanes } from '../../src/core/graph/picture';
import { place } from '../../src/core/graph/place';
import { read } from './write';

/** A history, and its lanes with the number behind each row. */
const cases: [string, string[], string][] = [
  [
    'a trunk',
    ['1.2 @2004-02-01', '1.1'],
    `
● 1.2
● 1.1`,
  ],
  [
    'a branch',
    ['1.2 @2004-03-01', '1.1 [1.1.2]', '1.1.2.1 @2004-02-01'],
    `
●   1.2
│ ● 1.1.2.1
●─┘ 1.1`,
  ],
  [
    'a branch newer than the head',
    ['1.1 [1.1.2]', '1.1.2.1 @2004-02-01'],
    `
  ● 1.1.2.1
●─┘ 1.1`,
  ],
  [
    'ties in the order of the log',
    ['1.2', '1.1 [1.1.2]', '1.1.2.1'],
    `
●   1.2
│ ● 1.1.2.1
●─┘ 1.1`,
  ],
  [
    'a date that runs backwards',
    ['1.3 @2004-01-01', '1.2 @2004-05-01', '1.1 @2004-01-01'],
    `
● 1.3
● 1.2
● 1.1`,
  ],
  [
    'two branches of one point',
    ['1.2 @2004-09-01', '1.1 [1.1.2 1.1.4]', '1.1.4.1 @2004-03-01', '1.1.2.1 @2004-02-01'],
    `
●     1.2
│ ●   1.1.4.1
│ │ ● 1.1.2.1
●─┴─┘ 1.1`,
  ],
  [
    'a lane is used again',
    [
      '1.3 @2004-09-01',
      '1.2 [1.2.2] @2004-05-01',
      '1.1 [1.1.2]',
      '1.1.2.1 @2004-02-01',
      '1.2.2.1 @2004-06-01',
    ],
    `
●   1.3
│ ● 1.2.2.1
●─┘ 1.2
│ ● 1.1.2.1
●─┘ 1.1`,
  ],
  [
    'a branch across another',
    [
      '1.3 @2004-09-01',
      '1.2 [1.2.2] @2004-05-01',
      '1.1 [1.1.2]',
      '1.1.2.1 @2004-08-01',
      '1.2.2.1 @2004-07-01',
    ],
    `
●     1.3
│ ●   1.1.2.1
│ │ ● 1.2.2.1
●─┼─┘ 1.2
●─┘   1.1`,
  ],
  [
    'a branch of a branch',
    [
      '1.1 [1.1.2]',
      '1.1.2.2 @2004-04-01',
      '1.1.2.1 [1.1.2.1.2] @2004-02-01',
      '1.1.2.1.2.1 @2004-03-01',
    ],
    `
  ●   1.1.2.2
  │ ● 1.1.2.1.2.1
  ●─┘ 1.1.2.1
●─┘   1.1`,
  ],
  [
    'a branch left of its point',
    [
      '1.2 [1.2.2] @2004-02-01',
      '1.1 [1.1.2]',
      '1.2.2.1 @2004-03-01',
      '1.1.2.2 @2004-08-01',
      '1.1.2.1 [1.1.2.1.2]',
      '1.1.2.1.2.1 @2004-09-01',
    ],
    `
  ●     1.1.2.1.2.1
  │ ●   1.1.2.2
  │ │ ● 1.2.2.1
●─┼─┼─┘ 1.2
│ └─●   1.1.2.1
●───┘   1.1`,
  ],
];

describe('placement', () => {
  for (const [what, revisions, expected] of cases) {
    it(what, () => {
      const { histories, ...log } = read(revisions);
      log;
      const history = read(revisions).history(0);
      const placement = place(lineageOf(history));
      const lanes = [...drawLanes(placement, () => '●')];
      const rows = lanes.map(
        (lane, row) => `${lane} ${histories.numberText(placement.revisionOfRow[row]!)}`,
      );
      equal(`\n${rows.join('\n')}`, expected);
    });
  }

  it('gives every revision one row', () => {
    const history = read(cases.at(-1)![1]).history(0);
    const { revisionOfRow, rowOfRevision } = place(lineageOf(history));
    deepEqual(
      [...revisionOfRow].map((r) => rowOfRevision[r]),
      [...revisionOfRow.keys()],
    );
  });
});
