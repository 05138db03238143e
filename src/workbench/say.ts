import * as vscode from 'vscode';
import { printable } from '../core/text/printable';

/**
 * A sentence for a notification, a progress title or a prompt. VS Code makes a link of `[a](command:b)`
 * in these, which runs any command; a blank between the brackets leaves it text.
 */
export function sentence(text: string): string {
  return printable(text).replaceAll('](', '] (');
}

/** Tells something in a notification; resolves to the button that was pressed. */
export function inform(text: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(sentence(text), ...buttons);
}

export function warn(text: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showWarningMessage(sentence(text), ...buttons);
}

/** Tells what failed, and why. */
export function complain(text: string): void {
  void vscode.window.showErrorMessage(sentence(text));
}

/** Asks for a line of text. */
export function askFor(options: vscode.InputBoxOptions): Thenable<string | undefined> {
  const { prompt } = options;
  return vscode.window.showInputBox(
    prompt === undefined ? options : { ...options, prompt: sentence(prompt) },
  );
}
