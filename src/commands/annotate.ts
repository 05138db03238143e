import * as vscode from 'vscode';
import { NO_DATE } from '../core/history/dates';
import { NO_REVISION, type FileId, type RevisionId } from '../core/history/ids';
import { printable, shorten, summary } from '../core/text/printable';
import { dateWords } from '../core/words/dates';
import { addressOf } from '../logs/addresses';
import type { Logs, Reading } from '../logs/logs';
import type { CurrentSelection } from '../logs/selection';
import { targetOf, type Target } from '../logs/target';
import { originsOf, textAddress } from '../sources/revisionTexts';
import { escaped, escapedLines, link, ourMarkdown } from '../workbench/markdown';
import { NO_TEXTS } from './texts';
import { reasonOf } from '../core/text/reason';
import { complain, inform } from '../workbench/say';

/** The columns of an annotation, in characters; what is longer ends in an ellipsis. */
const NUMBER = 12;
const AUTHOR = 10;
const DATE = 10;
const NBSP = '\u00a0';

/** Ages of lines have so many colours, `annals.age1` the newest. */
const AGES = 5;

/** A hover shows so many lines of a message. */
const MESSAGE_LINES = 8;

/** Texts that are annotated: the file whose history they are of, and of each line its revision. */
interface Annotated {
  readonly reading: Reading;
  readonly file: FileId;
  readonly origins: readonly string[];
}

/**
 * Who wrote each line of a revision's text, when, and in which revision: in front of the lines. Asked
 * for again in the same editor, it goes.
 */
export function registerAnnotate(logs: Logs, selection: CurrentSelection): vscode.Disposable {
  const annotated = new Map<string, Annotated>();
  const ages = Array.from({ length: AGES }, (_, age) => decorationOf(age));
  const draw = (editor: vscode.TextEditor): void => {
    const text = annotated.get(editor.document.uri.toString());
    if (!text) return;
    const lines = annotationsOf(text, editor.document.lineCount);
    for (const [age, type] of ages.entries())
      editor.setDecorations(
        type,
        lines.filter((line) => line.age === age).map(({ options }) => options),
      );
  };
  const show = async ({ reading, revision }: Target): Promise<void> => {
    const { histories } = reading.log;
    const uri = textAddress(reading, revision);
    if (!uri) return void inform(NO_TEXTS);
    const shown = vscode.window.activeTextEditor;
    if (shown?.document.uri.toString() === uri.toString() && annotated.delete(uri.toString())) {
      for (const type of ages) shown.setDecorations(type, []);
      return;
    }
    try {
      const origins = await originsOf(uri);
      annotated.set(uri.toString(), { reading, file: histories.fileOf(revision), origins });
      const document = await vscode.workspace.openTextDocument(uri);
      draw(await vscode.window.showTextDocument(document, { preview: true }));
    } catch (error) {
      complain(reasonOf(error));
    }
  };
  return vscode.Disposable.from(
    ...ages,
    vscode.commands.registerCommand('annals.annotate', async (argument: unknown) => {
      const target = await targetOf(argument, logs, selection);
      if (target) await show(target);
    }),
    vscode.commands.registerCommand('annals.annotateBefore', async (argument: unknown) => {
      const target = await targetOf(argument, logs, selection);
      if (!target) return;
      const revision = target.reading.log.histories.predecessor(target.revision);
      if (revision !== NO_REVISION) await show({ ...target, revision });
      else void inform('This is the first revision of the file.');
    }),
    vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach(draw)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => annotated.delete(uri.toString())),
  );
}

function decorationOf(age: number): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    before: {
      color: new vscode.ThemeColor(`annals.age${String(age + 1)}`),
      margin: '0 1.5em 0 0',
    },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedOpen,
  });
}

interface Annotation {
  readonly age: number;
  readonly options: vscode.DecorationOptions;
}

/** A line is told once for all lines of its revision that follow each other; the others are blank. */
function annotationsOf({ reading, file, origins }: Annotated, lineCount: number): Annotation[] {
  const { log } = reading;
  const revisions = origins.slice(0, lineCount).map((number) => log.find(file, number));
  const ageOf = agesOf(reading, revisions);
  return revisions.map((revision, line) => {
    const isRepeated = line > 0 && revisions[line - 1] === revision;
    const contentText = isRepeated ? padded('', WIDTH) : labelOf(reading, revision, origins[line]!);
    const hoverMessage = revision === undefined ? undefined : hoverOf(reading, revision);
    return {
      age: ageOf(revision),
      options: {
        range: new vscode.Range(line, 0, line, 0),
        renderOptions: { before: { contentText } },
        ...(hoverMessage ? { hoverMessage } : {}),
      },
    };
  });
}

const WIDTH = NUMBER + AUTHOR + DATE + 2;

function labelOf({ log }: Reading, revision: RevisionId | undefined, number: string): string {
  const { histories } = log;
  if (revision === undefined) return padded(number, WIDTH);
  const author = printable(histories.author(revision));
  const date = dateWords(histories.day(revision));
  return [padded(number, NUMBER), padded(author, AUTHOR), padded(date, DATE)].join(NBSP);
}

/** A text of one width: blanks of the editor's font keep the lines of the file in place. */
function padded(text: string, width: number): string {
  return shorten(text, width).padEnd(width, ' ').replaceAll(' ', NBSP);
}

/** The age of a revision among those of the text: 0 for the newest fifth of its time, and so on. */
function agesOf(
  { log }: Reading,
  revisions: readonly (RevisionId | undefined)[],
): (revision: RevisionId | undefined) => number {
  const days = revisions
    .map((r) => (r === undefined ? NO_DATE : log.histories.day(r)))
    .filter((day) => day !== NO_DATE);
  const newest = days.reduce((a, b) => Math.max(a, b), -Infinity);
  const oldest = days.reduce((a, b) => Math.min(a, b), Infinity);
  return (revision) => {
    const day = revision === undefined ? NO_DATE : log.histories.day(revision);
    if (day === NO_DATE || newest <= oldest) return AGES - 1;
    return Math.min(AGES - 1, Math.floor(((newest - day) / (newest - oldest)) * AGES));
  };
}

function hoverOf(reading: Reading, revision: RevisionId): vscode.MarkdownString {
  const { histories } = reading.log;
  const address = addressOf(reading, revision);
  const number = histories.numberText(revision);
  const tags = histories.tags(revision).slice(0, 4).map(summary);
  const head = [
    `**${escaped(number)}**`,
    escaped(histories.author(revision)),
    escaped(dateWords(histories.day(revision))),
    ...tags.map(escaped),
  ];
  const links = [
    link('Reveal in log', 'annals.reveal', address, `Reveal ${number} in the log`),
    link(
      'Annotate the one before',
      'annals.annotateBefore',
      address,
      `The text as it was before ${number}`,
    ),
    link('Show in graph', 'annals.showInGraph', address, 'Show in the revision graph'),
  ];
  return ourMarkdown().appendMarkdown(
    `${head.join(' · ')}\n\n${escapedLines(histories.message(revision), MESSAGE_LINES)}\n\n${links.join(' · ')}`,
  );
}
