import * as vscode from 'vscode';
import { readLogInSteps } from '../core/log';
import { LANGUAGE } from '../workbench/language';
import { limitOfDocument } from './limits';
import type { LineEdit } from './lineShift';
import type { Logs, LogSource } from './logs';
import { runSteps } from './steps';

/** Documents in the language of logs, from opening to closing. */
export function openDocuments(logs: Logs): vscode.Disposable {
  const sources = new Map<vscode.TextDocument, LogSource>();
  const open = (document: vscode.TextDocument): void => {
    if (document.languageId !== LANGUAGE || document.uri.scheme === 'git') return;
    const source = documentSource(document);
    sources.set(document, source);
    logs.open(source);
  };
  const subscriptions = [
    vscode.workspace.onDidOpenTextDocument(open),
    vscode.workspace.onDidCloseTextDocument((document) => {
      const source = sources.get(document);
      sources.delete(document);
      if (source && logs.sourceOf(document.uri) === source) logs.close(document.uri);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      // Changes of one event are from the end of the text to its beginning, each in the text before all.
      const edits = contentChanges.map((change) => lineEdit(change, document.version));
      logs.readSoon(
        document.uri,
        edits.sort((a, b) => b.first - a.first),
      );
    }),
  ];
  vscode.workspace.textDocuments.forEach(open);
  return vscode.Disposable.from(...subscriptions);
}

function documentSource(document: vscode.TextDocument): LogSource {
  return {
    uri: document.uri,
    limit: limitOfDocument(document),
    get version() {
      return document.version;
    },
    read: (token) =>
      Promise.resolve(
        vscode.window.withProgress({ location: { viewId: 'annals.files' } }, () =>
          runSteps(readLogInSteps(document.getText()), token),
        ),
      ),
  };
}

function lineEdit(
  { range: { start, end }, text }: vscode.TextDocumentContentChangeEvent,
  version: number,
): LineEdit {
  const lines = text.split(/\r\n|\r|\n/).length;
  // What begins and ends at the beginnings of lines is behind the line above, which it leaves as it is.
  const isOfLines =
    start.character === 0 && end.character === 0 && (text === '' || /[\r\n]$/.test(text));
  const above = isOfLines ? 1 : 0;
  return { version, first: start.line - above, last: end.line - above, lines };
}
