import * as vscode from 'vscode';

/** What VS Code does not do for a large file: it colours nothing, or hands extensions no text. */
export type EditorLimit = 'no-colours' | 'no-text';

/** VS Code hands extensions the text of a file of so many characters, and no more. */
export const MOST_TEXT = 50 * 1024 * 1024;
/** And it colours one of so many characters and lines. */
const MOST_COLOURED = 20 * 1024 * 1024;
const MOST_COLOURED_LINES = 300_000;

const SENTENCES: Readonly<Record<EditorLimit, string>> = {
  'no-colours': 'The editor colours no log of this size. Tree, hover and graph have all of it.',
  'no-text':
    'The editor keeps a text of this size to itself: no colours, hovers or folding. Tree and graph have all of it, as saved.',
};

export function limitSentence(limit: EditorLimit | undefined): string {
  return limit ? SENTENCES[limit] : '';
}

export function limitOfDocument(document: vscode.TextDocument): EditorLimit | undefined {
  const editor = vscode.workspace.getConfiguration('editor', document);
  if (editor.get<boolean>('largeFileOptimizations') === false) return undefined;
  const last = document.lineAt(document.lineCount - 1).range.end;
  const isLarge =
    document.lineCount > MOST_COLOURED_LINES || document.offsetAt(last) > MOST_COLOURED;
  return isLarge ? 'no-colours' : undefined;
}
