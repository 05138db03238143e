import { count } from '../text/count';
import { kind } from './kind';

/** What of each file a page shows, and how many listed branches it leaves out. */
export type Part =
  | { readonly part: 'trunk' | 'default branch'; readonly branches: number }
  | { readonly part: 'one branch' | 'sorted' | 'dates' | 'selection' }
  | { readonly part: 'results'; readonly from: number; readonly to: number; readonly of: number };

export const partOfHistory = kind<Part>({
  severity: 'information',
  rule: 'The page was asked for a part of the history, so what it leaves out is no problem.',
  sentence: (data) => {
    switch (data.part) {
      case 'trunk':
        return `This page shows only the trunk of each file (\`cvs log -b\`)${leftOut(data.branches)}. \`cvs log\` without \`-b\` tells the rest.`;
      case 'default branch':
        return `This page shows only the default branch of each file (\`cvs log -b\`), which is the vendor branch of files that were only imported${leftOut(data.branches)}. \`cvs log\` without \`-b\` tells the rest.`;
      case 'one branch':
        return 'This page shows only one branch of each file (`cvs log -rBRANCH`). `cvs log` without `-r` tells the rest.';
      case 'dates':
        return 'Most files of this page end above their first revision, as where only a part was asked for (`cvs log -d`), so where a file ends is partly a guess.';
      case 'selection':
        return 'This log was asked for a part of the revisions (`-b`, `-r`, `-d`, `-s` or `-w`), so what is missing is no problem. Without these options it tells the rest.';
      case 'sorted':
        return 'This page sorts the revisions by the text of their numbers (`cvs log -r1.1:BRANCH`): they are put back in order, and other branches are not on it. `cvs log` without `-r` tells the rest.';
      case 'results':
        return `This page shows results ${String(data.from)} to ${String(data.to)} of ${String(data.of)}. Pages pasted one below the other are read as one log.`;
    }
  },
});

function leftOut(branches: number): string {
  if (branches === 0) return '';
  const are = branches === 1 ? 'is' : 'are';
  return `; ${count(branches, 'branch', 'branches')} that it lists ${are} left out`;
}
