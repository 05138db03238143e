import type { Histories } from '../history/histories';
import { NO_REVISION, type RevisionId } from '../history/ids';
import type { Problem } from '../problems/problem';
import type { Branches } from './branches/branches';
import type { Paths } from './paths/paths';

/** What a log says twice, and differently: nothing of it was chosen. */
export function contradictionProblems(
  histories: Histories,
  paths: Paths,
  branches: Branches,
): Problem[] {
  const problems: Problem[] = [];
  const note = (
    code: 'two-names' | 'two-branch-names',
    evidence: readonly RevisionId[],
    names: readonly string[],
  ): void => {
    const [first] = evidence.filter((r) => r !== NO_REVISION);
    if (first === undefined) return;
    problems.push({ line: histories.linesOf(first)[0], code, data: { names } });
  };
  for (const { names, evidence } of paths.contradictions) note('two-names', evidence, names);
  for (const { names, evidence } of branches.contradictions) {
    note('two-branch-names', evidence, names);
  }
  return problems.sort((a, b) => a.line - b.line);
}
