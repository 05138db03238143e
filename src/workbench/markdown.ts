import * as vscode from 'vscode';
import { printable } from '../core/text/printable';
import { commandUri, percent, TRUSTED } from './commands';

/** Markdown of ours in which text from a log is data and no command but ours runs. */
export function ourMarkdown(): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('', true);
  markdown.isTrusted = { enabledCommands: [...TRUSTED] };
  markdown.supportHtml = false;
  return markdown;
}

/** Text from a log, with nothing in it that Markdown, an icon or a terminal would take for its own. */
export function escaped(text: string): string {
  return printable(text.replaceAll('\t', ' '))
    .replace(/[\\`*_{}[\]()#+\-.!~<>|&$:@/=^'"]/g, (character) =>
      /[<>&$]/.test(character) ? `&#${String(character.charCodeAt(0))};` : `\\${character}`,
    )
    .replace(/ {2,}/g, ' ');
}

/** Lines of a message, each on a line of its own. */
export function escapedLines(message: string, most: number): string {
  const lines = message.split('\n').slice(0, most + 1);
  const shown = lines.slice(0, most).map((line) => escaped(line.slice(0, 300)));
  return shown.join('  \n') + (lines.length > most ? '  \n…' : '');
}

export function link(label: string, command: string, argument: unknown, title: string): string {
  return `[${escaped(label)}](${commandUri(command, argument)} "${escaped(title)}")`;
}

/** A link to the web, shown with its address: it leaves VS Code, which asks before it opens one. */
export function webLink(label: string, address: string): string {
  const safe = address.replace(/[()\s<>"\\]/g, (character) => percent(character));
  return `[$(link-external) ${escaped(label)}](${safe} "${escaped(address)}")`;
}
