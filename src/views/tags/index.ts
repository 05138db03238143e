import * as vscode from 'vscode';
import { tagsOf, type Tag } from '../../core/answers/tags';
import { SECONDS_A_DAY } from '../../core/history/dates';
import { count } from '../../core/text/count';
import { printable } from '../../core/text/printable';
import { dateWords } from '../../core/words/dates';
import { fileLabel } from '../../core/words/files';
import type { Reading } from '../../logs/logs';
import type { CurrentSelection } from '../../logs/selection';
import { revisionRow } from '../revisionRow';
import { treeItem, type Row } from '../row';
import { showLogTree } from '../tree';

/** The view of tags, the newest first: of each the revisions that it names. */
export function showTagsView(selection: CurrentSelection): vscode.Disposable {
  return showLogTree(
    {
      view: 'annals.tags',
      roots: (reading) => tagsOf(reading.log.histories).map((tag) => tagRow(reading, tag)),
      summary: ({ log }) => count(tagsOf(log.histories).length, 'tag'),
    },
    selection,
  );
}

function tagRow(reading: Reading, tag: Tag): Row {
  const { log } = reading;
  const row: Row = {
    reading,
    tag,
    revision: tag.revisions[0]!,
    id: `t${tag.name}`,
    item: () =>
      treeItem(row, {
        kind: 'tag',
        label: printable(tag.name),
        icon: 'tag',
        description: `${dateWords(Math.floor(tag.moment / SECONDS_A_DAY))} · ${count(tag.revisions.length, 'file')}`,
        role: 'tag',
        reveals: false,
      }),
    children: () =>
      tag.revisions.map((revision) =>
        revisionRow(reading, revision, {
          id: `t${tag.name} ${String(revision)}`,
          label: fileLabel(log, log.histories.fileOf(revision)),
          description: log.histories.numberText(revision),
        }),
      ),
  };
  return row;
}
