import * as vscode from 'vscode';
import { archivesInOrder } from '../core/formats/rcs/names';
import { ArchiveReader } from '../core/formats/rcs/read';
import { workingFileOf } from '../core/text/workingFile';
import { nextTurn } from '../platform/node';
import { bytesOf, pathsBelow } from './files';

/** So long the reading of archives may hold up everything else, in milliseconds. */
const SLICE = 8;

/** Reads all archives below a folder, one at a time; undefined when it was cancelled. */
export async function readArchivesBelow(
  folder: vscode.Uri,
  token: vscode.CancellationToken,
  report: (share: number) => void,
): Promise<ArchiveReader | undefined> {
  const reader = new ArchiveReader();
  const archives = archivesInOrder(await pathsBelow(folder, token));
  let until = performance.now() + SLICE;
  for (const [i, below] of archives.entries()) {
    if (token.isCancellationRequested) return undefined;
    const uri = vscode.Uri.joinPath(folder, below);
    const bytes = await bytesOf(uri);
    if (bytes) reader.add({ bytes, path: uri.path, workingFile: workingFileOf(below) });
    else reader.passOver(uri.path);
    report((i + 1) / archives.length);
    if (performance.now() < until) continue;
    await nextTurn();
    until = performance.now() + SLICE;
  }
  return token.isCancellationRequested ? undefined : reader;
}
