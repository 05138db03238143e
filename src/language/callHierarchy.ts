import * as vscode from 'vscode';
import type { RevisionId } from '../core/history/ids';
import type { Edge } from '../core/recovery/edges';
import { describeRevision } from '../core/words/revisions';
import { placeLabel } from '../core/words/branches';
import { cameWords, ticketWords, wentWords } from '../core/words/edges';
import { fileLabel } from '../core/words/files';
import type { Logs, Reading } from '../logs/logs';
import { SELECTOR } from '../workbench/language';
import { revisionMeant } from './places';
import { isReference, subjectIn } from './subjectIn';

/** Where a change came from (incoming) and where it went on to (outgoing): pull-ups, syncs, merges. */
export function provideCallHierarchy(logs: Logs): vscode.Disposable {
  const known = async (
    item: vscode.CallHierarchyItem,
  ): Promise<readonly [Reading, RevisionId] | undefined> => {
    const reading = await logs.read(item.uri);
    const revision = reading && revisionOn(reading, item.selectionRange.start.line);
    return reading && revision !== undefined ? [reading, revision] : undefined;
  };
  return vscode.languages.registerCallHierarchyProvider(SELECTOR, {
    async prepareCallHierarchy(document, position) {
      const reading = await logs.read(document.uri);
      if (!reading) return undefined;
      const subject = subjectIn(reading, document, position);
      const revision =
        subject && isReference(subject)
          ? revisionMeant(reading, subject)
          : revisionOn(reading, position.line);
      return revision === undefined ? undefined : itemOf(reading, revision);
    },
    async provideCallHierarchyIncomingCalls(item) {
      const found = await known(item);
      if (!found) return undefined;
      const [reading, revision] = found;
      const edges = reading.log.recovery.edgesTo(revision);
      return edges.map(
        (edge) =>
          new vscode.CallHierarchyIncomingCall(itemOf(reading, edge.from, edge, wentWords(edge)), [
            lineOf(reading, edge.from),
          ]),
      );
    },
    async provideCallHierarchyOutgoingCalls(item) {
      const found = await known(item);
      if (!found) return undefined;
      const [reading, revision] = found;
      const edges = reading.log.recovery.edgesFrom(revision);
      return edges.map(
        (edge) =>
          new vscode.CallHierarchyOutgoingCall(itemOf(reading, edge.to, edge, cameWords(edge)), [
            lineOf(reading, revision),
          ]),
      );
    },
  });
}

function revisionOn({ log }: Reading, line: number): RevisionId | undefined {
  return log.histories.revisionAt(line);
}

function itemOf(
  reading: Reading,
  revision: RevisionId,
  edge?: Edge,
  how = '',
): vscode.CallHierarchyItem {
  const { log, uri } = reading;
  const { histories } = log;
  const file = histories.fileOf(revision);
  const ticket = edge ? ticketWords(edge) : '';
  const words = [how, ticket, placeLabel(log, revision), describeRevision(histories, revision)];
  const [first, last] = histories.linesOf(revision);
  return new vscode.CallHierarchyItem(
    vscode.SymbolKind.Event,
    `${fileLabel(log, file)} ${histories.numberText(revision)}`,
    words.filter((word) => word !== '').join(' · '),
    uri,
    new vscode.Range(first, 0, last, 0),
    lineOf(reading, revision),
  );
}

function lineOf({ log }: Reading, revision: RevisionId): vscode.Range {
  const [line] = log.histories.linesOf(revision);
  return new vscode.Range(line, 0, line, 0);
}
