import { kind } from './kind';

export const unlistedBranch = kind<{ readonly branch: string; readonly point: string }>({
  severity: 'warning',
  rule: 'A branch follows that its branch point does not list.',
  sentence: ({ branch, point }) =>
    `Branch ${branch} is not in the list of branches of revision ${point}.`,
});
