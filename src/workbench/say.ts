import * as vscode from 'vscode';
import { sentence } from './sentence';

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

/** So long something stands in the status bar that needs no answer, in milliseconds. */
const BRIEFLY = 4000;

/** Tells why nothing happened, in the status bar. */
export function brieflyTell(text: string): void {
  vscode.window.setStatusBarMessage(sentence(text), BRIEFLY);
}
