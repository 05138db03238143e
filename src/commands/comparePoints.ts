import * as vscode from 'vscode';
import { comparePoints, type Change, type Comparison } from '../core/answers/points/compare';
import { pointOfBranches, pointsOf, type Point } from '../core/answers/points/point';
import { NO_REVISION, type FileId, type RevisionId } from '../core/history/ids';
import type { Log } from '../core/log';
import { count } from '../core/text/count';
import { printable, summary } from '../core/text/printable';
import { branchTitle } from '../core/words/branches';
import { dateWords } from '../core/words/dates';
import { fileLabel } from '../core/words/files';
import { seriesTitle } from '../core/words/series';
import type { Reading } from '../logs/logs';
import { isRow, type LogRow } from '../logs/rows';
import type { CurrentSelection } from '../logs/selection';
import { revealTarget } from '../logs/target';
import { plain } from '../workbench/quickPick';

interface Item extends vscode.QuickPickItem {
  readonly revision?: RevisionId;
}

/** What two branches, releases or tags differ in: the files, and the commits that only one has. */
export function registerCompare(selection: CurrentSelection): vscode.Disposable {
  return vscode.commands.registerCommand('annals.compareBranches', async (argument: unknown) => {
    const row = isRow(argument) ? argument : undefined;
    const reading = row?.reading ?? selection.reading;
    if (!reading) return void vscode.window.showInformationMessage('No log is open.');
    const from = (row && pointOf(row)) ?? (await pick(reading, 'The first of two to compare'));
    const to = from && (await pick(reading, `What to compare ${printable(from.title)} with`, from));
    if (from && to) await show(selection, reading, from, to);
  });
}

function pointOf({ reading: { log }, series, branch }: LogRow): Point | undefined {
  if (series) return pointOfBranches(seriesTitle(log, series), series.branches);
  return branch && pointOfBranches(branchTitle(log, branch), [branch]);
}

const ICONS: Readonly<Record<Point['kind'], string>> = {
  trunk: 'git-commit',
  branch: 'git-branch',
  'empty branch': 'git-branch',
  tag: 'tag',
};

async function pick({ log }: Reading, title: string, but?: Point): Promise<Point | undefined> {
  const items = pointsOf(log)
    .filter((point) => point.title !== but?.title)
    .map((point) => ({
      label: `$(${ICONS[point.kind]}) ${plain(printable(point.title))}`,
      description: point.kind === 'trunk' ? '' : point.kind,
      point,
    }));
  return (await vscode.window.showQuickPick(items, { placeHolder: title }))?.point;
}

async function show(
  selection: CurrentSelection,
  reading: Reading,
  from: Point,
  to: Point,
): Promise<void> {
  const [left, right] = [printable(from.title), printable(to.title)];
  const picked = await vscode.window.showQuickPick(
    itemsOf(reading.log, comparePoints(reading.log, from, to), left, right),
    {
      title: `${left} ↔ ${right}`,
      placeHolder: 'Select one to see it in the log',
      matchOnDescription: true,
    },
  );
  if (picked?.revision === undefined) return;
  await revealTarget(selection, { reading, revision: picked.revision }, false, 'editor');
}

function itemsOf(log: Log, comparison: Comparison, left: string, right: string): Item[] {
  const { files, unknown, onlyFrom, onlyTo } = comparison;
  const all = [
    ...section(
      `${right} has and ${left} lacks: ${count(onlyTo.length, 'commit')}`,
      onlyTo.map((change) => changeItem(log, change)),
    ),
    ...section(
      `${left} has and ${right} lacks: ${count(onlyFrom.length, 'commit')}`,
      onlyFrom.map((change) => changeItem(log, change)),
    ),
    ...section(
      `Differ: ${count(files.length, 'file')}`,
      files.map(({ file, from, to }) => fileItem(log, file, from, to)),
    ),
    ...section(
      'Cannot tell which revision',
      unknown.map((file) => ({ label: `$(question) ${plain(fileLabel(log, file))}` })),
    ),
  ];
  return all.length > 0 ? all : [{ label: 'Both have the same revisions of all files.' }];
}

function section(label: string, items: readonly Item[]): Item[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function changeItem({ histories, recovery }: Log, { changeset, revisions }: Change): Item {
  const speaker = recovery.changesets.speaker(changeset);
  const when = dateWords(recovery.changesets.day(changeset));
  const who = printable(histories.author(speaker));
  return {
    label: `$(git-commit) ${plain(summary(histories.message(speaker)) || 'No message')}`,
    description: plain(`${who}, ${when}, ${count(revisions.length, 'file')}`),
    revision: revisions[0]!,
  };
}

function fileItem(log: Log, file: FileId, from: RevisionId, to: RevisionId): Item {
  const numberOf = (r: RevisionId): string =>
    r === NO_REVISION ? 'none' : log.histories.numberText(r);
  return {
    label: `$(file) ${plain(fileLabel(log, file))}`,
    description: `${numberOf(from)} → ${numberOf(to)}`,
    revision: to === NO_REVISION ? from : to,
  };
}
