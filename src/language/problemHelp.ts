import * as vscode from 'vscode';
import { PROBLEM_KINDS, type ProblemCode } from '../core/problems/problem';

const HELP_SCHEME = 'annals-help';
const PATH = '/Problems of Revision Logs.md';

/** Where a kind of problem is explained. */
export function helpOf(code: ProblemCode): vscode.Uri {
  const line = LINES.findIndex((text) => text === headOf(code)) + 1;
  return vscode.Uri.from({ scheme: HELP_SCHEME, path: PATH, fragment: `L${String(line)}` });
}

/** All kinds of problems, as a document that links in the Problems view lead to. */
export function serveProblemHelp(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(HELP_SCHEME, {
    provideTextDocumentContent: () => LINES.join('\n'),
  });
}

function headOf(code: string): string {
  return `## ${code}`;
}

const LINES: readonly string[] = [
  '# Problems of Revision Logs',
  '',
  'What Annals tells of a log where it is not as it should be. `annals.problems` sets how loud each kind is, or turns it off.',
  ...Object.entries(PROBLEM_KINDS).flatMap(([code, { rule, severity }]) => [
    '',
    headOf(code),
    '',
    rule,
    '',
    `Told as ${severity === 'warning' ? 'a warning' : 'information'}.`,
  ]),
  '',
];
