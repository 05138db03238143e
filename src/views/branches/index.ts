import * as vscode from 'vscode';
import { emptyBranches } from '../../core/answers/emptyBranches';
import { linesOf, type LineId } from '../../core/history/lines';
import type { Branch } from '../../core/recovery/branches/branches';
import { workOn } from '../../core/recovery/branchWork';
import { count } from '../../core/text/count';
import { printable } from '../../core/text/printable';
import { branchTitle, isInferred } from '../../core/words/branches';
import { BRANCH_COLOURS, colourOf } from '../../core/words/colours';
import { branchSentence } from '../../core/words/branchSentence';
import { spanWords } from '../../core/words/dates';
import { fileLabel } from '../../core/words/files';
import type { Reading } from '../../logs/logs';
import type { CurrentSelection } from '../../logs/selection';
import { escaped, ourMarkdown } from '../../workbench/markdown';
import { revisionRow } from '../revisionRow';
import { treeItem, type Row } from '../row';
import { showLogTree } from '../tree';

/** A tooltip names the most active authors, and no more. */
const MOST_AUTHORS = 8;

/** The view of branches over all files. */
export function showBranchesView(selection: CurrentSelection): vscode.Disposable {
  return showLogTree(
    {
      view: 'annals.branches',
      roots: rootRows,
      summary: ({ log }) => count(log.recovery.branches.all.length, 'branch', 'branches'),
    },
    selection,
  );
}

/** Releases first, then the others with a name, the newest first; those without in a row of their own. */
function rootRows(reading: Reading): Row[] {
  const all = byAge(reading, reading.log.recovery.branches.all);
  const named = all.filter(({ name }) => name !== null);
  const nameless = all.filter(({ name }) => name === null);
  if (named.length === 0)
    return [...nameless.map((branch) => branchRow(reading, branch)), ...emptyRows(reading)];
  const ordered = [
    ...named.filter(({ isRelease }) => isRelease),
    ...named.filter(({ isRelease }) => !isRelease),
  ];
  const rest = nameless.length > 0 ? [namelessRow(reading, nameless)] : [];
  return [...ordered.map((branch) => branchRow(reading, branch)), ...rest, ...emptyRows(reading)];
}

/** Branches that no commit went to. */
function emptyRows(reading: Reading): Row[] {
  const { log } = reading;
  return emptyBranches(log.histories).map(({ name, points }) => {
    const row: Row = {
      reading,
      revision: points[0]!,
      id: `e${name}`,
      item: () =>
        treeItem(row, {
          kind: 'emptyBranch',
          label: printable(name),
          icon: new vscode.ThemeIcon('git-branch', new vscode.ThemeColor('disabledForeground')),
          description: `no commits · ${count(points.length, 'file')}`,
          role: 'branch',
          reveals: false,
        }),
      children: () =>
        points.map((point) =>
          revisionRow(reading, point, {
            id: `e${name} ${String(point)}`,
            label: fileLabel(log, log.histories.fileOf(point)),
            description: `from ${log.histories.numberText(point)}`,
          }),
        ),
    };
    return row;
  });
}

function namelessRow(reading: Reading, branches: readonly Branch[]): Row {
  const row: Row = {
    reading,
    revision: tipOf(reading, branches[0]!.members[0]!),
    id: 'nameless',
    item: () =>
      treeItem(row, {
        kind: 'nameless',
        label: 'Without a name',
        icon: 'question',
        description: count(branches.length, 'branch', 'branches'),
        role: '',
        reveals: false,
      }),
    children: () => branches.map((branch) => branchRow(reading, branch)),
  };
  return row;
}

function branchRow(reading: Reading, branch: Branch): Row {
  const { log } = reading;
  const row: Row = {
    reading,
    branch,
    revision: tipOf(reading, branch.members[0]!),
    id: `b${String(branch.id)}`,
    item: () => {
      const { first, last, syncs, pullUps } = workOn(log.recovery, branch);
      const description = [
        spanWords(first, last),
        count(branch.members.length, 'file'),
        ...(syncs > 0 ? [count(syncs, 'sync', 'syncs')] : []),
        ...(pullUps > 0 ? [count(pullUps, 'pull-up')] : []),
        ...(isInferred(branch) ? ['inferred'] : []),
      ].join(' · ');
      return treeItem(row, {
        kind: 'branch',
        label: branchTitle(log, branch),
        icon: new vscode.ThemeIcon(
          branch.isRelease ? 'tag' : 'git-branch',
          new vscode.ThemeColor(BRANCH_COLOURS[colourOf(log, branch)]!),
        ),
        description,
        role: branch.isRelease ? 'release branch' : 'branch',
      });
    },
    tooltip: () => {
      const { revisions, authors, syncs, pullUps } = workOn(log.recovery, branch);
      const facts = [
        count(revisions, 'revision'),
        ...(syncs > 0 ? [count(syncs, 'sync', 'syncs')] : []),
        ...(pullUps > 0 ? [`${count(pullUps, 'revision')} pulled up into it`] : []),
      ];
      const by = escaped(authors.slice(0, MOST_AUTHORS).join(', '));
      return ourMarkdown().appendMarkdown(
        `${escaped(branchSentence(log, branch))}\n\n${facts.join(', ')}\n\nBy ${by}`,
      );
    },
    children: () => branch.members.map((member) => memberRow(reading, branch, member)),
  };
  return row;
}

/** A file of a branch. */
function memberRow(reading: Reading, branch: Branch, member: LineId): Row {
  const { log } = reading;
  const lines = linesOf(log.histories);
  const row: Row = {
    reading,
    branch,
    revision: lines.tip(member),
    id: `m${String(member)}`,
    item: () =>
      treeItem(row, {
        kind: 'member',
        label: fileLabel(log, lines.file(member)),
        icon: 'file',
        description: `${log.histories.numbers.text(lines.number(member))} · ${count(lines.size(member), 'revision')}`,
        role: '',
      }),
    children: () =>
      [...lines.newestFirst(member)].map((r) => revisionRow(reading, r, { id: `r${String(r)}` })),
  };
  return row;
}

function tipOf({ log }: Reading, member: LineId): number {
  return linesOf(log.histories).tip(member);
}

function byAge({ log }: Reading, branches: readonly Branch[]): Branch[] {
  const first = (branch: Branch): number => workOn(log.recovery, branch).first;
  return [...branches].sort((a, b) => first(b) - first(a) || a.id - b.id);
}
