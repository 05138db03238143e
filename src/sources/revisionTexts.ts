import * as vscode from 'vscode';
import { ABSENT, Places, type Archive } from '../core/formats/rcs/archive';
import { parseArchive } from '../core/formats/rcs/parse';
import { annotate, textOf, type Fault } from '../core/formats/rcs/texts';
import type { RevisionId } from '../core/history/ids';
import { Numbers } from '../core/history/numbers';
import { decode } from '../core/text/decode';
import { workingFileOf } from '../core/text/workingFile';
import type { Reading } from '../logs/logs';
import { SCHEME } from '../workbench/language';
import { sourceOfAddress } from './addresses';
import { isRemote } from './remote';
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
  return isPage(source.path) || isRemote(source) ? undefined : source.with({ path: stated.path });
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
    provideTextDocumentContent: async (uri) => {
      const address = await archiveAt(uri);
      if (!address) return '';
      const result = textOf(address.archive, address.place);
      if ('fault' in result) throw notToBeHad(address.revision, result.fault);
      return decode(result.text);
    },
  });
}

/** Of each line of a text the revision that brought it; an error says to a user why it is not known. */
export async function originsOf(uri: vscode.Uri): Promise<readonly string[]> {
  const address = await archiveAt(uri);
  if (!address) return [];
  const result = annotate(address.archive, address.place);
  if ('fault' in result) throw notToBeHad(address.revision, result.fault);
  return result.origins;
}

/** The archive that an address means, and the revision's place in it; undefined for an empty text. */
async function archiveAt({
  query,
}: vscode.Uri): Promise<{ archive: Archive; place: number; revision: string } | undefined> {
  const address = new URLSearchParams(query);
  const [uri, revision] = [address.get('archive'), address.get('revision')];
  if (uri === null || revision === null) return undefined;
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true));
  const archive = parseArchive(bytes, new Numbers(), new Places());
  const place = archive.find(archive.known(revision));
  if (place === ABSENT) throw new Error(`The archive has no revision ${revision} any more.`);
  return { archive, place, revision };
}

function notToBeHad(revision: string, { revision: at, line }: Fault): Error {
  return new Error(
    line === 0
      ? `The text of ${revision} cannot be had: the archive lacks the changes of ${at}.`
      : `The text of ${revision} cannot be had: in the archive, line ${String(line)} of the changes of ${at} does not fit.`,
  );
}
