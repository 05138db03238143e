import { kind } from './kind';

export const missingBranchPoint = kind<{ readonly branch: string; readonly point: string }>({
  severity: 'warning',
  rule: 'The revision that a branch leaves from is not in its file.',
  sentence: ({ branch, point }) =>
    `Branch ${branch} leaves from revision ${point}, which is missing.`,
});
