import * as vscode from 'vscode';
import { fileKeysOf } from '../core/history/fileKeys';
import { branchKeyOf, type Told } from '../core/recovery/given';
import { branchTitle, firstPlace } from '../core/words/branches';
import type { Branch } from '../core/recovery/branches/branches';
import { fileLabel } from '../core/words/files';
import { count } from '../core/text/count';
import type { Logs } from '../logs/logs';
import type { GivenNames } from '../logs/names';
import type { CurrentSelection } from '../logs/selection';
import { isRow } from '../logs/rows';
import { targetOf } from '../logs/target';
import { askFor, inform } from '../workbench/say';

/** What a user may call a file or a branch; CVS allows no more. */
const PATH = /^[^/\s\u0000-\u001f][^\u0000-\u001f]*$/;
const BRANCH = /^[A-Za-z][^\s$,.:;@\u0000-\u001f]*$/;

/** Names that the user gives; they are kept in the workspace, and an empty one forgets. */
export function registerNaming(
  logs: Logs,
  selection: CurrentSelection,
  names: GivenNames,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('annals.nameFile', async (argument: unknown) => {
      const target = await targetOf(argument, logs, selection);
      if (!target) return;
      const { log, uri } = target.reading;
      const file = log.histories.fileOf(target.revision);
      const { parts } = log.recovery.paths.files[file]!;
      const path = await ask(
        `Name ${fileLabel(log, file)}`,
        `Path below ${log.title ?? 'the directory of the log'}. Empty forgets what you told.`,
        parts.filter((part) => part !== null).join('/'),
        (text) => PATH.test(text) && !text.split('/').some((part) => /^\.{0,2}$/.test(part)),
      );
      if (path === undefined) return;
      const key = fileKeysOf(log.histories).of(file);
      await names.tell(uri, (told) => ({ ...told, files: changed(told.files, [key], path) }));
    }),
    vscode.commands.registerCommand('annals.nameBranch', async (argument: unknown) => {
      const target = await targetOf(argument, logs, selection);
      if (!target) return;
      const { log, uri } = target.reading;
      const branch = branchOfRow(argument) ?? log.recovery.branches.of(target.revision);
      if (!branch) {
        void inform('This revision is on the trunk, which needs no name.');
        return;
      }
      const name = await ask(
        `Name Branch ${branch.name === null ? firstPlace(log, branch) : branchTitle(log, branch)}`,
        `It gets this name in ${count(branch.members.length, 'file')}. Empty forgets what you told.`,
        branch.name ?? '',
        (text) => BRANCH.test(text),
      );
      if (name === undefined) return;
      const { histories } = log;
      const { lines } = log.recovery.branches;
      const keys = fileKeysOf(histories);
      const members = branch.members.map((m) =>
        branchKeyOf(keys.of(lines.file(m)), histories.numbers.text(lines.number(m))),
      );
      await names.tell(uri, (told): Told => ({
        ...told,
        branches: changed(told.branches, members, name),
      }));
    }),
  );
}

function branchOfRow(argument: unknown): Branch | undefined {
  return isRow(argument) ? argument.branch : undefined;
}

async function ask(
  title: string,
  prompt: string,
  value: string,
  isSound: (text: string) => boolean,
): Promise<string | undefined> {
  const text = await askFor({
    title,
    prompt,
    value,
    validateInput: (given) =>
      given.trim() === '' || isSound(given.trim()) ? undefined : 'CVS would not take this name.',
  });
  return text?.trim();
}

function changed(
  names: Readonly<Record<string, string>>,
  keys: readonly string[],
  name: string,
): Record<string, string> {
  const rest = Object.entries(names).filter(([key]) => !keys.includes(key));
  return Object.fromEntries(
    name === '' ? rest : [...rest, ...keys.map((key): [string, string] => [key, name])],
  );
}
