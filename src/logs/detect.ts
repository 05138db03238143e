import * as vscode from 'vscode';
import { ENOUGH } from '../core/formats/format';
import { recogniseFormat } from '../core/formats/index';
import { encode } from '../core/text/encode';
import { nextTurn } from '../platform/node';
import { LANGUAGE } from '../workbench/language';
import { detectsInPlainText } from '../workbench/settings';

/** Languages that say nothing about a text. */
const PLAIN = new Set(['plaintext', 'log']);

/** An edit that inserts less is typing, not a paste. */
const PASTE = 40;

/**
 * Turns a plain document into a revision log when its text is one. Setting a language closes the
 * document and opens it again, and so does a user who sets it back: that user is obeyed until
 * the document closes for good.
 */
export function detectLogs(): vscode.Disposable {
  const declined = new Set<string>();
  const inspect = (document: vscode.TextDocument): void => {
    if (declined.has(document.uri.toString()) || !isPlainLog(document)) return;
    void vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
  };
  let justClosed: string | undefined;
  const subscriptions = [
    vscode.workspace.onDidCloseTextDocument((document) => {
      const uri = document.uri.toString();
      if (document.languageId === LANGUAGE) justClosed = uri;
      void nextTurn().then(() => {
        justClosed = undefined;
        if (!isOpen(document.uri)) declined.delete(uri);
      });
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      const uri = document.uri.toString();
      if (justClosed === uri && document.languageId !== LANGUAGE) declined.add(uri);
      if (document.languageId === LANGUAGE) declined.delete(uri);
      inspect(document);
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('annals.detectInPlainText')) inspectAll();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!document.isUntitled) return;
      if (contentChanges.some(({ text }) => text.length >= PASTE)) inspect(document);
    }),
  ];
  const inspectAll = (): void => vscode.workspace.textDocuments.forEach(inspect);
  inspectAll();
  return vscode.Disposable.from(...subscriptions);
}

/** Is this a document of no language in particular, and its text a log? */
export function isPlainLog(document: vscode.TextDocument): boolean {
  return PLAIN.has(document.languageId) && isWanted(document) && isLog(document);
}

function isWanted(document: vscode.TextDocument): boolean {
  const schemes = ['output', 'git', 'vscode', 'search-editor', 'comment'];
  if (schemes.includes(document.uri.scheme)) return false;
  return detectsInPlainText(document.uri);
}

function isLog(document: vscode.TextDocument): boolean {
  const end = document.validatePosition(new vscode.Position(200, 0));
  const head = document.getText(new vscode.Range(0, 0, end.line, end.character));
  return recogniseFormat(encode(head.slice(0, ENOUGH)))?.isText === true;
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(
    (document) => document.uri.toString() === uri.toString(),
  );
}
