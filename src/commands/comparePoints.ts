import * as vscode from 'vscode';
import { compareAnswer } from '../core/answers/points/compareAnswer';
import { parsePoint, pointOfBranches, pointsOf, type Point } from '../core/answers/points/point';
import type { Log } from '../core/log';
import { printable } from '../core/text/printable';
import { branchTitle } from '../core/words/branches';
import { seriesTitle } from '../core/words/series';
import type { Answers } from '../logs/answers';
import type { Reading } from '../logs/logs';
import { isRow, type LogRow } from '../logs/rows';
import type { CurrentSelection } from '../logs/selection';
import { plain } from '../workbench/quickPick';
import { inform } from '../workbench/say';

/** What two branches, releases or tags differ in: the files, and the commits that only one has. */
export function registerCompare(selection: CurrentSelection, answers: Answers): vscode.Disposable {
  return vscode.commands.registerCommand('annals.compareBranches', async (argument: unknown) => {
    const row = isRow(argument) ? argument : undefined;
    const reading = row?.reading ?? selection.reading;
    if (!reading) return void inform('No log is open.');
    const from = (row && pointOf(row)) ?? (await pick(reading, 'The first of two to compare'));
    const to = from && (await pick(reading, `What to compare ${printable(from.title)} with`, from));
    if (!from || !to) return;
    await answers.ask({
      reading,
      ask: ({ log }) => {
        const [left, right] = [from, to].map((point) => pointIn(log, reading.log, point));
        return left && right && compareAnswer(log, left, right);
      },
    });
  });
}

/** The same point of a later version of a log. */
function pointIn(log: Log, before: Log, point: Point): Point | undefined {
  if (log === before) return point;
  const found = parsePoint(log, point.title);
  return typeof found === 'string' ? undefined : found;
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
