import * as vscode from 'vscode';
import { sentenceOf, severityOf, type Problem } from '../core/problems/problem';
import { count } from '../core/text/count';
import type { Logs, Reading } from '../logs/logs';

/** More problems than anyone reads are told as a number. */
const MOST = 1000;

/** The problems of each open log in the Problems view. */
export function showProblems(logs: Logs): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('annals');
  const show = ({ uri, log }: Reading): void => {
    const problems = log.problems;
    const diagnostics = problems.slice(0, MOST).map((problem) => toDiagnostic(problem));
    const rest = problems.length - diagnostics.length;
    const next = problems[MOST];
    if (next) {
      const message = `${count(rest, 'more problem')} follow; \`annals check\` prints them all.`;
      diagnostics.push(toDiagnostic(next, message));
    }
    collection.set(uri, diagnostics);
  };
  return vscode.Disposable.from(
    collection,
    logs.onDidRead(show),
    logs.onDidClose((uri) => collection.delete(uri)),
  );
}

function toDiagnostic(problem: Problem, message = sentenceOf(problem)): vscode.Diagnostic {
  const { line, code } = problem;
  const severity =
    severityOf(problem) === 'information'
      ? vscode.DiagnosticSeverity.Information
      : vscode.DiagnosticSeverity.Warning;
  const range = new vscode.Range(line, 0, line, Number.MAX_SAFE_INTEGER);
  const diagnostic = new vscode.Diagnostic(range, message, severity);
  diagnostic.source = 'annals';
  diagnostic.code = code;
  return diagnostic;
}
