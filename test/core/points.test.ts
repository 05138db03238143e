import { deepEqual, equal } from 'node:assert/strict';
import { comparePoints, type Change } from '../../src/core/answers/points/compare';
import { manifestOf } from '../../src/core/answers/points/manifest';
import { parsePoint, type Point } from '../../src/core/answers/points/point';
import { NO_REVISION } from '../../src/core/history/ids';
import { readLog, type Log } from '../../src/core/log';
import { encode } from '../../src/core/text/encode';

/**
 * Four files and two releases. `old` left the trunk on 2010-02-01, `new` on 2012-02-01; the fourth file
 * has no commit on either, and was changed while `new` may have been made.
 *
 *     a  1.1 ──── 1.2 ────────── 1.3 ── 1.4      1.2: pulled up into old as 1.1.2.2
 *     b  1.1 ─────────────── 1.2
 *     c                1.1 ── 1.2                added between the two
 *     d  1.1 ──────────────── 1.2
 */
const LOG = `History log of /src/pump
 1.4 01-May-2013  ada Third.
 1.3 01-Jan-2012  ada branches: 1.3.2; Second.
 1.2 01-May-2010  ada First.
 1.1 01-Jan-2010  ada branches: 1.1.2; Add a.
 1.3.2.2 06-Jun-2012  bo Mend it on new.
 1.3.2.1 01-Mar-2012  bo Update new branch to new-base2.
 1.1.2.2 06-Jun-2010  bo Pull up revision 1.2 (requested by ada in ticket #3).
 1.1.2.1 01-Mar-2010  bo Update old branch to old-base2.
 1.2 01-Dec-2011  ada Second of b.
 1.1 01-Jan-2010  ada Add b.
 1.2 05-Jan-2012  ada Second of c.
 1.1 01-Jun-2011  ada Add c.
 1.2 15-Jan-2012  ada Second of d.
 1.1 01-Jan-2010  ada Add d.
`;

describe('points of a log', () => {
  const log = readLog(encode(LOG));
  const point = (text: string): Point => {
    const read = parsePoint(log, text);
    if (typeof read === 'string') throw new Error(read);
    return read;
  };

  const manifests: [point: string, revisions: string][] = [
    ['trunk', '1.4 1.2 1.2 1.2'],
    ['HEAD', '1.4 1.2 1.2 1.2'],
    ['trunk@2010', '1.2 1.1 - 1.1'],
    ['trunk@2009', '- - - -'],
    ['old', '1.1.2.2 1.1~ - 1.1~'],
    ['old@2010-05', '1.1.2.1 1.1~ - 1.1~'],
    ['old@2010-02', '1.1 1.1~ - 1.1~'],
    ['new', '1.3.2.2 1.2~ ? ?'],
  ];
  for (const [text, revisions] of manifests) {
    it(text, () => equal(written(log, point(text)), revisions));
  }

  const wrong: [point: string, sentence: string][] = [
    ['older', 'There is no branch, release or tag “older”. There are trunk, old, new.'],
    ['trunk@soon', '“soon” is no date: it is 2006, 2006-05 or 2006-05-31.'],
    ['branch:9', 'There is no branch, release or tag “branch:9”. There are trunk, old, new.'],
  ];
  for (const [text, sentence] of wrong) {
    it(`${text} is none`, () => equal(parsePoint(log, text), sentence));
  }

  it('differ in files, and in changes that one has not', () => {
    const { files, unknown, onlyFrom, onlyTo } = comparePoints(log, point('old'), point('trunk'));
    deepEqual(
      files.map(({ file, from, to }) => [file, numberOf(log, from), numberOf(log, to)]),
      [
        [0, '1.1.2.2', '1.4'],
        [1, '1.1', '1.2'],
        [2, '-', '1.2'],
        [3, '1.1', '1.2'],
      ],
    );
    deepEqual(unknown, []);
    deepEqual(messages(log, onlyFrom), ['Update old branch to old-base2.']);
    deepEqual(messages(log, onlyTo), [
      'Third.',
      'Second of d.',
      'Second of c.',
      'Second.',
      'Second of b.',
      'Add c.',
    ]);
  });

  it('leave out what cannot be told of a side', () => {
    const { files, unknown, onlyFrom, onlyTo } = comparePoints(log, point('old'), point('new'));
    deepEqual(
      [files.map(({ file }) => file), unknown],
      [
        [0, 1],
        [2, 3],
      ],
    );
    deepEqual(messages(log, onlyFrom), ['Update old branch to old-base2.']);
    deepEqual(messages(log, onlyTo), [
      'Mend it on new.',
      'Update new branch to new-base2.',
      'Second.',
      'Second of b.',
      'Add c.',
    ]);
  });

  it('have a change that was pulled up from where it was pulled up to', () => {
    const twice = `History log of /src/pump
 1.2 01-May-2010  ada branches: 1.2.2; Mend it.
 1.1 01-Jan-2010  ada branches: 1.1.2; Add it.
 1.1.2.2 02-Jul-2010  bo Pull up revision 1.2.2.1 (requested by ada in ticket #9).
 1.1.2.1 01-Mar-2010  bo Update old branch to old-base2.
 1.2.2.1 06-Jun-2010  bo Pull up revision 1.2 (requested by ada in ticket #3).
`;
    const read = readLog(encode(twice));
    const [old, trunk] = ['old', 'trunk'].map((text) => parsePoint(read, text) as Point);
    deepEqual(messages(read, comparePoints(read, old!, trunk!).onlyTo), []);
  });

  it('are the same as themselves', () => {
    const { files, onlyFrom, onlyTo } = comparePoints(log, point('new'), point('new'));
    deepEqual([files, onlyFrom, onlyTo], [[], [], []]);
  });
});

/** A number a file: `-` is not there, `~` inferred, `?` cannot be told. */
function written(log: Log, point: Point): string {
  const entries = manifestOf(log, point).map(({ revision, status }) => {
    if (status === 'unknown') return '?';
    const mark = status === 'inferred' && revision !== NO_REVISION ? '~' : '';
    return `${numberOf(log, revision)}${mark}`;
  });
  return entries.join(' ');
}

function numberOf({ histories }: Log, revision: number): string {
  return revision === NO_REVISION ? '-' : histories.numberText(revision);
}

function messages({ histories, recovery }: Log, changes: readonly Change[]): string[] {
  return changes.map(({ changeset }) => histories.message(recovery.changesets.speaker(changeset)));
}
