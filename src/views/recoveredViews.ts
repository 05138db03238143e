import * as vscode from 'vscode';
import { count } from '../core/text/count';
import type { CurrentSelection } from '../logs/selection';
import { branchItemOf, branchTooltipOf } from './branches/items';
import { childrenOfBranch, rootBranches, type BranchNode } from './branches/nodes';
import { changesetItemOf, changesetTooltipOf } from './changesets/items';
import { childrenOfChangeset, rootChangesets, type ChangesetNode } from './changesets/nodes';
import { showLogTree } from './logTree';

/** The views of branches and of changesets. */
export function showRecoveredViews(selection: CurrentSelection): vscode.Disposable {
  return vscode.Disposable.from(
    showLogTree<BranchNode>(
      {
        view: 'annals.branches',
        roots: rootBranches,
        children: childrenOfBranch,
        item: branchItemOf,
        tooltip: branchTooltipOf,
        summary: ({ log }) => count(log.recovery.branches.all.length, 'branch', 'branches'),
      },
      selection,
    ),
    showLogTree<ChangesetNode>(
      {
        view: 'annals.changesets',
        roots: rootChangesets,
        children: childrenOfChangeset,
        item: changesetItemOf,
        tooltip: changesetTooltipOf,
        summary: ({ log }) => count(log.recovery.changesets.count, 'commit'),
      },
      selection,
    ),
  );
}
