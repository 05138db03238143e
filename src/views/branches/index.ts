import * as vscode from 'vscode';
import { emptyBranches } from '../../core/answers/emptyBranches';
import { linesOf, type LineId } from '../../core/history/lines';
import type { Log } from '../../core/log';
import type { Branch } from '../../core/recovery/branches/branches';
import type { Series } from '../../core/recovery/series/series';
import { workOn } from '../../core/recovery/branchWork';
import { count } from '../../core/text/count';
import { printable } from '../../core/text/printable';
import { branchTitle, isInferred } from '../../core/words/branches';
import { BRANCH_COLOURS, colourOf } from '../../core/words/colours';
import { branchSentence } from '../../core/words/branchSentence';
import { spanWords } from '../../core/words/dates';
import { fileLabel } from '../../core/words/files';
import { seriesSentence, seriesTitle } from '../../core/words/series';
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

/**
 * Releases first, each with all its branches, then the others with a name, the newest first; those
 * without in a row of their own.
 */
function rootRows(reading: Reading): Row[] {
  const { recovery } = reading.log;
  const single = recovery.branches.all.filter((branch) => !recovery.seriesOf(branch));
  const releases = [
    ...recovery.series.all.map((series) => ({
      row: seriesRow(reading, series),
      first: workOf(reading, series.branches).first,
    })),
    ...branchesOf(reading, single, ({ name, isRelease }) => name !== null && isRelease),
  ];
  const named = branchesOf(reading, single, ({ name, isRelease }) => name !== null && !isRelease);
  const nameless = branchesOf(reading, single, ({ name }) => name === null);
  const all = [...rowsByAge(releases), ...rowsByAge(named)];
  const rest = rowsByAge(nameless);
  const last = rest.length > 0 && all.length > 0 ? [namelessRow(reading, rest)] : rest;
  return [...all, ...last, ...emptyRows(reading)];
}

/** A row, and when its first commit was made. */
interface Aged {
  readonly row: Row;
  readonly first: number;
}

function branchesOf(
  reading: Reading,
  branches: readonly Branch[],
  are: (branch: Branch) => boolean,
): Aged[] {
  return branches.filter(are).map((branch) => ({
    row: branchRow(reading, branch),
    first: workOn(reading.log.recovery, branch).first,
  }));
}

/** The newest first. */
function rowsByAge(rows: readonly Aged[]): Row[] {
  return [...rows].sort((a, b) => b.first - a.first).map(({ row }) => row);
}

/** The branches of a release that has several, as its tickets tell. */
function seriesRow(reading: Reading, series: Series): Row {
  const { log } = reading;
  const [branch] = series.branches;
  const row: Row = {
    reading,
    branch: branch!,
    series,
    revision: tipOf(reading, branch!.members[0]!),
    id: `s${String(branch!.id)}`,
    item: () => {
      const { first, last } = workOf(reading, series.branches);
      const files = series.branches.reduce((sum, { members }) => sum + members.length, 0);
      return treeItem(row, {
        kind: 'series',
        label: seriesTitle(log, series),
        icon: branchIcon(log, branch!),
        description: `${spanWords(first, last)} · ${count(files, 'file')} · ${count(series.branches.length, 'branch', 'branches')} · inferred`,
        role: 'release',
        reveals: false,
      });
    },
    tooltip: () => ourMarkdown().appendMarkdown(escaped(seriesSentence(log, branch!)!)),
    children: () => rowsByAge(branchesOf(reading, series.branches, () => true)),
  };
  return row;
}

/** From when to when branches were worked on. */
function workOf({ log }: Reading, branches: readonly Branch[]): { first: number; last: number } {
  const works = branches.map((branch) => workOn(log.recovery, branch));
  return {
    first: Math.min(...works.map(({ first }) => first)),
    last: Math.max(...works.map(({ last }) => last)),
  };
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

function namelessRow(reading: Reading, rows: readonly Row[]): Row {
  const row: Row = {
    reading,
    revision: rows[0]!.revision,
    id: 'nameless',
    item: () =>
      treeItem(row, {
        kind: 'nameless',
        label: 'Without a name',
        icon: 'question',
        description: count(rows.length, 'branch', 'branches'),
        role: '',
        reveals: false,
      }),
    children: () => [...rows],
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
        icon: branchIcon(log, branch),
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

function branchIcon(log: Log, branch: Branch): vscode.ThemeIcon {
  return new vscode.ThemeIcon(
    branch.isRelease ? 'tag' : 'git-branch',
    new vscode.ThemeColor(BRANCH_COLOURS[colourOf(log, branch)]!),
  );
}
