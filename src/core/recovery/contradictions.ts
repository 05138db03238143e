import { NO_REVISION, type Histories, type RevisionId } from '../history/histories';
import type { Problem } from '../problems/problem';
import { printable } from '../text/printable';
import type { Branches } from './branches/branches';
import type { Paths } from './paths/paths';

/** What a log says twice, and differently: nothing of it was chosen. */
export function contradictionProblems(
  histories: Histories,
  paths: Paths,
  branches: Branches,
): Problem[] {
  const problems: Problem[] = [];
  const note = (code: Problem['code'], evidence: readonly RevisionId[], message: string): void => {
    const [first] = evidence.filter((r) => r !== NO_REVISION);
    if (first !== undefined) problems.push({ line: histories.linesOf(first)[0], code, message });
  };
  for (const { names, evidence } of paths.contradictions) {
    const message =
      names.length > 1
        ? `This file is called ${listed(names)}, so none of these counts as its name.`
        : `Two files are said to be ${listed(names)}, so the directory of neither is known.`;
    note('two-names', evidence, message);
  }
  for (const { names, evidence } of branches.contradictions) {
    const message =
      names.length > 1
        ? `This branch is called ${listed(names)}, so none of these counts as its name.`
        : `Two branches of this file are called ${listed(names)}, so neither gets that name.`;
    note('two-branch-names', evidence, message);
  }
  return problems.sort((a, b) => a.line - b.line);
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 4).map((name) => `“${printable(name) || '.'}”`);
  return names.length > 4 ? `${shown.join(', ')} and more` : shown.join(' and ');
}
