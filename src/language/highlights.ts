import * as vscode from 'vscode';
import { holdersOf } from '../core/answers/subjects/holders';
import type { Logs } from '../logs/logs';
import { runSteps } from '../logs/steps';
import { SELECTOR } from '../workbench/language';
import { mentionsOf, revisionMeant, wordsIn } from './places';
import { isReference, subjectIn } from './subjectIn';

/** The other places that name what the cursor is on; of more revisions only these are searched. */
const MOST_REVISIONS = 500;

export function provideHighlights(logs: Logs): vscode.Disposable {
  return vscode.languages.registerDocumentHighlightProvider(SELECTOR, {
    async provideDocumentHighlights(document, position, token) {
      // Where the log is still read, nothing waits for it.
      const reading = logs.latest(document.uri);
      if (reading?.version !== document.version) return undefined;
      const subject = subjectIn(reading, document, position);
      const word = subject
        ? new vscode.Range(position.line, subject.from, position.line, subject.to)
        : document.getWordRangeAtPosition(position);
      // Without an answer of ours, VS Code would mark all equal words.
      const here = word ? [new vscode.DocumentHighlight(word)] : [];
      if (!subject) return here;
      if (isReference(subject)) {
        const revision = revisionMeant(reading, subject);
        const places = mentionsOf(reading, document, revision);
        return [...here, ...places.map(({ range }) => new vscode.DocumentHighlight(range))];
      }
      const holders = await runSteps(holdersOf(reading.log, subject), token);
      const all = holders ? [...holders.own, ...holders.naming].slice(0, MOST_REVISIONS) : [];
      const places = all.flatMap((revision) => wordsIn(reading, document, revision, subject));
      return places.length > 0
        ? places.map(({ range }) => new vscode.DocumentHighlight(range))
        : here;
    },
  });
}
