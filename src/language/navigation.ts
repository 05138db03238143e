import * as vscode from 'vscode';
import { holdersOf } from '../core/answers/subjects/holders';
import type { Logs } from '../logs/logs';
import { runSteps } from '../logs/steps';
import { SELECTOR } from '../workbench/language';
import {
  definitionsOf,
  locationOf,
  mentionsOf,
  placesOf,
  relatedTo,
  revisionMeant,
} from './places';
import { isReference, subjectIn } from './subjectIn';

/** From a number or a name in the text to what it means, and to all that has to do with it. */
export function provideNavigation(logs: Logs): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(SELECTOR, {
      async provideDefinition(document, position, token) {
        const reading = await logs.near(document.uri);
        const subject = reading && subjectIn(reading, document, position);
        if (!subject) return undefined;
        const { line } = position;
        const revisions = await definitionsOf(reading, subject, line, token);
        const originSelectionRange = new vscode.Range(line, subject.from, line, subject.to);
        return revisions.map((revision): vscode.LocationLink => {
          const { uri, range } = locationOf(reading, revision);
          return { originSelectionRange, targetUri: uri, targetRange: range };
        });
      },
    }),
    vscode.languages.registerReferenceProvider(SELECTOR, {
      async provideReferences(document, position, { includeDeclaration }, token) {
        const reading = await logs.read(document.uri);
        const subject = reading && subjectIn(reading, document, position);
        if (!subject) return undefined;
        if (!isReference(subject)) {
          const holders = await runSteps(holdersOf(reading.log, subject), token);
          return holders && placesOf(reading, document, subject, holders);
        }
        const revision = revisionMeant(reading, subject);
        return [
          ...(includeDeclaration ? [locationOf(reading, revision)] : []),
          ...mentionsOf(reading, document, revision),
          ...relatedTo(reading, revision).map((r) => locationOf(reading, r)),
        ];
      },
    }),
  );
}
