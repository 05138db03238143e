import * as vscode from 'vscode';
import type { RevisionId } from '../core/history/ids';
import { workingNameOf } from '../core/text/workingFile';
import type { Reading } from '../logs/logs';
import { findSource } from './findSource';
import { archiveOf } from './revisionTexts';

/** Files of one name are looked at, so many at most. */
const MOST = 500;

/** The file of the workspace whose history a revision is of, as its checkout tells. */
export async function findWorkingFile(
  reading: Reading,
  revision: RevisionId,
): Promise<vscode.Uri | undefined> {
  const archive = archiveOf(reading, revision);
  if (!archive) return undefined;
  const name = workingNameOf(archive.path).replace(/[[\]{}*?]/g, '[$&]');
  for (const file of await vscode.workspace.findFiles(`**/${name}`, null, MOST)) {
    const source = await findSource(file).catch(() => undefined);
    if (source?.path === archive.path) return file;
  }
  return undefined;
}
