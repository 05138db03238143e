import * as vscode from 'vscode';
import type { RevisionId } from '../core/history/ids';
import type { Reference } from '../core/answers/references';
import type { Logs, Reading } from '../logs/logs';
import { SELECTOR } from '../workbench/language';
import { referenceIn } from './referenceIn';

/** So many places of a number in one file are looked at; a list of more helps nobody. */
const MOST_PLACES = 2000;

/** From a number in a message to what it means, and from a revision to all that tells of it. */
export function provideNavigation(logs: Logs): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(SELECTOR, {
      async provideDefinition(document, { line, character }) {
        const reading = await logs.read(document.uri);
        const reference = reading && referenceIn(reading.log, document, line, character);
        if (!reference) return undefined;
        const target = locationOf(reading, targetOf(reading, reference));
        const { from, to } = reference;
        return [
          {
            originSelectionRange: new vscode.Range(line, from, line, to),
            targetUri: target.uri,
            targetRange: target.range,
          },
        ];
      },
    }),
    vscode.languages.registerReferenceProvider(SELECTOR, {
      async provideReferences(document, { line, character }, { includeDeclaration }) {
        const reading = await logs.read(document.uri);
        const reference = reading && referenceIn(reading.log, document, line, character);
        if (!reference) return undefined;
        const revision = targetOf(reading, reference);
        const related = relatedTo(reading, revision).map((r) => locationOf(reading, r));
        return [
          ...(includeDeclaration ? [locationOf(reading, revision)] : []),
          ...mentions(reading, document, revision),
          ...related,
        ];
      },
    }),
  );
}

/** A revision, or the tip of a branch. */
function targetOf({ log }: Reading, reference: Reference): RevisionId {
  if (reference.kind === 'revision') return reference.revision;
  const { of, branch } = reference;
  return log.history(log.histories.fileOf(of)).line(branch)!.revisions[0]!;
}

function locationOf({ uri, log }: Reading, revision: RevisionId): vscode.Location {
  const [line] = log.histories.linesOf(revision);
  return new vscode.Location(uri, new vscode.Range(line, 0, line, 0));
}

/** What went from a revision and came to it, and the first revisions of branches that leave from it. */
function relatedTo({ log }: Reading, revision: RevisionId): RevisionId[] {
  const { recovery, histories } = log;
  const branches = log.history(histories.fileOf(revision)).branchesFrom(revision);
  return [
    ...new Set([
      ...recovery.edgesTo(revision).map(({ from }) => from),
      ...recovery.edgesFrom(revision).map(({ to }) => to),
      ...branches.map(({ revisions }) => revisions.at(-1)!),
    ]),
  ];
}

/** Where the messages of its file, and those of its pull-ups, name a revision by its number. */
function mentions(
  reading: Reading,
  document: vscode.TextDocument,
  revision: RevisionId,
): vscode.Location[] {
  const { log, uri } = reading;
  const { histories } = log;
  const number = histories.numberText(revision);
  const [first, end] = histories.revisionsOf(histories.fileOf(revision));
  const holders = new Set(Array.from({ length: end - first }, (_, i) => first + i));
  for (const { to } of log.recovery.edgesFrom(revision)) holders.add(to);
  const places: vscode.Location[] = [];
  let looked = 0;
  for (const holder of holders) {
    if (!histories.message(holder).includes(number)) continue;
    const [from, to] = histories.linesOf(holder);
    for (let line = from; line <= to && line < document.lineCount; line++) {
      const { text } = document.lineAt(line);
      for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
        if (looked++ > MOST_PLACES) return places;
        const found = referenceIn(log, document, line, at + 1);
        if (found?.kind !== 'revision' || found.isOwnLine || found.revision !== revision) continue;
        places.push(new vscode.Location(uri, new vscode.Range(line, at, line, at + number.length)));
      }
    }
  }
  return places;
}
