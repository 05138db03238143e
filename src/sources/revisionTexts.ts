import * as vscode from 'vscode';
import { Places } from '../core/formats/rcs/archive';
import { parseArchive } from '../core/formats/rcs/parse';
import { textOf } from '../core/formats/rcs/texts';
import type { RevisionId } from '../core/history/ids';
import { Numbers } from '../core/history/numbers';
import { decode } from '../core/text/decode';
import { workingFileOf } from '../core/text/workingFile';
import type { Reading } from '../logs/logs';
import { SCHEME } from '../workbench/language';
import { sourceOfAddress } from './addresses';
import { isPage } from './text';

/** The scheme of texts of revisions. */
const TEXTS = 'annals-revision';

/** The archive that a revision is in; undefined where its log is not of archives. */
export function archiveOf(
  { uri, log: { histories } }: Reading,
  revision: RevisionId,
): vscode.Uri | undefined {
  const stated = histories.stated(histories.fileOf(revision));
  if (!stated?.path.endsWith(',v') || uri.scheme !== SCHEME) return undefined;
  const source = sourceOfAddress(uri);
  return isPage(source.path) ? undefined : source.with({ path: stated.path });
}

/** The address of a revision's text; undefined where its log is not of archives. */
export function textAddress(reading: Reading, revision: RevisionId): vscode.Uri | undefined {
  const archive = archiveOf(reading, revision);
  return (
    archive &&
    vscode.Uri.from({
      scheme: TEXTS,
      path: workingFileOf(archive.path),
      query: new URLSearchParams({
        archive: archive.toString(),
        revision: reading.log.histories.numberText(revision),
      }).toString(),
    })
  );
}

/** An address for what was there before a file's first revision: nothing. */
export function emptyAddress(beside: vscode.Uri): vscode.Uri {
  return beside.with({ query: '' });
}

/** Serves the texts of revisions, as they are stored. */
export function serveRevisionTexts(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(TEXTS, {
    provideTextDocumentContent: async ({ query }) => {
      const address = new URLSearchParams(query);
      const [archive, revision] = [address.get('archive'), address.get('revision')];
      return archive === null || revision === null
        ? ''
        : readText(vscode.Uri.parse(archive, true), revision);
    },
  });
}

async function readText(uri: vscode.Uri, revision: string): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  const archive = parseArchive(bytes, new Numbers(), new Places());
  const place = archive.find(archive.known(revision));
  if (place < 0) throw new Error(`The archive has no revision ${revision} any more.`);
  const result = textOf(archive, place);
  if ('text' in result) return decode(result.text);
  const { revision: at, line } = result.fault;
  throw new Error(
    line === 0
      ? `The text of ${revision} cannot be had: the archive lacks the changes of ${at}.`
      : `The text of ${revision} cannot be had: in the archive, line ${String(line)} of the changes of ${at} does not fit.`,
  );
}
