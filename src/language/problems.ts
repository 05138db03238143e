import * as vscode from 'vscode';
import { relatedPlaces } from '../core/answers/relatedPlaces';
import { sentenceOf, severityOf, type Problem } from '../core/problems/problem';
import { count } from '../core/text/count';
import type { Logs, Reading } from '../logs/logs';
import type { ReviewedProblems } from '../logs/reviewed';
import { EXCERPT_SCHEME } from '../workbench/language';
import { problemSeverities, type ProblemSeverity } from '../workbench/settings';
import { locationOf } from './places';
import { helpOf } from './problemHelp';

/** More problems than anyone reads are told as a number. */
const MOST = 1000;

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
} as const satisfies Record<Exclude<ProblemSeverity, 'off'>, vscode.DiagnosticSeverity>;

/** The problems of each open log in the Problems view, but those that were reviewed or are turned off. */
export function showProblems(logs: Logs, reviewed: ReviewedProblems): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('annals');
  const show = (reading: Reading): void => {
    const { uri, log } = reading;
    const severities = problemSeverities(uri);
    const severityIn = (problem: Problem): ProblemSeverity =>
      // An excerpt says itself that it is a part.
      uri.scheme === EXCERPT_SCHEME && problem.code === 'part-of-history'
        ? 'off'
        : (severities[problem.code] ?? severityOf(problem));
    const problems = reviewed.open(reading).filter((problem) => severityIn(problem) !== 'off');
    const diagnostics = problems.slice(0, MOST).map((problem) => {
      const diagnostic = toDiagnostic(problem, severityIn(problem));
      diagnostic.relatedInformation = relatedPlaces(log, problem).map(
        ({ revision, words }) =>
          new vscode.DiagnosticRelatedInformation(locationOf(reading, revision), words),
      );
      return diagnostic;
    });
    const rest = problems.length - diagnostics.length;
    const next = problems[MOST];
    if (next) {
      const message = `${count(rest, 'more problem')} follow; \`annals check\` prints them all.`;
      diagnostics.push(toDiagnostic(next, severityIn(next), message));
    }
    collection.set(uri, diagnostics);
  };
  return vscode.Disposable.from(
    collection,
    logs.onDidRead(show),
    logs.onDidClose((uri) => collection.delete(uri)),
    reviewed.onDidChange((uri) => {
      const reading = logs.latest(uri);
      if (reading) show(reading);
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('annals.problems')) logs.readings().forEach(show);
    }),
  );
}

function toDiagnostic(
  problem: Problem,
  severity: ProblemSeverity,
  message = sentenceOf(problem),
): vscode.Diagnostic {
  const { line, code } = problem;
  const range = new vscode.Range(line, 0, line, Number.MAX_SAFE_INTEGER);
  const level = SEVERITIES[severity === 'off' ? 'hint' : severity];
  const diagnostic = new vscode.Diagnostic(range, message, level);
  diagnostic.source = 'annals';
  diagnostic.code = { value: code, target: helpOf(code) };
  return diagnostic;
}
