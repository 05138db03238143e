import * as vscode from 'vscode';
import {
  fileCompletions,
  revisionCompletions,
  ticketCompletions,
  type Completion,
} from '../core/answers/completions';
import { namesOf } from '../core/answers/subjects/names';
import type { FileId } from '../core/history/ids';
import type { Log } from '../core/log';
import { withoutEnd } from '../core/text/cut';
import { fileLabel } from '../core/words/files';
import type { Logs } from '../logs/logs';
import { LANGUAGE } from '../workbench/language';
import { escaped, ourMarkdown } from '../workbench/markdown';
import { completesElsewhere } from '../workbench/settings';

const KINDS = {
  file: vscode.CompletionItemKind.File,
  revision: vscode.CompletionItemKind.Value,
  ticket: vscode.CompletionItemKind.Reference,
} as const satisfies Record<Completion['kind'], vscode.CompletionItemKind>;

/** Where people write of revisions outside logs: messages of commits, Markdown and plain text. */
const ELSEWHERE = ['git-commit', 'scminput', 'markdown', 'plaintext'];

const TICKET = /(?:^|[\s(])(#\d*)$/;
/** They may stand between a path and a number. */
const WORDS = /^rev(?:ision)?s?[.:]?$/i;
const PATH = /(?:^|[\s("'`])([\w$+-][\w$+./-]*)$/;

/** Paths, numbers behind a path, and tickets behind `#`, of all open logs. */
export function provideCompletion(logs: Logs): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    provideCompletionItems(document, { line, character }) {
      const isLog = document.languageId === LANGUAGE;
      if (!isLog && !completesElsewhere(document.uri)) return undefined;
      const before = document.lineAt(line).text.slice(Math.max(0, character - 200), character);
      const own = isLog ? logs.latest(document.uri) : undefined;
      const readings = own ? [own] : logs.readings();
      return readings.flatMap(({ log }) => {
        const [written, found] = offered(log, before) ?? ['', []];
        const range = new vscode.Range(line, character - written.length, line, character);
        return found.map((completion, i) => itemOf(completion, range, i));
      });
    },
  };
  return vscode.languages.registerCompletionItemProvider(
    [{ language: LANGUAGE }, ...ELSEWHERE.map((language) => ({ language }))],
    provider,
    '#',
    '/',
    ' ',
  );
}

/** What is written so far, and what it may become. */
function offered(log: Log, before: string): [string, Completion[]] | undefined {
  const ticket = TICKET.exec(before);
  if (ticket) return [ticket[1]!, ticketCompletions(log)];
  const words = before.split(/\s+/);
  const [number = ''] = words.slice(-1);
  const [above = ''] = words
    .slice(0, -1)
    .filter((word) => !WORDS.test(word))
    .slice(-1);
  const file = /^[\d.]*$/.test(number) ? fileCalled(log, withoutEnd(above, ':,')) : undefined;
  if (file !== undefined) return [number, revisionCompletions(log, file)];
  const path = PATH.exec(before);
  return path ? [path[1]!, fileCompletions(log)] : undefined;
}

function fileCalled(log: Log, path: string): FileId | undefined {
  const { fileCount } = log.histories;
  for (let file = 0; file < fileCount; file++) if (fileLabel(log, file) === path) return file;
  return namesOf(log).files.get(path.slice(path.lastIndexOf('/') + 1));
}

function itemOf(
  { kind, text, detail }: Completion,
  range: vscode.Range,
  place: number,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(text, KINDS[kind]);
  item.range = range;
  item.sortText = String(place).padStart(6, '0');
  item.documentation = ourMarkdown().appendMarkdown(escaped(detail));
  return item;
}
