import * as vscode from 'vscode';
import type { Log } from '../core/log';
import type { RevisionId } from '../core/history/ids';
import { findChangesets } from '../core/query/match';
import { queryFor } from '../core/query/queryFor';
import { placeLabel } from '../core/words/branches';
import { dateWords } from '../core/words/dates';
import { fileLabel } from '../core/words/files';
import type { Logs, Reading } from '../logs/logs';
import type { CurrentSelection } from '../logs/selection';
import { runSteps } from '../logs/steps';
import { sameIn, targetOf, type Target } from '../logs/target';
import type { Excerpts, Wanted } from '../sources/excerpts';
import { askFor } from '../workbench/say';

/** Commands that show a part of a log as a log of its own: a branch, a commit, an author, a query. */
export function registerShowOnly(
  logs: Logs,
  selection: CurrentSelection,
  excerpts: Excerpts,
): vscode.Disposable {
  const about = (
    name: string,
    wantedOf: (target: Target) => Wanted | undefined,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(`annals.${name}`, async (argument: unknown) => {
      const target = await targetOf(argument, logs, selection);
      const wanted = target && wantedOf(target);
      if (wanted) await excerpts.show(target.reading, wanted);
    });
  return vscode.Disposable.from(
    about('showOnlyBranch', branchOf),
    about('showOnlyCommit', commitOf),
    about('showOnlyAuthor', authorOf),
    vscode.commands.registerCommand('annals.showOnlyQuery', async () => {
      const active = vscode.window.activeTextEditor?.document.uri;
      const reading = (active && (await logs.read(active))) ?? selection.reading;
      if (!reading) return;
      const text = await askFor({
        title: 'Show Only What a Query Finds',
        prompt: 'As in the field of the graph: author:ada date:2006.. file:*.c -kind:sync',
        validateInput: (given) => problemOf(reading.log, given),
      });
      if (text?.trim()) await excerpts.show(reading, queryOf(text.trim()));
    }),
  );
}

function branchOf(target: Target): Wanted {
  const { log } = target.reading;
  const label = placeLabel(log, target.revision);
  return {
    title: log.recovery.branches.of(target.revision) ? `branch ${label}` : label,
    ask: (reading) =>
      revisionsWhere(reading, target, ({ recovery }, r, same) => {
        const [branch, wanted] = [recovery.branches.of(r), recovery.branches.of(same)];
        // The branches of a release count as one, as its name does.
        const series = wanted && recovery.seriesOf(wanted);
        return (
          branch === wanted || (series && branch && recovery.seriesOf(branch) === series) === true
        );
      }),
  };
}

function commitOf(target: Target): Wanted {
  const { log } = target.reading;
  const { histories } = log;
  const { revision } = target;
  const first = `${fileLabel(log, histories.fileOf(revision))} ${histories.numberText(revision)}`;
  const when = dateWords(histories.day(revision));
  return {
    title: `commit of ${histories.author(revision)}, ${when}, with ${first}`,
    ask: (reading) => {
      const same = sameIn(reading, target);
      const { changesets } = reading.log.recovery;
      return same === undefined ? undefined : changesets.revisionsOf(changesets.of(same));
    },
  };
}

function authorOf(target: Target): Wanted {
  const { histories } = target.reading.log;
  return {
    title: `author ${histories.author(target.revision)}`,
    ask: (reading) =>
      revisionsWhere(
        reading,
        target,
        (log, r, same) => log.histories.authorId(r) === log.histories.authorId(same),
      ),
  };
}

function revisionsWhere(
  reading: Reading,
  target: Target,
  fits: (log: Log, revision: RevisionId, same: RevisionId) => boolean,
): RevisionId[] | undefined {
  const { log } = reading;
  const same = sameIn(reading, target);
  if (same === undefined) return undefined;
  const all = Array.from({ length: log.histories.count }, (_, r) => r);
  return all.filter((r) => fits(log, r, same));
}

function queryOf(text: string): Wanted {
  return {
    title: text,
    ask: async ({ log }) => {
      const cancel = new vscode.CancellationTokenSource();
      const found = await runSteps(findChangesets(log, queryFor(log, text)), cancel.token);
      cancel.dispose();
      return found && [...found].flatMap((id) => [...log.recovery.changesets.revisionsOf(id)]);
    },
  };
}

/** What is wrong with a query, as it is typed. */
function problemOf(log: Log, text: string): string | undefined {
  return queryFor(log, text).problems[0]?.sentence;
}
