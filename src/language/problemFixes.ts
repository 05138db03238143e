import * as vscode from 'vscode';
import { relatedPlaces } from '../core/answers/relatedPlaces';
import { sentenceOf, type Problem, type ProblemCode } from '../core/problems/problem';
import type { RevisionId } from '../core/history/ids';
import { addressOf } from '../logs/addresses';
import type { Logs, Reading } from '../logs/logs';
import type { ReviewedProblems } from '../logs/reviewed';
import { SELECTOR } from '../workbench/language';
import { helpOf } from './problemHelp';

/** What a user can tell where a name is missing or told twice. */
const NAMING: Readonly<Partial<Record<ProblemCode, 'annals.nameFile' | 'annals.nameBranch'>>> = {
  'two-names': 'annals.nameFile',
  'mixed-files': 'annals.nameFile',
  'damaged-head': 'annals.nameFile',
  'two-branch-names': 'annals.nameBranch',
};
const MARK = 'annals.markReviewed';

/** Quick fixes: name the file or the branch, go to what is meant, have it explained, or not be told again. */
export function provideProblemFixes(logs: Logs, reviewed: ReviewedProblems): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      SELECTOR,
      {
        provideCodeActions(document, _range, { diagnostics }) {
          const reading = logs.latest(document.uri);
          if (!reading) return undefined;
          return diagnostics.flatMap((diagnostic) => {
            const problem = problemOf(reading, diagnostic);
            return problem ? fixesOf(reading, problem, diagnostic) : [];
          });
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    vscode.commands.registerCommand(MARK, async (uri: unknown, line: unknown, words: unknown) => {
      const reading = uri instanceof vscode.Uri ? logs.latest(uri) : undefined;
      const problem = reading?.log.problems.find(
        (each) => each.line === line && sentenceOf(each) === words,
      );
      if (reading && problem) await reviewed.mark(reading, problem);
    }),
    vscode.commands.registerCommand('annals.showReviewed', async () => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      if (uri && logs.latest(uri)) await reviewed.forget(uri);
    }),
  );
}

function problemOf({ log }: Reading, diagnostic: vscode.Diagnostic): Problem | undefined {
  const { message, range, source } = diagnostic;
  if (source !== 'annals') return undefined;
  return log.problems.find(
    (each) => each.line === range.start.line && sentenceOf(each) === message,
  );
}

function fixesOf(
  reading: Reading,
  problem: Problem,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction[] {
  const { log, uri } = reading;
  const actions: vscode.CodeAction[] = [];
  const add = (title: string, command: string, ...args: readonly unknown[]): void => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = [diagnostic];
    action.command = { title, command, arguments: [...args] };
    actions.push(action);
  };
  const here = log.histories.revisionAt(problem.line);
  const naming = NAMING[problem.code];
  if (naming && here !== undefined)
    add(
      naming === 'annals.nameFile' ? 'Name This File...' : 'Name This Branch...',
      naming,
      addressOf(reading, here),
    );
  const [place] = relatedPlaces(log, problem);
  if (place)
    add(
      `Go to ${numberOf(reading, place.revision)}`,
      'annals.reveal',
      addressOf(reading, place.revision),
    );
  add('Explain This Problem', 'vscode.open', helpOf(problem.code));
  add('Mark as Reviewed', MARK, uri, problem.line, sentenceOf(problem));
  return actions;
}

function numberOf({ log }: Reading, revision: RevisionId): string {
  return log.histories.numberText(revision);
}
