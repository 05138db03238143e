import * as vscode from 'vscode';
import { ABSENT, Places, type Archive } from '../core/formats/rcs/archive';
import { fieldsOf } from '../core/formats/rcs/dateFields';
import { expandKeywords, type KeywordValues } from '../core/formats/rcs/keywords';
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
import { expandsKeywords } from '../workbench/settings';

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
  return archive && addressIn(archive, { revision: reading.log.histories.numberText(revision) });
}

/** The same of an archive's revision as a checkout has it, with keywords. */
export function baseAddress(archive: vscode.Uri, revision: string): vscode.Uri {
  return addressIn(archive, { revision, keywords: 'yes' });
}

function addressIn(archive: vscode.Uri, values: Readonly<Record<string, string>>): vscode.Uri {
  const query = new URLSearchParams({ archive: archive.toString(), ...values });
  return vscode.Uri.from({
    scheme: TEXTS,
    path: workingFileOf(archive.path),
    query: query.toString(),
  });
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
      const text = decode(result.text);
      return wantsKeywords(uri) ? expandKeywords(text, keywordsOf(address)) : text;
    },
  });
}

/** Does the address, or the user, ask for keywords as a checkout has them? */
function wantsKeywords({ query }: vscode.Uri): boolean {
  return new URLSearchParams(query).has('keywords') || expandsKeywords();
}

function keywordsOf({ archive, place, revision, path }: Address): KeywordValues {
  const { locks, expand } = archive.admin;
  return {
    number: revision,
    date: fieldsOf(archive.bytes, archive.dateAt[place]!, archive.dateTo[place]!),
    author: archive.text(archive.authorAt[place]!, archive.authorTo[place]!),
    state: archive.text(archive.stateAt[place]!, archive.stateTo[place]!),
    lockedBy: locks.find(({ number }) => number === revision)?.name,
    path,
    mode: expand,
  };
}

/** Of each line of a text the revision that brought it; an error says to a user why it is not known. */
export async function originsOf(uri: vscode.Uri): Promise<readonly string[]> {
  const address = await archiveAt(uri);
  if (!address) return [];
  const result = annotate(address.archive, address.place);
  if ('fault' in result) throw notToBeHad(address.revision, result.fault);
  return result.origins;
}

/** A revision in an archive that was read. */
interface Address {
  readonly archive: Archive;
  readonly place: number;
  readonly revision: string;
  /** Of the archive. */
  readonly path: string;
}

/** The archive that an address means, and the revision's place in it; undefined for an empty text. */
async function archiveAt({ query }: vscode.Uri): Promise<Address | undefined> {
  const address = new URLSearchParams(query);
  const [uri, revision] = [address.get('archive'), address.get('revision')];
  if (uri === null || revision === null) return undefined;
  const file = vscode.Uri.parse(uri, true);
  const bytes = await vscode.workspace.fs.readFile(file);
  const archive = parseArchive(bytes, new Numbers(), new Places());
  const place = archive.find(archive.known(revision));
  if (place === ABSENT) throw new Error(`The archive has no revision ${revision} any more.`);
  return { archive, place, revision, path: file.path };
}

function notToBeHad(revision: string, { revision: at, line }: Fault): Error {
  return new Error(
    line === 0
      ? `The text of ${revision} cannot be had: the archive lacks the changes of ${at}.`
      : `The text of ${revision} cannot be had: in the archive, line ${String(line)} of the changes of ${at} does not fit.`,
  );
}
