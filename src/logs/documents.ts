import * as vscode from 'vscode';
import { readLogInSteps } from '../core/log';
import { LANGUAGE } from '../workbench/language';
import { limitOfDocument } from './limits';
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
      if (contentChanges.length > 0) logs.readSoon(document.uri);
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
