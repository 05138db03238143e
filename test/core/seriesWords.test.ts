import { equal } from 'node:assert/strict';
import { readLog, type Log } from '../../src/core/log';
import { branchLabelOf, branchTitle } from '../../src/core/words/branches';
import { branchSentence } from '../../src/core/words/branchSentence';
import { colourOf } from '../../src/core/words/colours';
import { encode } from '../../src/core/text/encode';

/** Two files of one release that no line names, and of another. */
const LOG = `History log of /src/pump
 1.2 01-Mar-2010  ada branches: 1.2.2; Start the pump.
 1.1 01-Mar-2008  ada branches: 1.1.2; Add it.
 1.2.2.2 05-May-2011  bo Pull up revision 1.4 (requested by ada in ticket #20).
 1.2.2.1 05-May-2010  bo Pull up revision 1.3 (requested by ada in ticket #12).
 1.1.2.1 05-May-2010  bo Pull up revision 1.3 (requested by ada in ticket #800).
 1.3 02-Mar-2010  ada branches: 1.3.2; Stop the valve.
 1.2 01-Feb-2008  ada Mend it.
 1.1 01-Jan-2008  ada Add it.
 1.3.2.2 07-May-2011  bo Pull up revision 1.9 (requested by ada in ticket #21).
 1.3.2.1 07-May-2010  bo Pull up revision 1.8 (requested by ada in ticket #13).
`;

const NAMED = LOG.replace(
  ' 1.2.2.2',
  ' 1.2.2.3 06-May-2011  bo Update rel-4 branch to rel-4-base2\n 1.2.2.2',
);

describe('words of releases that tickets tell', () => {
  const read = (text: string): Log => readLog(encode(text));
  const titles = (log: Log): string =>
    log.recovery.branches.all.map((branch) => branchTitle(log, branch)).join('\n');

  it('name a release by its birth', () => {
    equal(
      titles(read(LOG)),
      [
        'release of 2010-03: 1.2.2 of File 1, bo 2010–2011',
        '1.1.2 of File 1, bo 2010',
        'release of 2010-03: 1.3.2 of File 2, bo 2010–2011',
      ].join('\n'),
    );
  });

  it('tell how it is known', () => {
    const log = read(LOG);
    const [branch] = log.recovery.branches.all;
    equal(
      branchSentence(log, branch!),
      'Its name is not known (release of 2010-03: 1.2.2 of File 1, bo 2010–2011); in 1 file. ' +
        'One of 2 branches of the release of 2010-03, as tickets #12 to #21 and the time of its branch points tell (inferred).',
    );
    equal(branchLabelOf(log, branch!), 'release of 2010-03');
  });

  it('give all branches of a release one colour', () => {
    const log = read(LOG);
    const [one, , other] = log.recovery.branches.all.map((branch) => colourOf(log, branch));
    equal(one, other);
  });

  it('name a release by any of its branches', () => {
    const log = read(NAMED);
    const { all } = log.recovery.branches;
    equal(branchTitle(log, all[0]!), 'rel-4');
    equal(branchTitle(log, all[2]!), 'rel-4: 1.3.2 of File 2, bo 2010–2011');
    equal(branchLabelOf(log, all[2]!), 'rel-4');
  });
});
