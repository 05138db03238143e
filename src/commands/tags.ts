import * as vscode from 'vscode';
import { differences, tagsOf, type Difference, type Tag } from '../core/answers/tags';
import { SECONDS_A_DAY } from '../core/history/dates';
import { NO_REVISION } from '../core/history/ids';
import { count } from '../core/text/count';
import { printable } from '../core/text/printable';
import { dateWords } from '../core/words/dates';
import { fileLabel } from '../core/words/files';
import type { Reading } from '../logs/logs';
import type { CurrentSelection } from '../logs/selection';
import { isRow } from '../logs/rows';
import { revealTarget } from '../logs/target';
import { emptyAddress, textAddress } from '../sources/revisionTexts';
import { plain } from '../workbench/quickPick';
import { inform } from '../workbench/say';

/** The texts of so many files are shown beside each other; more differences are a list. */
const MOST_TEXTS = 300;

/** What differs between two tags: all files in one editor where their texts are there, else a list. */
export function registerTagCommands(selection: CurrentSelection): vscode.Disposable {
  return vscode.commands.registerCommand('annals.compareTags', async (argument: unknown) => {
    const row = isRow(argument) ? argument : undefined;
    const reading = row?.reading ?? selection.reading;
    if (!reading) return void inform('No log is open.');
    const first = row?.tag ?? (await pickTag(reading, 'The first of two tags to compare'));
    const second =
      first && (await pickTag(reading, `What to compare ${printable(first.name)} with`, first));
    if (first && second) await compareTags(selection, reading, first, second);
  });
}

async function pickTag(reading: Reading, title: string, but?: Tag): Promise<Tag | undefined> {
  const tags = tagsOf(reading.log.histories).filter((tag) => tag !== but);
  const items = tags.map((tag) => ({
    label: plain(printable(tag.name)),
    description: `${dateWords(Math.floor(tag.moment / SECONDS_A_DAY))} · ${count(tag.revisions.length, 'file')}`,
    tag,
  }));
  if (items.length === 0) {
    const sentence = but ? 'This log has no other tag.' : 'This log has no tags.';
    void inform(sentence);
    return undefined;
  }
  return (await vscode.window.showQuickPick(items, { placeHolder: title }))?.tag;
}

async function compareTags(
  selection: CurrentSelection,
  reading: Reading,
  one: Tag,
  other: Tag,
): Promise<void> {
  const [from, to] = one.moment <= other.moment ? [one, other] : [other, one];
  const all = differences(reading.log.histories, from, to);
  const title = `${printable(from.name)} ↔ ${printable(to.name)}`;
  if (all.length === 0) {
    void inform(`${title}: both name the same revisions.`);
    return;
  }
  const changes = all.length > MOST_TEXTS ? [undefined] : all.map((each) => sidesOf(reading, each));
  if (changes.every((sides) => sides !== undefined))
    await vscode.commands.executeCommand('vscode.changes', title, changes);
  else await showList(selection, reading, all, title);
}

/** The address of a file, and those of its two texts; undefined where a text is not to be had. */
function sidesOf(
  reading: Reading,
  { from, to }: Difference,
): [vscode.Uri, vscode.Uri, vscode.Uri] | undefined {
  const [left, right] = [from, to].map((r) =>
    r === NO_REVISION ? undefined : textAddress(reading, r),
  );
  const any = right ?? left;
  return any && [any, left ?? emptyAddress(any), right ?? emptyAddress(any)];
}

async function showList(
  selection: CurrentSelection,
  reading: Reading,
  all: readonly Difference[],
  title: string,
): Promise<void> {
  const { histories } = reading.log;
  const numberOf = (r: number): string => (r === NO_REVISION ? 'none' : histories.numberText(r));
  const items = all.map(({ file, from, to }) => ({
    label: plain(fileLabel(reading.log, file)),
    description: `${numberOf(from)} → ${numberOf(to)}`,
    revision: to === NO_REVISION ? from : to,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: `${count(all.length, 'file')} differ; choose one to see it in the log`,
  });
  if (picked)
    await revealTarget(selection, { reading, revision: picked.revision }, false, 'editor');
}
