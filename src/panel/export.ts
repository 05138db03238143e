import * as vscode from 'vscode';
import { commitTable } from '../core/answers/commitTable';
import { releaseTable } from '../core/answers/releases/releaseTable';
import { csvOf, markdownOf, type TextTable } from '../core/answers/textTable';
import { drawingOfCommits, drawingOfFile, type Drawing } from '../core/graph/drawing';
import { drawSvg } from '../core/graph/svg';
import type { Log } from '../core/log';
import type { ChangesetId } from '../core/recovery/changesets/changesets';
import { encode } from '../core/text/encode';
import { count } from '../core/text/count';
import { reasonOf } from '../core/text/reason';
import type { Graph } from '../graphs/graph';
import { complain, inform } from '../workbench/say';

/** Commits that are to be written, as a graph shows them. */
export interface Shown {
  readonly log: Log;
  readonly uri: vscode.Uri;
  readonly changesets: readonly ChangesetId[];
  /** As a table of releases, or of commits. */
  readonly table: (log: Log, changesets: readonly ChangesetId[]) => TextTable;
  /** The graph itself; a table is none. */
  readonly drawing: (() => Drawing) | undefined;
}

const FORMS = [
  {
    name: 'CSV',
    label: '$(table) CSV',
    detail: 'For spreadsheets',
    extension: 'csv',
    write: (shown: Shown) => csvOf(tableOf(shown)),
  },
  {
    name: 'Markdown',
    label: '$(markdown) Markdown',
    detail: 'A table',
    extension: 'md',
    write: (shown: Shown) => markdownOf(tableOf(shown)),
  },
] as const;

const PICTURE = {
  name: 'SVG',
  label: '$(file-media) SVG',
  detail: 'The graph as a picture',
  extension: 'svg',
  write: ({ drawing }: Shown) => (drawing ? [...drawSvg(drawing())].join('') : ''),
} as const;

function formsFor({ drawing }: Shown): readonly Form[] {
  return drawing ? [...FORMS, PICTURE] : FORMS;
}

type Form = (typeof FORMS)[number] | typeof PICTURE;

function tableOf({ table, log, changesets }: Shown): TextTable {
  return table(log, changesets);
}

/** The commits of a graph, from the top; the rows of an overview of branches are none. */
export function shownIn(graph: Graph): Shown | undefined {
  if (graph.scope === 'lifetimes') return undefined;
  const { log, uri } = graph.reading;
  const rows = Array.from({ length: graph.rowCount }, (_, row) =>
    log.recovery.changesets.of(graph.revisionAt(row)),
  );
  const table = graph.scope === 'releases' ? releaseTable : commitTable;
  const changesets = [...new Set(rows)];
  return { log, uri, changesets, table, drawing: drawingOf(graph, changesets) };
}

/** The picture of a graph; undefined of a table. */
function drawingOf(graph: Graph, changesets: readonly ChangesetId[]): (() => Drawing) | undefined {
  const { log } = graph.reading;
  if (graph.scope === 'releases' || graph.rowCount === 0) return undefined;
  if (graph.scope === 'file')
    return () => drawingOfFile(log, log.histories.fileOf(graph.revisionAt(0)));
  return () => drawingOfCommits(log, Int32Array.from(changesets).sort());
}

/** Writes the commits that the graph shows into a file. */
export function registerExport(shown: () => Shown | undefined): vscode.Disposable {
  return vscode.commands.registerCommand('annals.graph.export', async (given?: unknown) => {
    const what = shown();
    if (!what || what.changesets.length === 0) {
      void inform('The graph shows no commits.');
      return;
    }
    const target = given instanceof vscode.Uri ? given : await pickTarget(what);
    const form =
      target && formsFor(what).find(({ extension }) => target.path.endsWith(`.${extension}`));
    if (!target) return;
    if (!form) {
      const endings = formsFor(what).map(({ extension }) => `.${extension}`);
      complain(`A file for what is shown ends in ${endings.join(' or ')}.`);
      return;
    }
    try {
      await vscode.workspace.fs.writeFile(target, encode(form.write(what)));
    } catch (error) {
      const reason = reasonOf(error);
      complain(`The commits cannot be written: ${reason}`);
    }
  });
}

async function pickTarget(shown: Shown): Promise<vscode.Uri | undefined> {
  const { uri, changesets } = shown;
  const form = await vscode.window.showQuickPick(formsFor(shown), {
    title: `Export ${count(changesets.length, 'Commit')}`,
    placeHolder: 'As what?',
  });
  if (!form) return undefined;
  const name = uri.path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.joinPath(uri, '..');
  return vscode.window.showSaveDialog({
    title: 'Export Commits',
    defaultUri: vscode.Uri.joinPath(folder, `${name}.${form.extension}`),
    filters: { [form.name]: [form.extension] },
  });
}
