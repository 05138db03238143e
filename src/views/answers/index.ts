import * as vscode from 'vscode';
import { answerMarkdown, type AnswerRow, type AnswerSection } from '../../core/answers/answer';
import type { Answers } from '../../logs/answers';
import type { Reading } from '../../logs/logs';
import { mayOpen } from '../../workbench/addresses';
import { escaped, escapedLines, ourMarkdown } from '../../workbench/markdown';
import { revealLine } from '../../workbench/reveal';
import { treeItem, type Row } from '../row';
import { makeTree } from '../tree';

const ICONS = {
  commit: 'git-commit',
  branch: 'git-branch',
  without: 'circle-slash',
  file: 'file',
  line: 'quote',
  unknown: 'question',
} as const satisfies Record<AnswerRow['kind'], string>;

/** A tooltip shows so many lines of a message, and then an ellipsis. */
const TOOLTIP_LINES = 20;

/** The view of the last answer: where a fix went, what tells a name, what two branches differ in. */
export function showAnswersView(answers: Answers): vscode.Disposable {
  const tree = makeTree({
    view: 'annals.answers',
    roots: (reading) => {
      const { sections = [] } = answers.current?.answer ?? {};
      return sections.map((section, place) => sectionRow(reading, section, place));
    },
    summary: () => answers.current?.answer.title ?? '',
  });
  return vscode.Disposable.from(
    tree,
    answers.onDidChange((answered) => {
      const { sections = [], nothing = '' } = answered?.answer ?? {};
      tree.show(answered?.reading);
      tree.view.message = answered && sections.length === 0 ? nothing : '';
    }),
    vscode.commands.registerCommand('annals.copyAnswer', async () => {
      const { current } = answers;
      if (current) await vscode.env.clipboard.writeText(answerMarkdown(current.answer));
    }),
    vscode.commands.registerCommand('annals.clearAnswer', () => answers.clear()),
    vscode.commands.registerCommand('annals.answers.reveal', revealPlace),
  );
}

function sectionRow(reading: Reading, section: AnswerSection, place: number): Row {
  const id = `${String(place)} ${section.title}`;
  const row: Row = {
    reading,
    revision: section.rows.find(({ revision }) => revision !== undefined)?.revision ?? 0,
    id,
    item: () =>
      treeItem(row, {
        kind: 'answerSection',
        label: section.title,
        icon: 'list-unordered',
        description: '',
        role: '',
        isOpen: true,
        reveals: false,
      }),
    children: () =>
      section.rows.map((one, i) => answerRow(reading, one, `${id} ${String(i)}`, row)),
  };
  return row;
}

function answerRow(reading: Reading, answer: AnswerRow, id: string, parent: Row): Row {
  const { kind, label, note, revision } = answer;
  const row: Row = {
    reading,
    revision: revision ?? parent.revision,
    id,
    item: () => {
      const item = treeItem(row, {
        kind: revision === undefined ? 'answer' : 'revision',
        label,
        icon: ICONS[kind],
        description: note,
        role: '',
        isLeaf: true,
        reveals: revision !== undefined,
      });
      const place = placeOf(reading, answer);
      if (place)
        item.command = { command: 'annals.answers.reveal', title: 'Reveal', arguments: [place] };
      return item;
    },
    tooltip: () => tooltipOf(reading, answer),
    children: () => [],
    parent: () => parent,
  };
  return row;
}

/** The whole row, for views are narrow, and the message of its revision. */
function tooltipOf({ log }: Reading, { label, note, revision }: AnswerRow): vscode.MarkdownString {
  const tooltip = ourMarkdown().appendMarkdown(
    [`**${escaped(label)}**`, escaped(note)].filter((words) => words !== '').join(' · '),
  );
  if (revision === undefined) return tooltip;
  return tooltip.appendMarkdown(
    `\n\n${escapedLines(log.histories.message(revision), TOOLTIP_LINES)}`,
  );
}

/** A line that an answer leads to. */
interface Place {
  readonly uri: vscode.Uri;
  readonly line: number;
}

/** In the log, or in a source whose address a file of the workspace may have told. */
function placeOf(reading: Reading, { line, source }: AnswerRow): Place | undefined {
  if (line === undefined) return undefined;
  if (source === undefined) return { uri: reading.uri, line };
  try {
    const uri = vscode.Uri.parse(source, true);
    return mayOpen(uri) ? { uri, line } : undefined;
  } catch {
    return undefined;
  }
}

/** Only what a row of the view gives is a place. */
async function revealPlace(place: Partial<Place> | undefined): Promise<void> {
  const { uri, line } = place ?? {};
  if (uri instanceof vscode.Uri && Number.isInteger(line)) await revealLine(uri, line!, true);
}
