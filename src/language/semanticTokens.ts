import * as vscode from 'vscode';
import { tokensOn, TOKEN_KINDS } from '../core/answers/tokens';
import type { Logs } from '../logs/logs';
import { nextTurn } from '../platform/node';
import { SELECTOR } from '../workbench/language';
import { placeIn } from './subjectIn';

/** The types as the manifest names them, with the scopes that colour them. */
const LEGEND = new vscode.SemanticTokensLegend(
  TOKEN_KINDS.map((kind) => `annals${kind[0]!.toUpperCase()}${kind.slice(1)}`),
);

/** Others have their turn each time that this many lines are done. */
const STEP = 500;

/** Colours what a grammar cannot know, of the lines that are in view. */
export function provideSemanticTokens(logs: Logs): vscode.Disposable {
  return vscode.languages.registerDocumentRangeSemanticTokensProvider(
    SELECTOR,
    {
      async provideDocumentRangeSemanticTokens(document, { start, end }, cancel) {
        const reading = await logs.near(document.uri);
        if (!reading) return undefined;
        const builder = new vscode.SemanticTokensBuilder(LEGEND);
        for (let line = start.line; line <= end.line && line < document.lineCount; line++) {
          if (line % STEP === STEP - 1) await nextTurn();
          if (cancel.isCancellationRequested) return undefined;
          for (const { kind, from, to } of tokensOn(reading.log, placeIn(reading, document, line)))
            builder.push(line, from, to - from, TOKEN_KINDS.indexOf(kind));
        }
        return builder.build();
      },
    },
    LEGEND,
  );
}
