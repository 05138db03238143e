import type { Log } from '../log';
import type { Branch } from '../recovery/branches/branches';
import { count } from '../text/count';
import { branchTitle } from './branches';
import { seriesSentence } from './series';
import { lineNumber, linesWords } from './lines';

/** What a branch is called over all files, and from where that is known. */
export function branchSentence(log: Log, branch: Branch): string {
  const title = branchTitle(log, branch);
  const files = `in ${count(branch.members.length, 'file')}`;
  const told = seriesSentence(log, branch);
  const release = told === undefined ? '' : ` ${told}`;
  if (branch.name === null) return `Its name is not known (${title}); ${files}.${release}`;
  const lines = branch.evidence.map((r) => lineNumber(log.histories, r));
  const where = lines.length > 0 ? ` (${linesWords(lines)})` : '';
  return `${title}, ${branch.status}${where}; ${files}.${release}`;
}
